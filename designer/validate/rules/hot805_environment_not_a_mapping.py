"""An environment file must be a YAML mapping of sections.

Bad:

```yaml
- parameters
```

Good:

```yaml
parameters:
  flavor: m1.small
```

Source: heat.common.environment_format
"""

from __future__ import annotations

SEVERITY = "error"


def message(file: str, **_: object) -> str:
    return f"The environment `{file}` is not a mapping of sections such as `parameters`."
