"""What we add to the facts of a type read out of Heat: what its source only says in prose or in code."""

from __future__ import annotations

from designer.catalog.entities import constraint_entity, entity_of_finder
from designer.catalog.store import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def enrich(types: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Adds `reference`, missing replacements, and what each property stands for and defines, to extracted facts."""
    additions = document("additions.json")
    for name, facts in types.items():
        if name in additions["reference"]:
            facts["reference"] = additions["reference"][name]
        if name in additions["replaced_by"]:
            facts.setdefault("support", {}).setdefault("replaced_by", additions["replaced_by"][name])
        if not facts.get("support"):
            facts.pop("support", None)
        for properties in (facts["properties"], facts.get("update_policy", {})):
            for schema in properties.values():
                _add_entities(schema)
        for path, entity in additions["entity"].get(name, {}).items():
            schema = _schema_at(facts["properties"], path.split("."))
            # Another Heat's type of this name may lack the property.
            if schema is not None:
                schema.setdefault("entity", entity)
        for path, defined in additions["defines"].get(name, {}).items():
            schema = _schema_at(facts["properties"], path.split("."))
            if schema is not None:
                schema["defines"] = defined
        for rule in facts.get("translation", ()):
            if rule["rule"] == "resolve":
                entity = entity_of_finder(rule)
                schema = _schema_at(facts["properties"], rule["path"])
                if entity is not None and schema is not None:
                    schema.setdefault("entity", entity)
    return types


def _add_entities(schema: dict[str, Any]) -> None:
    """A custom constraint that asks a service names the entity that a value must be."""
    for constraint in schema.get("constraints", ()):
        name = constraint.get("custom_constraint")
        if name is not None:
            entity = constraint_entity(name)
            if entity is not None and entity.cloud:
                schema["entity"] = name
    for child in schema.get("schema", {}).values():
        _add_entities(child)
    if "item" in schema:
        _add_entities(schema["item"])


def _schema_at(properties: dict[str, Any], path: list[str]) -> dict[str, Any] | None:
    schema: dict[str, Any] | None = None
    inside = properties
    for key in path:
        schema = inside.get(key)
        if schema is None:
            return None
        while "item" in schema:
            schema = schema["item"]
        inside = schema.get("schema", {})
    return schema
