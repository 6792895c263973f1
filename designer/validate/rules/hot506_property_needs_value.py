"""A property may be given only where another has a certain value.

The plug-in of the resource type checks it when a stack is created, and Heat refuses the resource.

Bad:

```yaml
type: OS::Heat::ScalingPolicy
properties:
  auto_scaling_group_id: {get_resource: group}
  adjustment_type: change_in_capacity
  scaling_adjustment: 1
  min_adjustment_step: 2
```

Good:

```yaml
type: OS::Heat::ScalingPolicy
properties:
  auto_scaling_group_id: {get_resource: group}
  adjustment_type: percent_change_in_capacity
  scaling_adjustment: 10
  min_adjustment_step: 2
```

Source: heat.common.exception.ResourcePropertyValueDependency, the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, other: str, value: object, type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text

    return (f"`{path_text((*inside, name))}` of {type} may only be given when `{path_text((*inside, other))}` is "
            f"{quoted(value)}.")
