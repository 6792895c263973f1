"""Values for parameters that were given none."""

from .engine import a_context


def made_up(schema):
    """A value that the schema of a parameter accepts, if one is found."""
    kind = str(schema.type).lower()
    plain = {"number": 1, "json": {"key": "value"}, "comma_delimited_list": ["value"], "boolean": True}.get(
        kind, "value"
    )
    tried = [plain]
    from heat.engine import constraints

    for constraint in schema.constraints or ():
        if isinstance(constraint, constraints.AllowedValues):
            tried[:0] = constraint.allowed
            continue
        for bound in ("min", "max", "offset"):
            number = getattr(constraint, bound, None)
            if isinstance(number, (int, float)) and not isinstance(number, bool):
                tried.append(
                    "v" * int(number)
                    if kind == "string"
                    else ["value"] * int(number)
                    if kind == "comma_delimited_list"
                    else number
                )
    if kind == "string":
        tried += [
            "Value1",
            "Aa1!aaaa",
            "aaaaaaaa",
            "1",
            "192.0.2.10",
            "192.0.2.0/24",
            "aaaaaa",
            "A1A1A1A1",
            "example.com",
            "http://example.com/",
            "10G",
            "yes",
            "true",
            "fa:16:3e:00:00:01",
            "example.com.",
            "UTC",
            "* * * * *",
            "2099-01-01T00:00:00Z",
            "{}",
            "2099-01-01T00:00:00",
        ]
    for value in tried:
        try:
            schema.validate_value(value, context=a_context())
            return value
        except Exception:
            continue
    return tried[0]
