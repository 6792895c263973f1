"""Heat cannot decide a condition as long as a parameter has no value.

A condition that is used turns on a parameter which has neither a value nor a default. Here both branches are looked at.
Heat's `template-validate` does not: it refuses such a template until it is given a value for the parameter. A
stack can be created, since then there is a value; and so can one inside another stack.

Refused by Heat's `template-validate` while `size` has no value:

```yaml
parameters:
  size: {type: string}
conditions:
  is_big: {equals: [{get_param: size}, big]}
```

Accepted:

```yaml
parameters:
  size: {type: string, default: small}
conditions:
  is_big: {equals: [{get_param: size}, big]}
```

Source: heat.engine.conditions.Conditions, heat.engine.hot.functions.GetParam
"""

from __future__ import annotations

SEVERITY = "warning"


def message(condition: str, parameter: str, **_: object) -> str:
    return (f"Condition `{condition}` cannot be decided before the parameter `{parameter}` has a value; Heat's "
            "template-validate refuses the template without one.")
