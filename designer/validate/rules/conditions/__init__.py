"""Rules that look at each condition: `check(condition, view, report)`."""
