"""What may stand at a path of a template: the schema of that place, also where no resource type describes it."""

from __future__ import annotations

from designer.assist.form_fields import node_at, others, pseudo
from designer.catalog import PropertySchema
from designer.functions import functions_of
from designer.functions.inside import schema_inside
from designer.syntax.paths import child_at
from designer.template.versions import CONDITIONS_SINCE, VERSIONS
from designer.validate import keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.assist.form_fields import Path
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
    template = analysis.template
    if template is None or not path:
        return None
    section, rest = path[0], path[2:]
    if len(path) == 1:
        return template_schemas().get(str(section))
    if section == "resources" and rest:
        resource = template.resources.get(str(path[1]))
        return _in_resource(analysis, resource, rest) if resource is not None else None
    if section == "parameters" and rest:
        parameter = template.parameters.get(str(path[1]))
        return _inside(parameter_schemas(analysis, parameter), rest) if parameter is not None else None
    if section == "outputs" and rest:
        return _inside(output_schemas(analysis), rest, analysis, path[:2])
    if section == "conditions":
        return pseudo(str(path[-1]), "Any")
    if section == "parameter_groups":
        return _inside(group_schemas(analysis), rest) if rest else None
    return None


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
        "condition": condition_schema(analysis),
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
             "condition": condition_schema(analysis)}
    known = keywords.available(keywords.OUTPUT_KEYWORDS, _version(analysis))
    return {name: schema for name, schema in found.items() if name in known}


def group_schemas(analysis: Analysis) -> dict[str, PropertySchema]:
    """What a parameter group says."""
    names = list(analysis.template.parameters) if analysis.template is not None else []
    return {"label": pseudo("label", "String"), "description": pseudo("description", "String"),
            "parameters": pseudo("parameters", "List", required=True, item=_choice(names))}


def condition_schema(analysis: Analysis) -> PropertySchema:
    """The name of one of the template's conditions."""
    names = list(analysis.template.conditions) if analysis.template is not None else []
    return pseudo("condition", "String", constraints=[{"allowed_values": names}])


def _choice(names: list[str]) -> dict[str, Any]:
    return {"type": "String", "constraints": [{"allowed_values": names}] if names else []}


def _in_resource(analysis: Analysis, resource: Resource, rest: Path) -> PropertySchema | None:
    kind = analysis.types(resource)
    if rest[0] in ("properties", "update_policy"):
        if len(rest) == 1:
            return None
        if kind is None:
            return pseudo(str(rest[-1]), "Any")
        schemas = kind.properties if rest[0] == "properties" else kind.update_policy
        return _inside(schemas, rest[1:], analysis, ("resources", resource.name, rest[0]))
    return _inside(resource_schemas(analysis, resource, kind), rest, analysis, ("resources", resource.name))


def _inside(schemas: dict[str, PropertySchema], steps: Path, analysis: Analysis | None = None, root: Path = ()
            ) -> PropertySchema:
    """The schema at the end of some steps; where there is none, one that takes anything.

    With `analysis`, steps from `root` on are followed in what is written too: through calls and defined resources.
    """
    schema = schemas.get(str(steps[0]))
    node = node_at(analysis, (*root, steps[0])) if analysis is not None else None
    functions = functions_of(_version(analysis)) if analysis is not None else None
    for step in steps[1:]:
        if functions is None:
            schema = schema.inside(step) if schema is not None else None
        else:
            # an item or a key that no schema describes takes anything
            schema = schema_inside(schema if schema is not None else pseudo("", "Any"), step, node, functions)
            node = child_at(node, step)
    return schema if schema is not None else pseudo(str(steps[-1]), "Any")


def _version(analysis: Analysis) -> str:
    return analysis.template.effective_version if analysis.template is not None else CONDITIONS_SINCE
