"""A resource of this type cannot be kept as a snapshot.

`deletion_policy: Snapshot` works for the types whose plug-in can make one, such as volumes and database
instances. Heat refuses it anywhere else.

Bad:

```yaml
resources:
  net:
    type: OS::Neutron::Net
    deletion_policy: Snapshot
```

Good:

```yaml
resources:
  net:
    type: OS::Neutron::Net
    deletion_policy: Retain
```

Source: heat.engine.resource (Resource.validate_deletion_policy)
"""

from __future__ import annotations

SEVERITY = "error"


def message(resource: str, type: str, policy: str, **_: object) -> str:
    return f"The resource `{resource}` cannot have the deletion policy `{policy}`: {type} makes no snapshots."
