"""The user's own catalog laid over ours: their descriptions, and what their Heat has and ours does not know."""

from __future__ import annotations

from designer.catalog.resource_type import ResourceType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEPTH = 20
PROPERTY_TYPES = frozenset(("String", "Integer", "Number", "Boolean", "Map", "List", "Any"))


def merge_type(type_name: str, ours: Any, theirs: Any) -> ResourceType | None:
    """A type out of our facts and the user's, either of which may be missing.

    Ours hold where both speak: a running Heat tells less than its source. From theirs come descriptions, and
    the properties and attributes that only their Heat has. What is not of the catalog's form is left out.
    """
    if not isinstance(theirs, dict) or theirs.get("name") != type_name:
        theirs = None
    if theirs is None:
        return ResourceType(ours) if ours is not None else None
    properties = _properties(theirs.get("properties"), 0)
    attributes = _attributes(theirs.get("attributes"))
    if ours is None:
        support = theirs.get("support")
        facts = {
            "name": type_name,
            "properties": properties,
            "attributes": attributes,
            "description": _text(theirs.get("description")),
        }
        if isinstance(support, dict) and isinstance(support.get("status", ""), str):
            facts["support"] = {key: support[key] for key in ("status", "since") if _text(support.get(key))}
        return ResourceType(facts, origin="user")
    merged = dict(ours)
    merged["description"] = _text(theirs.get("description"))
    merged["properties"] = _laid_over(ours.get("properties", {}), properties)
    merged["attributes"] = _laid_over(ours.get("attributes", {}), attributes)
    return ResourceType(merged)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _laid_over(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    result = dict(theirs)
    for name, facts in ours.items():
        result[name] = _one_laid_over(facts, theirs.get(name))
    return dict(sorted(result.items()))


def _one_laid_over(ours: dict[str, Any], theirs: dict[str, Any] | None) -> dict[str, Any]:
    if theirs is None:
        return ours
    merged = dict(ours)
    if "description" in theirs:
        merged["description"] = theirs["description"]
    if "schema" in ours and "schema" in theirs:
        merged["schema"] = _laid_over(ours["schema"], theirs["schema"])
    if "item" in ours and "item" in theirs:
        merged["item"] = _one_laid_over(ours["item"], theirs["item"])
    return merged


def _properties(data: Any, depth: int) -> dict[str, Any]:
    if not isinstance(data, dict) or depth > DEPTH:
        return {}
    found = {name: _property(facts, depth) for name, facts in data.items()}
    return {name: facts for name, facts in found.items() if facts is not None}


def _property(data: Any, depth: int) -> dict[str, Any] | None:
    if not isinstance(data, dict) or data.get("type") not in PROPERTY_TYPES:
        return None
    facts: dict[str, Any] = {"type": data["type"]}
    for flag in ("required", "update_allowed", "immutable", "allow_conversion"):
        if data.get(flag) is True:
            facts[flag] = True
    if data.get("default") is not None:
        facts["default"] = data["default"]
    constraints = data.get("constraints")
    if isinstance(constraints, list):
        facts["constraints"] = [each for each in constraints if _is_constraint(each)]
    if _text(data.get("description")):
        facts["description"] = data["description"]
    if facts["type"] == "Map" and isinstance(data.get("schema"), dict):
        facts["schema"] = _properties(data["schema"], depth + 1)
    if facts["type"] == "List":
        item = _property(data.get("item"), depth + 1)
        if item is not None:
            facts["item"] = item
    return facts


CONSTRAINT_FORMS = {
    "allowed_values": list,
    "range": dict,
    "length": dict,
    "modulo": dict,
    "allowed_pattern": str,
    "custom_constraint": str,
}


def _is_constraint(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and bool(data)
        and all(key == "description" or isinstance(value, CONSTRAINT_FORMS.get(key, ())) for key, value in data.items())
    )


def _attributes(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        return {}
    return {
        name: {key: facts[key] for key in ("type", "description") if _text(facts.get(key))}
        for name, facts in data.items()
        if isinstance(facts, dict)
    }
