"""A text is not of the form that the resource's plug-in asks for.

The schema of the resource type takes any text here, but its plug-in checks it when a stack is created, and Heat
refuses the resource.

Bad:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
  gateway_ip: 192.0.2.1/24
```

Good:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
  gateway_ip: 192.0.2.1
```

Source: the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

SEVERITY = "error"


def message(path: tuple[str | int, ...], value: str, wanted: str, **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text

    return f"`{path_text(path)}` must be {wanted}, not {quoted(value)}."
