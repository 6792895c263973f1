"""The resource type has no such property.

A resource type lists its properties, and the keys of most maps inside them. Heat refuses a resource that
gives any other, at any depth, when the stack is created: `template-validate` does not look.

Bad:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cdir: 192.0.2.0/24
```

Good:

```yaml
type: OS::Neutron::Subnet
properties:
  network: {get_resource: net}
  cidr: 192.0.2.0/24
```

Source: heat.engine.properties (Properties.validate)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes, remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def _nearest(name: str, known: tuple[str, ...], given: tuple[str, ...]) -> str | None:
    from designer.catalog import nearest

    return nearest(name, [each for each in known if each not in given])


def message(name: str, type: str, section: str, path: tuple[str | int, ...], known: tuple[str, ...],
            given: tuple[str, ...] = (), **_: object) -> str:
    from designer.validate.values.words import path_text

    inside = f"`{path_text(path[:-1])}` of {type}" if len(path) > 1 else type
    what = "property" if section == "properties" else "update policy"
    if len(path) > 1:
        what = "key"
    text = f"{inside} has no {what} `{str(name)[:80]}`."
    close = _nearest(name, known, given)
    if close:
        return f"{text} Did you mean `{close}`?"
    if not known:
        return text if section == "properties" else f"{type} has no update policy."
    if len(known) <= 12:
        return f"{text} It has {', '.join(sorted(known))}."
    return text


def fixes(document: Document, place: Place, name: str, known: tuple[str, ...], given: tuple[str, ...] = (),
          **_: object) -> list[Fix]:
    from designer.syntax import Node

    found = nearest_fixes(document, place, _nearest(name, known, given))
    removal = remove_entry(document, place, f"Remove `{name}`") if isinstance(place, Node) else None
    return [*found, removal] if removal is not None else found
