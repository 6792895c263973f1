"""A constraint does not say what it asks for.

A constraint that has nothing but a description, or nothing at all, is refused. `modulo` counts only since 2017-02-24.

Bad:

```yaml
constraints:
  - description: must be short
```

Good:

```yaml
constraints:
  - length: {max: 20}
    description: must be short
```

Source: heat.engine.hot.parameters.HOTParamSchema._constraint_from_def
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, since: str | None = None, version: str = "", **_: object) -> str:
    if since:
        return f"`modulo` needs `heat_template_version: {since}` or newer; this template says {version}."
    return f"A constraint of parameter `{parameter}` says nothing that a value could be held against."
