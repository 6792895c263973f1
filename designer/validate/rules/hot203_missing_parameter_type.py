"""A parameter has no type.

Every parameter states its `type`: string, number, comma_delimited_list, json or boolean. Heat refuses one that does
not.

Bad:

```yaml
parameters:
  flavor: {default: m1.small}
```

Good:

```yaml
parameters:
  flavor: {type: string, default: m1.small}
```

Source: heat.engine.parameters.Schema._validate_dict
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(parameter: str, **_: object) -> str:
    return f"Parameter `{parameter}` has no `type`."
