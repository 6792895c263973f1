"""A parameter group is no map.

Each group is a map with the names of its parameters under `parameters`. Heat fails on anything else.

Bad:

```yaml
parameter_groups:
  - flavor
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
    return "A parameter group must be a map with `parameters`."
