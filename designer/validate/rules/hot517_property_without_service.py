"""The property asks for something that OpenStack does not have any more.

Heat refuses whoever gives it.

Bad:

```yaml
type: OS::Manila::ShareNetwork
properties:
  nova_network: private
```

Good:

```yaml
type: OS::Manila::ShareNetwork
properties:
  neutron_network: {get_resource: net}
  neutron_subnet: {get_resource: subnet}
```

Source: heat.engine.resources.openstack.manila.share_network (ManilaShareNetwork.validate)
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, reason: str, type: str, **_: object) -> str:
    return f"`{name}` of {type} is refused: {reason}."
