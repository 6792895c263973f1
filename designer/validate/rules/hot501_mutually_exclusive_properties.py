"""Properties are given together of which only one may be.

The schema of a resource type does not say it, but its plug-in checks it when a stack is created, and Heat
refuses the resource.

Bad:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
  subnetpool: {get_resource: pool}
```

Good:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
```

Source: heat.common.exception.ResourcePropertyConflict, the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(names: tuple[str, ...], type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.validate.values.words import path_text

    where = f"`{path_text(inside)}` of {type}" if inside else type
    shown = ", ".join(f"`{name}`" for name in names[:-1]) + f" and `{names[-1]}`"
    return f"{where} takes only one of {shown}."


def fixes(document: Document, place: Place, names: tuple[str, ...], **_: object) -> list[Fix]:
    from designer.syntax import Node

    fix = remove_entry(document, place, f"Remove `{names[-1]}`") if isinstance(place, Node) else None
    return [fix] if fix is not None else []
