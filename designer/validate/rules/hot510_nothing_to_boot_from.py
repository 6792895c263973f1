"""A server has nothing to boot from.

A server needs an image, or a block device with the boot index 0 that is made from a volume, a snapshot or an
image. Heat refuses it otherwise. It looks before anything exists, but counts a reference or an
attribute as given.

Bad:

```yaml
type: OS::Nova::Server
properties:
  flavor: m1.small
```

Good:

```yaml
type: OS::Nova::Server
properties:
  flavor: m1.small
  image: cirros
```

Source: heat.engine.resources.openstack.nova.server (Server._validate_block_device_mapping)
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(resource: str, **_: object) -> str:
    return f"The server `{resource}` has nothing to boot from: give an `image`, or a bootable block device."
