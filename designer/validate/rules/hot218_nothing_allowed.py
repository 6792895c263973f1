"""A range or length allows nothing: its minimum is above its maximum.

Heat accepts the template, and then refuses every value.

Bad:

```yaml
constraints:
  - range: {min: 10, max: 1}
```

Good:

```yaml
constraints:
  - range: {min: 1, max: 10}
```

Source: heat.engine.constraints.Range
"""

from __future__ import annotations

SEVERITY = "warning"


def message(parameter: str, constraint: str, min: object, max: object, **_: object) -> str:
    return f"No value of parameter `{parameter}` can have a {constraint} from {min} to {max}."
