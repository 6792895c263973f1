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

from designer.diagnostics import Fix
from designer.syntax import Mapping, Sequence
from designer.validate.fixes import replace_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Place, Report
    from designer.functions import OutputValues, Reference, ResourceValues
    from designer.syntax import Document, Node
    from designer.template import Resource
    from designer.validate.view import View


# What a retired type calls otherwise than the type that takes its place: properties, attributes.
_RENAMED: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "OS::Magnum::Bay": ({"baymodel": "cluster_template", "bay_create_timeout": "create_timeout"}, {}),
    "OS::Neutron::PoolMember": ({"pool_id": "pool"}, {}),
    "OS::Nova::FloatingIP": ({"pool": "floating_network"},
                             {"ip": "floating_ip_address", "pool": "floating_network_id"}),
}


def check(resource: Resource, view: View, report: Report) -> None:
    """Report a type that Heat hides or calls deprecated."""
    kind = view.types(resource)
    if kind is None or kind.support.status not in ("HIDDEN", "DEPRECATED"):
        return
    report("HOT903", resource.type_node, resource=resource.name, type=kind.name, hidden=kind.hidden,
           stub=kind.placeholder, replaced_by=kind.replaced_by, since=kind.support.retired,
           renames=_renames(resource, kind.replaced_by, view) if resource.type == kind.name else None)


def _renames(resource: Resource, replaced_by: str | None, view: View) -> list[tuple[Node, str]] | None:
    """What must be called otherwise for the type that takes a type's place to do, None where that does not do it.

    It must have each property given and each attribute asked for, and get all that it requires.
    """
    from designer import catalog

    kind = catalog.find(replaced_by) if replaced_by else None
    if kind is None:
        return None
    properties, attributes = _RENAMED.get(str(resource.type), ({}, {}))
    renames: list[tuple[Node, str]] = []
    given = set()
    for key, _ in resource.properties.items() if isinstance(resource.properties, Mapping) else ():
        name = properties.get(str(key.value), str(key.value))
        given.add(name)
        if name != key.value:
            renames.append((key, name))
    required = {name for name, schema in kind.properties.items() if schema.required}
    if not given <= kind.properties.keys() or not required <= given:
        return None
    for reference in _attributes_of(resource.name, view):
        argument = reference.call.index.get("get_attr") if reference.call is not None else None
        if not reference.steps or not isinstance(argument, Sequence) or len(argument.items) < 2:
            continue
        asked = reference.steps[0]
        name = attributes.get(str(asked), str(asked))
        if name not in kind.attributes and not kind.any_attribute:
            return None
        if name != asked:
            renames.append((argument.items[1], name))
    return renames


def _attributes_of(name: str, view: View) -> list[Reference]:
    evaluation = view.evaluation
    owners: list[ResourceValues | OutputValues] = [*evaluation.resources.values(), *evaluation.outputs.values()]
    return [reference for owner in owners for reference in owner.references
            if reference.kind == "get_attr" and reference.target == name]


def severity(stub: bool = False, **_: object) -> str:
    return "warning" if stub else "info"


def message(type: str, hidden: bool, stub: bool = False, replaced_by: str | None = None, **_: object) -> str:
    instead = f" {replaced_by} takes its place." if replaced_by else ""
    if stub:
        return f"{type} is retired: Heat accepts it and does nothing.{instead}"
    return f"{type} is {'retired: Heat no longer lists it' if hidden else 'deprecated'}.{instead}"


def fixes(document: Document, place: Place, replaced_by: str | None = None,
          renames: list[tuple[Node, str]] | None = None, **_: object) -> Iterator[Fix]:
    if not replaced_by or renames is None:
        return
    made = [replace_word(document, node, word) for node, word in ((place, replaced_by), *renames)]
    if all(made):
        yield Fix(f"Use {replaced_by}", [edit for fix in made if fix is not None for edit in fix.edits])
