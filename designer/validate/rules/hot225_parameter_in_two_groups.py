"""A parameter is named twice in the parameter groups.

A parameter belongs to one group at most, and stands there once. Heat refuses the template.

Bad:

```yaml
parameter_groups:
  - parameters: [flavor]
  - parameters: [flavor]
```

Good:

```yaml
parameter_groups:
  - parameters: [flavor]
```

Source: heat.engine.parameter_groups.ParameterGroups.validate
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"Parameter `{parameter}` is in a group already."
