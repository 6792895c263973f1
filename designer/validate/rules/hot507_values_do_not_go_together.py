"""Values that are right each by itself do not go together.

A least size above the most, a range of ports that runs backwards, formats that must be the same: the plug-in of the
resource type checks it when a stack is created, and Heat refuses the resource. That a resource may wait longer than
a stack usually gets is only a warning.

Bad:

```yaml
type: OS::Heat::AutoScalingGroup
properties:
  min_size: 5
  max_size: 3
  resource: {type: OS::Heat::RandomString}
```

Good:

```yaml
type: OS::Heat::AutoScalingGroup
properties:
  min_size: 3
  max_size: 5
  resource: {type: OS::Heat::RandomString}
```

Source: the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

from designer.validate.values.words import capital

SEVERITY = "error"


def message(rule: str, type: str, **_: object) -> str:
    return capital(f"{type}: {rule}.")
