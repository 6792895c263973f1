"""A parameter's definition is no map.

A parameter is defined by a map that has at least a `type`. A bare word, a list or nothing at all is refused.

Bad:

```yaml
parameters:
  flavor: string
```

Good:

```yaml
parameters:
  flavor: {type: string}
```

Source: heat.engine.parameters.Schema._check_dict
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"The definition of parameter `{parameter}` must be a map with a `type`."
