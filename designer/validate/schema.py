"""A JSON Schema for each version of HOT, made from the very tables that the rules read.

    schema_of("2018-08-31")            # plain data, Draft 7, which editors know best
    schema_of("rocky", types=True)     # with the names of all resource types, for completion

Every template that Heat accepts conforms to it. What a schema cannot say (references, values that functions give,
what a resource type takes) is left to the rules.
"""

from __future__ import annotations

from designer.errors import DesignerError
from designer.template.versions import CONDITIONS_SINCE, VERSIONS, resolve_version, version_names
from designer.validate.keywords import (
    CONSTRAINT_KEYWORDS,
    DELETION_POLICIES,
    GROUP_KEYWORDS,
    OUTPUT_KEYWORDS,
    PARAMETER_KEYWORDS,
    PARAMETER_TYPES,
    RESOURCE_KEYWORDS,
    SECTIONS,
    UNSPOKEN_SECTION,
    available,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DRAFT = "http://json-schema.org/draft-07/schema#"

# Heat takes a section that is any of these for an empty one.
NOTHING: dict[str, Any] = {"enum": [None, False, 0, "", []]}


def schema_of(version: str, types: bool = False) -> dict[str, Any]:
    """The schema of a version, named by its date or its release.

    `types` lists the catalog's resource types. Raises DesignerError where there is no such version.
    """
    date = resolve_version(version)
    if date is None:
        raise DesignerError(f"there is no HOT version {version!r}; there are {', '.join(version_names())}")
    release = VERSIONS[date]
    sections = {name: section for name, section in _sections(date).items() if name in available(SECTIONS, date)}
    return {
        "$schema": DRAFT,
        "title": f"Heat Orchestration Template {date}" + (f" ({release})" if release else ""),
        "type": "object",
        "required": ["heat_template_version"],
        "properties": {
            **sections,
            "heat_template_version": {"enum": [date, release] if release else [date],
                                      "description": "the version that decides what else may stand in the template"},
        },
        "patternProperties": {f"^{UNSPOKEN_SECTION}$": {}},
        "additionalProperties": False,
        "definitions": {
            "parameter": _parameter(date),
            "constraint": _constraint(date),
            "group": _group(),
            "condition": _condition(date),
            "resource": _resource(date, types),
            "output": _output(date),
            **_values(date),
        },
    }


def _sections(date: str) -> dict[str, dict[str, Any]]:
    return {
        "description": {"description": "what the template is for, a text"},
        "parameter_groups": {"anyOf": [{"type": "array", "items": {"$ref": "#/definitions/group"}}, NOTHING,
                                       {"type": "object", "maxProperties": 0}],
                             "description": "how parameters belong together when a person is asked for them"},
        "parameters": _named("parameter", "what a stack is created with"),
        "conditions": {"type": "object", "additionalProperties": {"$ref": "#/definitions/condition"},
                       "description": "what switches resources and outputs on and off"},
        "resources": _named("resource", "what a stack is made of"),
        "outputs": _named("output", "what a stack tells about itself"),
    }


def _named(entry: str, description: str) -> dict[str, Any]:
    return {"anyOf": [{"type": "object", "additionalProperties": {"$ref": f"#/definitions/{entry}"}}, NOTHING],
            "description": description}


def _fields(table: dict[str, str], date: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields.get(name, {}) for name in available(table, date)}


def _parameter(date: str) -> dict[str, Any]:
    constraints = {"anyOf": [{"type": "array", "items": {"$ref": "#/definitions/constraint"}}, {"type": "null"}]}
    return {
        "type": "object",
        "required": ["type"],
        "properties": _fields(PARAMETER_KEYWORDS, date, {
            "type": {"enum": list(PARAMETER_TYPES)},
            "constraints": constraints,
            "tags": {"type": "array"},
        }),
        "additionalProperties": False,
    }


def _constraint(date: str) -> dict[str, Any]:
    kinds = [name for name in available(CONSTRAINT_KEYWORDS, date) if name != "description"]
    number = {"type": ["number", "string", "null"]}
    bounds = {"type": "object", "properties": {"min": number, "max": number}, "additionalProperties": False}
    steps = {"type": "object", "properties": {"step": number, "offset": number}, "required": ["step", "offset"],
             "additionalProperties": False}
    shapes = {"length": bounds, "range": bounds, "modulo": steps, "allowed_values": {"type": "array"},
              "allowed_pattern": {"type": "string"}, "custom_constraint": {"type": "string"}}
    return {
        "type": "object",
        "properties": {name: {} for name in CONSTRAINT_KEYWORDS},
        "additionalProperties": False,
        # Heat takes the first kind of its own order, and looks at no other.
        "anyOf": [{"required": [kind], "properties": {kind: shapes[kind]}} for kind in kinds],
    }


def _group() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["parameters"],
        "properties": {**{name: {} for name in GROUP_KEYWORDS},
                       "parameters": {"type": "array", "items": {"type": "string"}}},
    }


