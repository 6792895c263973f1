"""A parameter's default does not fit its type.

The template itself is accepted, but a stack of it cannot be created unless another value is given: a number must be
one, a boolean one of true, false, on, off, yes, no, 1 and 0, a list a list or words between commas, and json must be
JSON.

Bad:

```yaml
size: {type: number, default: large}
```

Good:

```yaml
size: {type: number, default: 10}
```

Source: heat.engine.parameters (NumberParam, BooleanParam, CommaDelimitedListParam, JsonParam)
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, value: object, type: str, **_: object) -> str:
    from designer.constraints.words import quoted

    return f"The default {quoted(value)} of parameter `{parameter}` is no {type}."
