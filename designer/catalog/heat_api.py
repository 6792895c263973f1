"""What a running Heat says of a resource type, brought into the catalog's form.

Source: Heat's orchestration API v1, "Show resource type schema"; `engine.service`, resource_schema.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEPTH = 20
TYPES = {name.lower(): name for name in ("String", "Integer", "Number", "Boolean", "Map", "List", "Any")}
CONSTRAINTS = frozenset(("allowed_values", "range", "length", "modulo", "allowed_pattern", "custom_constraint"))


def names_listed(answer: Any) -> list[str]:
    """The names in an answer to "List resource types", with or without descriptions; [] if it is none."""
    listed = answer.get("resource_types") if isinstance(answer, dict) else None
    if not isinstance(listed, list):
        return []
    names = (each.get("resource_type") if isinstance(each, dict) else each for each in listed)
    return [name for name in names if isinstance(name, str) and name]


def type_facts(name: str, answer: Any) -> dict[str, Any] | None:
    """One answer to "Show resource type schema" as facts of the type `name`; None if it is not one."""
    if not isinstance(answer, dict) or not isinstance(answer.get("properties"), dict):
        return None
    facts: dict[str, Any] = {"name": name, "properties": _properties(answer["properties"], 0)}
    attributes = answer.get("attributes")
    facts["attributes"] = {
        key: _attribute(schema)
        for key, schema in (attributes.items() if isinstance(attributes, dict) else ())
        if isinstance(schema, dict)
    }
    support = _support(answer.get("support_status"), 0)
    if support:
        facts["support"] = support
    _copy_text(answer, facts, "description")
    return facts


def _properties(data: dict[str, Any], depth: int) -> dict[str, Any]:
    found = {name: _property(schema, depth) for name, schema in data.items()}
    return {name: schema for name, schema in found.items() if schema is not None}


def _property(data: Any, depth: int) -> dict[str, Any] | None:
    kind = TYPES.get(str(data.get("type")).lower()) if isinstance(data, dict) else None
    if kind is None or depth > DEPTH:
        return None
    facts: dict[str, Any] = {"type": kind}
    for flag in ("required", "update_allowed", "immutable"):
        if data.get(flag) is True:
            facts[flag] = True
    if data.get("default") is not None:
        facts["default"] = data["default"]
    constraints = data.get("constraints")
    if isinstance(constraints, list) and constraints:
        facts["constraints"] = [
            {key: value for key, value in each.items() if key in CONSTRAINTS}
            for each in constraints
            if isinstance(each, dict)
        ]
    inside = data.get("schema")
    if isinstance(inside, dict):
        if kind == "List":
            item = _property(inside.get("*"), depth + 1)
            if item is not None:
                facts["item"] = item
        elif kind == "Map":
            facts["schema"] = _properties(inside, depth + 1)
    _copy_text(data, facts, "description")
    return facts


def _attribute(data: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    kind = TYPES.get(str(data.get("type")).lower())
    if kind is not None:
        facts["type"] = kind
    _copy_text(data, facts, "description")
    return facts


def _support(data: Any, depth: int) -> dict[str, Any]:
    if not isinstance(data, dict) or depth > DEPTH:
        return {}
    facts: dict[str, Any] = {}
    if isinstance(data.get("status"), str) and data["status"] != "SUPPORTED":
        facts["status"] = data["status"]
    if isinstance(data.get("version"), str):
        facts["since"] = data["version"].strip()
    if isinstance(data.get("previous_status"), dict):
        facts["previous"] = _support(data["previous_status"], depth + 1)
    return facts


def _copy_text(data: dict[str, Any], facts: dict[str, Any], key: str) -> None:
    if isinstance(data.get(key), str) and data[key]:
        facts[key] = data[key]
