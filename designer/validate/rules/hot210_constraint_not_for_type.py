"""A constraint is of a kind that the parameter's type cannot have.

`range` and `modulo` are for numbers, `length` for strings, lists and json, `allowed_pattern` for strings;
`allowed_values` and `custom_constraint` are for all but json. Heat refuses the template.

Bad:

```yaml
size:
  type: string
  constraints:
    - range: {min: 1}
```

Good:

```yaml
size:
  type: number
  constraints:
    - range: {min: 1}
```

Source: heat.engine.constraints (valid_types)
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, constraint: str, type: str, types: tuple[str, ...], **_: object) -> str:
    return f"`{constraint}` is for {' and '.join(types)}; parameter `{parameter}` is of type {type}."
