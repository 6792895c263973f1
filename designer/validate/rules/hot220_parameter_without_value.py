"""A parameter has neither a value nor a default.

Heat refuses to create a stack. Checking a template does not ask for values; evaluating an expression for real does.

Bad:

```yaml
# given: nothing
parameters:
  flavor: {type: string}
```

Good:

```yaml
# given: nothing
parameters:
  flavor: {type: string, default: m1.small}
```

Source: heat.engine.parameters.Parameter.validate
"""

from __future__ import annotations

SEVERITY = "error"


def message(parameter: str, **_: object) -> str:
    return f"Parameter `{parameter}` needs a value: it has no default."
