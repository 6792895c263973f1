"""A resource's type is retired or deprecated.

Heat keeps types for a while after what they make is gone. A deprecated type still works and is about to go. A
hidden one is no longer listed; many of these are stubs that accept any property, do nothing, and let the
stack succeed without what the template asks for. The message names the type that takes its place where there
is one.

Bad:

```yaml
type: OS::Neutron::LoadBalancer
```

Good:

```yaml
type: OS::Octavia::LoadBalancer
```

Source: heat.engine.support, and the support status of each resource plug-in
"""

from __future__ import annotations

from designer.validate.fixes import replace_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Place, Report
    from designer.syntax import Document
    from designer.template import Resource
    from designer.validate.view import View


def check(resource: Resource, view: View, report: Report) -> None:
    """Report a type that Heat hides or calls deprecated."""
    kind = view.types(resource)
    if kind is None or kind.support.status not in ("HIDDEN", "DEPRECATED"):
        return
    report("HOT903", resource.type_node, resource=resource.name, type=kind.name, hidden=kind.hidden,
           stub=kind.placeholder, replaced_by=kind.replaced_by,
           fits=_fits(resource, kind.replaced_by) and resource.type == kind.name)


def _fits(resource: Resource, replaced_by: str | None) -> bool:
    """Whether the type that takes its place has every property given, and gets all that it requires."""
    from designer import catalog

    kind = catalog.find(replaced_by) if replaced_by else None
    if kind is None:
        return False
    given = getattr(resource.properties, "index", {})
    return all(name in kind.properties for name in given) and all(
        name in given for name, schema in kind.properties.items() if schema.required)


def severity(stub: bool = False, **_: object) -> str:
    return "warning" if stub else "info"


def message(type: str, hidden: bool, stub: bool = False, replaced_by: str | None = None, **_: object) -> str:
    instead = f" {replaced_by} takes its place." if replaced_by else ""
    if stub:
        return f"{type} is retired: Heat accepts it and does nothing.{instead}"
    return f"{type} is {'retired: Heat no longer lists it' if hidden else 'deprecated'}.{instead}"


def fixes(document: Document, place: Place, replaced_by: str | None = None, fits: bool = False,
          **_: object) -> Iterator[Fix]:
    fix = replace_word(document, place, replaced_by, f"Use {replaced_by}") if replaced_by and fits else None
    if fix is not None:
        yield fix
