"""No resource type has this name.

Heat knows its own resource types, those that an environment's `resource_registry` names, and templates by their
file's name. It refuses a template that asks for any other. Names are case-sensitive. A type that comes with a
plug-in of your own cloud can be added to the catalog with `hot-designer catalog fetch`.

Bad:

```yaml
type: OS::Nova::Sever
```

Good:

```yaml
type: OS::Nova::Server
```

Source: heat.engine.environment (ResourceRegistry.get_class)
"""

from __future__ import annotations

from designer.validate.fixes import nearest_fixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


_known: dict[str, str | None] = {}
_MOST_KNOWN = 500


def _nearest(type: str) -> str | None:
    if type not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[type] = _find_nearest(type)
    return _known[type]


def _find_nearest(type: str) -> str | None:
    from designer import catalog

    # the last word is the one that is mistyped most, the service the next
    wanted = type.rpartition("::")
    names = catalog.type_names()
    service = [name for name in names if name.rpartition("::")[0] == wanted[0]]
    if service:
        near = catalog.nearest(wanted[2], [name.rpartition("::")[2] for name in service])
        if near is not None:
            return f"{wanted[0]}::{near}"
    return catalog.nearest(type, names)


def message(type: str, **_: object) -> str:
    close = _nearest(type)
    shown = f"Heat has no resource type `{type[:120]}`, and no environment given names one."
    return f"{shown} Did you mean `{close}`?" if close else shown


def fixes(document: Document, place: Place, type: str, **_: object) -> list[Fix]:
    return nearest_fixes(document, place, _nearest(type))
