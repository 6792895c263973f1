"""Rules that look at each resource: `check(resource, view, report)`."""