def _condition(date: str) -> dict[str, Any]:
    return {"anyOf": [{"type": "boolean"}, _call(date, condition=True)]}


def _resource(date: str, types: bool) -> dict[str, Any]:
    kind: dict[str, Any] = {"type": "string", "minLength": 1, "description": "what the resource is"}
    if types:
        from designer.catalog import type_names

        kind["anyOf"] = [{"enum": type_names()}, {}]
    text_or_call = {"anyOf": [{"type": "string"}, _call(date)]}
    policies = {"anyOf": [{"enum": available(DELETION_POLICIES, date)}, _call(date)],
                "description": "what becomes of it when it is deleted from the stack"}
    mapping = {"$ref": "#/definitions/map"}
    return {
        "type": "object",
        "required": ["type"],
        "properties": _fields(RESOURCE_KEYWORDS, date, {
            "type": kind,
            "description": {"type": "string"},
            "properties": {"allOf": [mapping], "description": "what the resource is created with"},
            "metadata": {"allOf": [mapping], "description": "what is kept beside the resource"},
            "depends_on": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
                           "description": "resources that must be there first"},
            "deletion_policy": policies,
            "update_policy": {"allOf": [mapping], "description": "how an update goes about it"},
            "external_id": {**text_or_call, "description": "the identity of a thing that exists already"},
            "condition": {"anyOf": [{"type": ["boolean", "string"]}, _call(date, condition=True)],
                          "description": "what it is made on"},
        }),
        "additionalProperties": False,
    }


def _output(date: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"value": {"$ref": "#/definitions/value"}}
    if "condition" in available(OUTPUT_KEYWORDS, date):
        fields["condition"] = {"anyOf": [{"type": ["boolean", "string", "null"]}, _call(date, condition=True)]}
    # Heat looks at these keywords and passes others by.
    return {"type": "object", "required": ["value"], "properties": _fields(OUTPUT_KEYWORDS, date, fields)}


def _values(date: str) -> dict[str, Any]:
    """A value as it may stand anywhere: not a call of a function that the version has no more."""
    from designer.functions import all_names, find, names

    known = names(date)
    # With conditions there are places that Heat never looks into: branches not taken, resources switched off.
    gone = [name for name in all_names() if _is_gone(find(name), date)] if date < CONDITIONS_SINCE else []
    mapping: dict[str, Any] = {
        "type": "object",
        "properties": {name: {"description": find(name).SUMMARY, "allOf": [{"$ref": "#/definitions/value"}]}
                       for name in known},
        "additionalProperties": {"$ref": "#/definitions/value"},
    }
    if gone:
        mapping["not"] = {"maxProperties": 1, "anyOf": [{"required": [name]} for name in gone]}
    return {
        "map": mapping,
        "value": {"anyOf": [{"type": ["string", "number", "boolean", "null"]},
                            {"type": "array", "items": {"$ref": "#/definitions/value"}},
                            {"$ref": "#/definitions/map"}]},
    }


def _is_gone(function: Any, date: str) -> bool:
    until: str | None = function.UNTIL
    return until is not None and until <= date


def _call(date: str, condition: bool = False) -> dict[str, Any]:
    """A map that calls a function: one key, the name of a function that the version has or once had."""
    from designer.functions import all_names, find, names

    known = names(date, condition)
    gone = [name for name in all_names() if name not in known and _is_gone(find(name), date)]
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "propertyNames": {"enum": known + gone}}
