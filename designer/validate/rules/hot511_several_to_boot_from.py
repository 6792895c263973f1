"""A server has several things to boot from.

A server with block devices of the second kind boots from one of them or from its image. A device without a boot
index counts as 0, the first to boot from. Heat refuses two.

Bad:

```yaml
type: OS::Nova::Server
properties:
  flavor: m1.small
  image: cirros
  block_device_mapping_v2:
    - {volume_id: {get_resource: data}}
```

Good:

```yaml
type: OS::Nova::Server
properties:
  flavor: m1.small
  image: cirros
  block_device_mapping_v2:
    - {volume_id: {get_resource: data}, boot_index: -1}
```

Source: heat.engine.resources.openstack.nova.server (Server._validate_block_device_mapping)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, sources: list[tuple[str | int, ...]], **_: object) -> str:
    from designer.validate.values.words import path_text

    shown = " and ".join(f"`{path_text(path)}`" for path in sources[:4])
    return f"The server `{resource}` has several things to boot from: {shown}. Give all but one a `boot_index`."
