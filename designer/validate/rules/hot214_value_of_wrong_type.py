"""The value given for a parameter does not fit its type.

Heat refuses to create the stack: a number must be one, a boolean one of true, false, on, off, yes, no, 1 and 0, a
list a list or words between commas, and json must be JSON.

Bad:

```yaml
# given: size=large
size: {type: number}
```

Good:

```yaml
# given: size=10
size: {type: number}
```

Source: heat.engine.parameters (NumberParam, BooleanParam, CommaDelimitedListParam, JsonParam)
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, value: object, type: str, **_: object) -> str:
    from designer.constraints.words import quoted

    return f"The value {quoted(value)} given for parameter `{parameter}` is no {type}."
