"""A property may not be given with the value that another has.

The plug-in of the resource type checks it when a stack is created, and Heat refuses the resource.

Bad:

```yaml
type: OS::Neutron::ProviderNet
properties:
  network_type: flat
  physical_network: physnet1
  segmentation_id: 5
```

Good:

```yaml
type: OS::Neutron::ProviderNet
properties:
  network_type: flat
  physical_network: physnet1
```

Source: the `validate` of the plug-ins in heat.engine.resources
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(name: str, other: str, value: object, type: str, inside: tuple[str | int, ...] = (), **_: object) -> str:
    from designer.constraints.words import quoted
    from designer.validate.values.words import path_text

    return (f"`{path_text((*inside, name))}` of {type} may not be given when `{path_text((*inside, other))}` is "
            f"{quoted(value)}.")


def fixes(document: Document, place: Place, name: str, **_: object) -> list[Fix]:
    from designer.syntax import Node, Scalar

    if not isinstance(place, Node) or not isinstance(place, Scalar) or place.value != name:
        return []
    fix = remove_entry(document, place, f"Remove `{name}`")
    return [fix] if fix is not None else []
