"""A condition's definition gives neither true nor false.

A condition is true, false, or one of the functions `equals`, `not`, `and`, `or`, `get_param` and, since 2017-09-01,
`contains` and `yaql`; and what the function gives is true or false. The bare name of another condition, a text or a
list is refused.

Bad:

```yaml
conditions:
  is_big: {equals: [{get_param: size}, big]}
  same: is_big
```

Good:

```yaml
conditions:
  is_big: {equals: [{get_param: size}, big]}
  same: {and: [is_big, is_big]}
```

Source: heat.engine.conditions.Conditions._check_condition_type
"""

from __future__ import annotations

SEVERITY = "error"


def message(condition: str, name: str | None = None, **_: object) -> str:
    if name is not None:
        return f"Condition `{condition}` cannot be another condition's name alone; say `and: [{name}, {name}]`."
    return f"Condition `{condition}` must give true or false."
