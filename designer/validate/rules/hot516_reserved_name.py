"""The name is one that the service keeps for itself.

Bad:

```yaml
type: OS::Neutron::SecurityGroup
properties:
  name: default
```

Good:

```yaml
type: OS::Neutron::SecurityGroup
properties:
  name: web
```

Source: heat.engine.resources.openstack.neutron.security_group (SecurityGroup.validate)
"""

from __future__ import annotations

SEVERITY = "error"


def message(value: str, what: str, type: str, **_: object) -> str:
    return f"{type} may not be named `{value}`: {what}."
