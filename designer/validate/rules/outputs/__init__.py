"""Rules that look at each output: `check(output, view, report)`."""
