"""What may stand at a path of a template: the schema of that place, also where no resource type describes it."""

from __future__ import annotations

from designer.assist.form_ground import ground_of, node_at, others, pseudo
from designer.catalog import PropertySchema
from designer.functions.inside import Condition, Ground, schema_along
from designer.template.versions import CONDITIONS_SINCE, VERSIONS
from designer.validate import keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.assist.form_ground import Path
    from designer.catalog import ResourceType
    from designer.template import Parameter, Resource

PARAMETER_KINDS = {"string": "String", "number": "Number", "boolean": "Boolean", "json": "Any",
                   "comma_delimited_list": "String"}
_BOUNDS = {"min": {"type": "Number"}, "max": {"type": "Number"}}
CONSTRAINTS: dict[str, dict[str, Any]] = {
    "range": {"type": "Map", "schema": _BOUNDS},
    "length": {"type": "Map", "schema": _BOUNDS},
    "modulo": {"type": "Map", "schema": {"step": {"type": "Number"}, "offset": {"type": "Number"}}},
    "allowed_values": {"type": "List"},
    "allowed_pattern": {"type": "String"},
    "custom_constraint": {"type": "String"},
}
"""What each kind of a parameter's constraint holds."""


def schema_at(analysis: Analysis, path: Path) -> PropertySchema | None:
    """The schema of a place; a place that nothing is known of takes anything. None where a person edits no value."""
    place = place_at(analysis, path)
    return place[0] if place is not None else None


def place_at(analysis: Analysis, path: Path) -> tuple[PropertySchema, Ground] | None:
    """The schema of a place, and what may be called there; None where a person edits no value."""
    template = analysis.template
    if template is None or not path:
        return None
    section, rest, ground = path[0], path[2:], ground_of(analysis)
    schemas: dict[str, PropertySchema] | None = None
    if len(path) == 1:
        schema = template_schemas().get(str(section))
        return (schema, ground) if schema is not None else None
    if section == "conditions":
        found = schema_along(Condition("expression", named=False), rest, node_at(analysis, path[:2]), ground)
        return found if found is not None else pseudo(str(path[-1]), "Any"), ground
    if section == "resources" and rest and str(path[1]) in template.resources:
        resource = template.resources[str(path[1])]
        schemas = _of_resource(analysis, resource)
        if len(rest) == 1 and rest[0] in ("properties", "update_policy"):
            return None
    elif section == "parameters" and rest and str(path[1]) in template.parameters:
        schemas = parameter_schemas(analysis, template.parameters[str(path[1])])
    elif section == "outputs" and rest:
        schemas = output_schemas(analysis)
    elif section == "parameter_groups" and rest:
        schemas = group_schemas(analysis)
    if schemas is None:
        return None
    found = schema_along(schemas.get(str(rest[0])), rest[1:], node_at(analysis, path[:3]), ground)
    return found if found is not None else pseudo(str(path[-1]), "Any"), ground


def effect_at(analysis: Analysis, path: Path) -> str:
    """What a change at a path does to the resource that it lies in, "" where it is in none."""
    if len(path) < 4 or path[0] != "resources" or path[2] != "properties" or analysis.template is None:
        return ""
    resource = analysis.template.resources.get(str(path[1]))
    kind = analysis.types(resource) if resource is not None else None
    return kind.update_effect(path[3:]) if kind is not None else ""


def template_schemas() -> dict[str, PropertySchema]:
    """What a template says of itself."""
    dates, names = list(VERSIONS), [name for name in VERSIONS.values() if name is not None]
    return {
        "heat_template_version": pseudo("heat_template_version", "String", required=True, constraints=[
            {"allowed_values": [*reversed(dates), *reversed(names)]}]),
        "description": pseudo("description", "String"),
    }


def resource_schemas(analysis: Analysis, resource: Resource, kind: ResourceType | None) -> dict[str, PropertySchema]:
    """What a resource says beside its type, properties and update policy."""
    version = _version(analysis)
    found = {
        "description": pseudo("description", "String"),
        "condition": Condition(),
        "depends_on": pseudo("depends_on", "List", item=_choice(others(analysis, resource.name))),
        "deletion_policy": pseudo("deletion_policy", "String", constraints=[{"allowed_values": list(
            kind.deletion_policies if kind is not None else ("Delete", "Retain", "Snapshot"))}]),
        "external_id": pseudo("external_id", "String"),
        "metadata": pseudo("metadata", "Map"),
    }
    known = keywords.available(keywords.RESOURCE_KEYWORDS, version)
    return {name: schema for name, schema in found.items() if name in known}


def parameter_schemas(analysis: Analysis, parameter: Parameter) -> dict[str, PropertySchema]:
    """What a parameter says."""
    kind = parameter.type or "string"
    allowed = keywords.available(keywords.CONSTRAINT_KEYWORDS, _version(analysis))
    from designer.parameters.constraint import TYPES_OF

    item = {name: facts for name, facts in CONSTRAINTS.items() if name in allowed and kind in TYPES_OF[name]}
    found = {
        "type": pseudo("type", "String", required=True,
                       constraints=[{"allowed_values": list(keywords.PARAMETER_TYPES)}]),
        "label": pseudo("label", "String"),
        "description": pseudo("description", "String"),
        "default": pseudo("default", PARAMETER_KINDS.get(kind, "String")),
        "hidden": pseudo("hidden", "Boolean"),
        "immutable": pseudo("immutable", "Boolean"),
        "tags": pseudo("tags", "List", item={"type": "String"}),
        "constraints": pseudo("constraints", "List", item={"type": "Map", "schema": {
            **item, "description": {"type": "String"}}}),
    }
    known = keywords.available(keywords.PARAMETER_KEYWORDS, _version(analysis))
    return {name: schema for name, schema in found.items() if name in known}


def output_schemas(analysis: Analysis) -> dict[str, PropertySchema]:
    """What an output says."""
    found = {"value": pseudo("value", "Any", required=True), "description": pseudo("description", "String"),
             "condition": Condition()}
    known = keywords.available(keywords.OUTPUT_KEYWORDS, _version(analysis))
    return {name: schema for name, schema in found.items() if name in known}


def group_schemas(analysis: Analysis) -> dict[str, PropertySchema]:
    """What a parameter group says."""
    names = list(analysis.template.parameters) if analysis.template is not None else []
    return {"label": pseudo("label", "String"), "description": pseudo("description", "String"),
            "parameters": pseudo("parameters", "List", required=True, item=_choice(names))}


def _choice(names: list[str]) -> dict[str, Any]:
    return {"type": "String", "constraints": [{"allowed_values": names}] if names else []}


def _of_resource(analysis: Analysis, resource: Resource) -> dict[str, PropertySchema]:
    """All that stands in a resource, its properties and its update policy as maps."""
    kind = analysis.types(resource)
    found = resource_schemas(analysis, resource, kind)
    for name in ("properties", "update_policy"):
        found[name] = pseudo(name, "Map")
        if kind is not None:
            found[name].schema = kind.properties if name == "properties" else kind.update_policy
    return found


def _version(analysis: Analysis) -> str:
    return analysis.template.effective_version if analysis.template is not None else CONDITIONS_SINCE
