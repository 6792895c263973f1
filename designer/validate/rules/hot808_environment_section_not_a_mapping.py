"""A section of an environment file must be a map.

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


def message(section: str, **_: object) -> str:
    return f"The section `{section}` of the environment must be a map."
