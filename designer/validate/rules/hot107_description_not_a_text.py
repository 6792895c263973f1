"""The description is not a text.

Heat passes whatever stands under `description` on without looking; a list or a map there usually means that a
colon or dash made YAML read something else than a text.

Bad:

```yaml
description:
  - A web server
```

Good:

```yaml
description: A web server
```

Source: heat.engine.service (validate_template)
"""

from __future__ import annotations

SEVERITY = "warning"


def message(found: str, **_: object) -> str:
    return f"The description should be a text, and this is {found}."
