"""A condition uses a function that conditions may not use.

Conditions are decided before anything is created, so they may use only `get_param`, `equals`, `not`, `and`, `or` and,
since 2017-09-01, `contains` and `yaql`. Heat refuses the template.

Bad:

```yaml
conditions:
  up: {equals: [{get_attr: [server, name]}, a]}
```

Good:

```yaml
conditions:
  up: {equals: [{get_param: name}, a]}
```

Source: heat.engine.function.Invalid; heat.engine.hot.template (condition_functions)
"""

from __future__ import annotations

SEVERITY = "error"


def message(function: str, **_: object) -> str:
    return f"`{function}` cannot be used in a condition."
