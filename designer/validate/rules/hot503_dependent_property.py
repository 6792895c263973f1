"""A property may be given only together with another, and that one is missing.

The plug-in of the resource type checks it when a stack is created, and Heat refuses the resource.

Bad:

```yaml
type: OS::Neutron::FloatingIP
properties:
  floating_network: public
  fixed_ip_address: 192.0.2.10
```

Good:

```yaml
type: OS::Neutron::FloatingIP
properties:
  floating_network: public
  fixed_ip_address: 192.0.2.10
  port_id: {get_resource: port}
```

Source: heat.common.exception.ResourcePropertyDependency, the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, needed: str, type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.validate.values.words import path_text

    return f"`{path_text((*inside, name))}` of {type} may only be given together with `{needed}`."
