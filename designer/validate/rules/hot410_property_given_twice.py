"""A property is given under its old name and its new one.

Heat moves the value of the old name to the new one before it looks at a resource, and refuses it where
both hold something.

Bad:

```yaml
type: OS::Neutron::Port
properties:
  network: {get_resource: net}
  network_id: {get_resource: net}
```

Good:

```yaml
type: OS::Neutron::Port
properties:
  network: {get_resource: net}
```

Source: heat.engine.translation (Translation.replace)
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(old: str, new: str, type: str, **_: object) -> str:
    return f"{type} takes `{old}` as `{new}`: only one of them may be given."


def fixes(document: Document, place: Place, old: str, **_: object) -> list[Fix]:
    from designer.syntax import Node

    fix = remove_entry(document, place, f"Remove `{old.rpartition('.')[2]}`") if isinstance(place, Node) else None
    return [fix] if fix is not None else []
