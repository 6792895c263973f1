"""The constraints of a parameter are no list.

`constraints` is a list, even where it holds one constraint only. Heat refuses anything else.

Bad:

```yaml
constraints:
  range: {min: 1}
```

Good:

```yaml
constraints:
  - range: {min: 1}
```

Source: heat.engine.hot.parameters.HOTParamSchema._constraints
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"The constraints of parameter `{parameter}` must be a list."
