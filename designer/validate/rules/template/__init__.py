"""Rules that look at a template as a whole: `check(view, report)`."""
