"""A parameter's default breaks the parameter's own constraints.

Heat refuses the template, whatever value is given for the parameter.

Bad:

```yaml
size:
  type: number
  default: 0
  constraints:
    - range: {min: 1}
```

Good:

```yaml
size:
  type: number
  default: 1
  constraints:
    - range: {min: 1}
```

Source: heat.engine.parameters.Schema._validate_default
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, value: object, problem: str, **_: object) -> str:
    from designer.constraints.words import quoted

    return f"The default {quoted(value)} of parameter `{parameter}` {problem}."
