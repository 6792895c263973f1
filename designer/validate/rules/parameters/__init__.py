"""Rules that look at each parameter: `check(parameter, view, report)`."""
