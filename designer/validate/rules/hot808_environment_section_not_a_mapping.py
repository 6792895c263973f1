"""A section of an environment file must be a map; `event_sinks` a list of maps.

Bad:

```yaml
parameters: [flavor]
```

Good:

```yaml
parameters:
  flavor: m1.small
```

Source: heat.engine.environment
"""

from __future__ import annotations

SEVERITY = "error"


def message(section: str, wanted: str = "a map", **_: object) -> str:
    return f"The section `{section}` of the environment must be {wanted}."
