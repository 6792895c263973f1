"""Schemas in words and plain data."""

from __future__ import annotations

from designer.values.words import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import AttributeSchema, Constraint, PropertySchema, ResourceType, Support

_DEEPEST = 6


def constraint_words(constraint: Constraint) -> str:
    """A constraint in a few words: `1 to 65535`, `one of tcp, udp`, `must match ^a+$`."""
    kind, value = constraint.kind, constraint.value
    if kind == "allowed_values" and isinstance(value, (list, tuple)):
        return "one of " + ", ".join(written(each) for each in value)
    if kind in ("range", "length") and isinstance(value, dict):
        low, high = value.get("min"), value.get("max")
        what = "length " if kind == "length" else ""
        if low is not None and high is not None:
            return f"{what}{low} to {high}"
        return f"{what}at least {low}" if low is not None else f"{what}at most {high}"
    if kind == "modulo" and isinstance(value, dict):
        return f"{value.get('offset', 0)} plus a multiple of {value.get('step')}"
    if kind == "allowed_pattern":
        return f"must match {value}"
    return f"must be a {value}" if kind == "custom_constraint" else f"{kind}: {value}"


def support_facts(support: Support) -> dict[str, Any]:
    """Status, since when, and what takes its place."""
    return {"status": support.status, "since": support.introduced, "replaced_by": support.replaced_by}


def property_facts(schema: PropertySchema, effect: str) -> dict[str, Any]:
    """The facts about a property or a part of one; `effect` is what a change of it does."""
    return {"name": schema.name, "type": schema.type, "required": schema.required, "has_default": schema.has_default,
            "default": written(schema.default) if schema.has_default else None,
            "constraints": [constraint_words(each) for each in schema.constraints], "effect": effect,
            "entity": schema.entity, "support": support_facts(schema.support), "description": schema.description}


def attribute_facts(schema: AttributeSchema) -> dict[str, Any]:
    """The facts about an attribute."""
    return {"name": schema.name, "type": schema.type, "support": support_facts(schema.support),
            "description": schema.description}


def type_facts(kind: ResourceType) -> dict[str, Any]:
    """The facts about a resource type."""
    return {"name": kind.name, "label": kind.label, "service": kind.service, "group": kind.group,
            "purpose": kind.purpose, "docs_url": kind.docs_url, "support": support_facts(kind.support),
            "hidden": kind.hidden, "description": kind.description}


def property_tree(schemas: dict[str, PropertySchema], value: Any, node: Any, kind: ResourceType, path: tuple[str, ...],
                  depth: int = _DEEPEST) -> list[dict[str, Any]]:
    """Every property of a map, set ones first as in the text, then required, then the rest by name.

    `value` is what the map is worth, `node` the node it is written in, None where it is not; each entry has the
    facts of
    property_facts and `set`, `value`, `start`, `end`, `children` (of a map with known keys) and `items` (of a list's
    items).
    """
    from designer.syntax import Mapping
    from designer.values.words import shown

    written_map = node if isinstance(node, Mapping) else None
    order = {name: at for at, name in enumerate(written_map.index)} if written_map is not None else {}
    entries = []
    for name, schema in sorted(schemas.items(), key=lambda pair: (order.get(pair[0], len(order)), not pair[1].required,
                                                                 pair[0])):
        effect = kind.update_effect((*path, name))
        facts = property_facts(schema, effect)
        inner = written_map.index.get(name) if written_map is not None else None
        facts["set"] = inner is not None or (isinstance(value, dict) and name in value)
        facts["path"] = [*path, name]
        if inner is not None:
            facts["start"], facts["end"] = inner.start, inner.end
        inner_value = value.get(name) if isinstance(value, dict) else None
        if facts["set"]:
            facts["value"] = shown(inner_value)
        if depth:
            facts.update(_inside(schema, inner_value, inner, kind, (*path, name), depth - 1))
        entries.append(facts)
    return entries


def _inside(schema: PropertySchema, value: Any, node: Any, kind: ResourceType, path: tuple[str, ...],
            depth: int) -> dict[str, Any]:
    from designer.syntax import Sequence

    if schema.schema:
        return {"children": property_tree(schema.schema, value, node, kind, path, depth)}
    item = schema.item
    if item is None:
        return {}
    facts: dict[str, Any] = {"item": property_facts(item, kind.update_effect(path))}
    if item.schema:
        values = value if isinstance(value, list) else []
        nodes = node.items if isinstance(node, Sequence) else []
        facts["items"] = [property_tree(item.schema, each, nodes[at] if at < len(nodes) else None, kind,
                                        path, depth) for at, each in enumerate(values)]
        facts["item"]["children"] = property_tree(item.schema, None, None, kind, path, depth)
    return facts
