"""Values held against schemas: types and how Heat coerces them, constraints, placeholders, places."""
