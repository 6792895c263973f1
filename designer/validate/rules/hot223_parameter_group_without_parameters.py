"""A parameter group names no parameters.

Heat refuses a group that has no `parameters`, or whose `parameters` are null. An empty list is fine.

Bad:

```yaml
parameter_groups:
  - label: Size
```

Good:

```yaml
parameter_groups:
  - label: Size
    parameters: [flavor]
```

Source: heat.engine.parameter_groups.ParameterGroups.validate
"""

from __future__ import annotations

SEVERITY = "error"


def message(label: str | None = None, **_: object) -> str:
    return f"The parameter group{f' `{label}`' if label else ''} has no `parameters`."
