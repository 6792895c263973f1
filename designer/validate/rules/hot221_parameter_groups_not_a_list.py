"""The parameter groups are no list.

`parameter_groups` is a list of groups, each with `parameters` and mostly a `label` and a `description`.

Bad:

```yaml
parameter_groups:
  parameters: [flavor]
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


def message(**_: object) -> str:
    return "`parameter_groups` must be a list of groups."
