"""Another type for a resource, keeping what fits."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import prune_at, set_at, shown
from designer.syntax import Mapping, Sequence
from designer.values import Placeholder, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.catalog import PropertySchema, ResourceType
    from designer.edit.change import Path
    from designer.edit.subject import Subject
    from designer.syntax import Node

FIELDS = {"name": "name", "type": "name"}


def intend(subject: Subject, name: str, type: str) -> Intent:
    """Properties that the new type does not have, or has with a type that the value is not of, go."""
    node = subject.entry("resources", name)
    change = Change()
    set_at(subject, change, ("resources", name, "type"), type)
    found = subject.find_type(type)
    notes: list[str] = []
    if found is not None and not found.placeholder and isinstance(node, Mapping):
        lost = list(_misfits(subject, name, node, found))
        for path in lost:
            if not change.covered(path):
                prune_at(subject, change, path, 3)
        if lost:
            notes.append(f"{type} has no place for {', '.join(shown(path) for path in lost)}")
    return Intent(change, f"Make {name} {_article(type)}", ("resources", name), notes)


def _article(type_name: str) -> str:
    short = type_name.removeprefix("OS::")
    return ("an " if short[:1].lower() in "aeiou" else "a ") + short


def _misfits(subject: Subject, name: str, node: Mapping, type_: ResourceType) -> Iterator[Path]:
    for section, schemas in (("properties", type_.properties), ("update_policy", type_.update_policy)):
        there = node.index.get(section)
        values = subject.evaluation.resources[name]
        value = values.properties if section == "properties" else values.update_policy
        if isinstance(there, Mapping) and isinstance(value, dict):
            yield from _misfitting(there, value, schemas, ("resources", name, section))


def _misfitting(node: Mapping, value: dict[str, Any], schemas: dict[str, PropertySchema], path: Path) -> Iterator[Path]:
    for key, inner in node.index.items():
        schema = schemas.get(key)
        if schema is None or not _fits(value.get(key), schema):
            yield (*path, key)
        else:
            yield from _inside(inner, value.get(key), schema, (*path, key))


def _inside(node: Node, value: Any, schema: PropertySchema, path: Path) -> Iterator[Path]:
    """What does not fit inside a value that fits; a function's call is looked at as a whole."""
    if isinstance(node, Mapping) and isinstance(value, dict) and schema.schema and list(value) == list(node.index):
        yield from _misfitting(node, value, schema.schema, path)
    elif isinstance(node, Sequence) and isinstance(value, list) and schema.item is not None \
            and len(value) == len(node.items):
        for index, (item, each) in enumerate(zip(node.items, value, strict=True)):
            if not _fits(each, schema.item):
                yield (*path, index)
            else:
                yield from _inside(item, each, schema.item, (*path, index))


def _fits(value: Any, schema: PropertySchema) -> bool:
    """Whether a value is of a property's type; what is not known yet may be."""
    if value is None or value.__class__ is Placeholder or schema.type == "Any":
        return True
    kind = kind_of(value)
    if kind in ("list", "map"):
        return kind == {"List": "list", "Map": "map"}.get(schema.type)
    return schema.type not in ("List", "Map")
