"""The tags of a parameter are no list.

`tags`, since 2018-03-02, is a list of words. Heat refuses anything else.

Bad:

```yaml
parameters:
  flavor: {type: string, tags: compute}
```

Good:

```yaml
parameters:
  flavor: {type: string, tags: [compute]}
```

Source: heat.engine.parameters.Schema._validate_dict
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"The tags of parameter `{parameter}` must be a list."
