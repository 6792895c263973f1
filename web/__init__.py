"""The pages: HTTP in, calls of `designer`, HTML out. What a template means is not known here."""
