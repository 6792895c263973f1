"""An extra value for Neutron has the name of a property.

`value_specs` passes on what Heat has no property for. It may not set what the type has a property for, nor
`shared` and `tenant_id`: Heat refuses the resource.

Bad:

```yaml
type: OS::Neutron::Net
properties:
  value_specs: {admin_state_up: false}
```

Good:

```yaml
type: OS::Neutron::Net
properties:
  admin_state_up: false
```

Source: heat.engine.resources.openstack.neutron.neutron (NeutronResource.validate_properties)
"""

from __future__ import annotations

SEVERITY = "error"


def message(key: str, type: str, known: bool, **_: object) -> str:
    if known:
        return f"`{key}` may not stand in `value_specs`: {type} has a property of that name."
    return f"`{key}` may not stand in `value_specs` of {type}."
