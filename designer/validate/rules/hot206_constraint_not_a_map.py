"""A constraint is no map.

Each item of `constraints` is a map with the kind of constraint as its key. Heat refuses anything else.

Bad:

```yaml
constraints:
  - allowed_values
```

Good:

```yaml
constraints:
  - allowed_values: [a, b]
```

Source: heat.engine.parameters.Schema._check_dict
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"A constraint of parameter `{parameter}` must be a map such as `allowed_values: [...]`."
