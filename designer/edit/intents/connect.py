"""A resource that comes to need another, by one of its properties or by `depends_on`."""

from __future__ import annotations

from designer.edit.change import Change, Insertion
from designer.edit.intent import Intent
from designer.edit.placing import set_at, shown
from designer.edit.refused import Refused
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Path
    from designer.edit.subject import Subject

FIELDS = {"from": "name", "to": "name", "property": "property?", "attribute": "property?"}


def intend(subject: Subject, from_: str, to: str, property: str | list[str | int] | None,
           attribute: str | list[str | int] | None) -> Intent:
    """Without a property `depends_on` grows by the name; a property that is a list grows by the reference.

    The reference is `get_resource`, or `get_attr` where an attribute is given. Refused where either does not exist.
    """
    node = subject.entry("resources", from_)
    subject.entry("resources", to)
    if from_ == to:
        raise Refused(f"{from_} cannot need itself")
    if not isinstance(node, Mapping):
        raise Refused(f"{from_} is no map")
    change = Change()
    description = f"Connect {from_} to {to}"
    if property is None:
        if attribute is not None:
            raise Refused("an attribute is taken by a property: say which")
        _depend(subject, change, from_, node, to)
        return Intent(change, description, ("resources", from_, "depends_on"))
    steps = tuple(property) if isinstance(property, list) else (property,)
    path: Path = ("resources", from_, "properties", *steps)
    reference: dict[str, Any] = {"get_resource": to}
    if attribute is not None:
        reference = {"get_attr": [to, *(attribute if isinstance(attribute, list) else [attribute])]}
    _refer(subject, change, path, reference, from_)
    return Intent(change, f"{description} by {shown(path).partition('.')[2] or shown(path)}", path)


def _depend(subject: Subject, change: Change, name: str, node: Mapping, to: str) -> None:
    path = ("resources", name, "depends_on")
    there = node.index.get("depends_on")
    if there is None or (isinstance(there, Scalar) and there.value is None):
        set_at(subject, change, path, [to] if _in_lists(subject, name) else to)
    elif isinstance(there, Sequence):
        if to not in there.plain():
            set_at(subject, change, (*path, len(there.items)), to)
    elif isinstance(there, Scalar):
        if there.value != to:
            change.set(path, [there.value, to])
    else:
        raise Refused(f"depends_on of {name} is neither a name nor a list")


def _in_lists(subject: Subject, name: str) -> bool:
    """Whether `depends_on` of one name is written as a list in the resources nearby."""
    section = subject.section("resources")
    if section is None:
        return False
    for _, resource in section.entries[:200]:
        there = resource.index.get("depends_on") if isinstance(resource, Mapping) else None
        if there is not None:
            return isinstance(there, Sequence)
    return False


def _refer(subject: Subject, change: Change, path: Path, reference: dict[str, Any], name: str) -> None:
    there = subject.node(path)
    if isinstance(there, Sequence):
        if reference not in there.plain():
            change_list(subject, change, path, there, reference)
        return
    if there is None or (isinstance(there, Scalar) and there.value is None):
        type_ = subject.type_of(subject.template.resources[name])
        schema = type_.property_at(path[3:]) if type_ is not None else None
        if schema is not None and schema.type == "List":
            set_at(subject, change, path, [reference])
            return
    set_at(subject, change, path, reference)


def change_list(subject: Subject, change: Change, path: Path, there: Sequence, value: Any) -> None:
    """Put a value behind all others of a list."""
    if there.items:
        change.insert(path, Insertion(len(there.items) - 1, None, value))
    else:
        change.set(path, [value])
