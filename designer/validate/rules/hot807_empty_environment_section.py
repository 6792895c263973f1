"""An environment file has a section with nothing in it.

Heat refuses a section whose value is null. Remove it, or write an empty map.

Bad:

```yaml
parameters:
```

Good:

```yaml
parameters: {}
```

Source: heat.common.environment_format
"""

from __future__ import annotations

SEVERITY = "error"


def message(section: str, **_: object) -> str:
    return f"The section `{section}` of the environment is empty: remove it or write `{section}: {{}}`."
