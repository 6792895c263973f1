"""The parameters of a group are no list.

`parameters` of a group is a list of names, not one name and not definitions.

Bad:

```yaml
parameter_groups:
  - parameters: flavor
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


def message(**_: object) -> str:
    return "The `parameters` of a parameter group must be a list of names."
