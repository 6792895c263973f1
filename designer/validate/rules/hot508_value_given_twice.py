"""The same value is given in two places that must differ.

The plug-in of the resource type checks it when a stack is created, and Heat refuses the resource.

Bad:

```yaml
type: OS::Heat::SoftwareComponent
properties:
  configs:
    - {actions: [CREATE], tool: script, config: a}
    - {actions: [CREATE, UPDATE], tool: script, config: b}
```

Good:

```yaml
type: OS::Heat::SoftwareComponent
properties:
  configs:
    - {actions: [CREATE], tool: script, config: a}
    - {actions: [UPDATE], tool: script, config: b}
```

Source: the `validate` of heat.engine.resources.openstack.barbican.container and heat.software_component
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, other: str, value: object, type: str, **_: object) -> str:
    from designer.constraints.words import quoted

    return f"{type}: {quoted(value)} stands in both `{other}` and `{name}`, and may stand in one of them only."
