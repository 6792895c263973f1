"""One of several properties must be given, and none is.

The schema of a resource type calls each of them optional, but its plug-in asks for one of them when a stack is
created, and Heat refuses the resource. Heat looks before anything exists: an attribute of another
resource counts as empty then.

Bad:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
```

Good:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
```

Source: heat.common.exception.PropertyUnspecifiedError, the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

SEVERITY = "error"
TAGS = ("unfinished",)


def message(names: tuple[str, ...], type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.validate.values.words import path_text

    where = f"`{path_text(inside)}` of {type}" if inside else type
    shown = [f"`{name}`" for name in names[:12]]
    if len(shown) == 1:
        return f"{where} requires {shown[0]}."
    more = ", ..." if len(names) > 12 else ""
    return f"{where} requires one of {', '.join(shown[:-1])} and {shown[-1]}{more}."
