"""The form of a resource: its head, its properties at every depth, and what else Heat lets it say."""

from __future__ import annotations

from designer.assist.facts import attribute_facts, type_facts
from designer.assist.form_fields import UNSET, field, fields_inside, number
from designer.assist.form_ground import Form, key_of, node_at, pseudo
from designer.assist.form_places import effect_at, place_at, resource_schemas
from designer.syntax import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.assist.form_ground import Field, Path


def resource_form(analysis: Analysis, name: str) -> dict[str, Any] | None:
    """A resource as fields, None where the template has none of that name.

    `properties` are the fields of its properties, `update_policy` those of its update policy, `parts` those of
    what stands beside them (condition, depends_on, deletion policy ...) and `problems` what is wrong at no field.
    """
    template = analysis.template
    if template is None or name not in template.resources:
        return None
    resource = template.resources[name]
    kind = analysis.types(resource)
    root: Path = ("resources", name)
    form = Form(analysis, root, lambda path: effect_at(analysis, path))
    node = resource.node if isinstance(resource.node, Mapping) else None
    values = analysis.evaluation.resources.get(name) if analysis.evaluation is not None else None
    parts = {key: field(form, schema, (*root, key), node.index.get(key) if node is not None else None)
             for key, schema in resource_schemas(analysis, resource, kind).items()}
    properties = _map_of(form, kind.properties if kind is not None else {}, (*root, "properties"), resource.properties)
    policy_node = node.index.get("update_policy") if node is not None else None
    policy = _map_of(form, kind.update_policy if kind is not None else {}, (*root, "update_policy"), policy_node)
    facts = type_facts(kind) if kind is not None else None
    free = kind is None or kind.placeholder
    for one in properties if free else ():
        one.update(stray=False, free=True)
    if free:
        number([one for one in properties if one["state"] != UNSET])
    type_problems = form.at((*root, "type"))
    return {
        "name": name, "type_name": resource.type, "type": facts, "path": list(root),
        "key": key_of(root), "properties_key": key_of((*root, "properties")),
        "start": resource.key.start, "end": resource.node.end,
        "enabled": values.enabled if values is not None else True,
        "properties": properties, "update_policy": policy, "parts": parts,
        "whole_properties": field(form, pseudo("properties", "Map"), (*root, "properties"), resource.properties)
        if resource.properties is not None and (not isinstance(resource.properties, Mapping)
                                                or form.function_in(resource.properties)) else None,
        "free": free,
        "attributes": [attribute_facts(each) for each in kind.attributes.values()] if kind is not None else [],
        "type_problems": type_problems,
        "problems": [problem for problem in form.within(root) if not problem["unfinished"]],
        "open": sum(one["unfinished"] for one in properties),
    }


def inner_form(analysis: Analysis, path: Path) -> Field | None:
    """What could stand inside the place at a path, as a field with all its keys; None where nothing is known of it.

    Of a map those not written too, of a list the place of one more item.
    """
    place = place_at(analysis, path)
    if place is None:
        return None
    schema, ground = place
    form = Form(analysis, path, lambda each: effect_at(analysis, each), ground)
    node = node_at(analysis, path)
    facts = field(form, schema, path, node)
    if facts["control"] == "map" and not facts["fields"]:
        facts["fields"] = fields_inside(form, schema, path, node)
    return facts


def _map_of(form: Form, schemas: dict[str, Any], path: Path, node: Any) -> list[Field]:
    """The fields of a map that is a section of a resource; those that are set first, then required ones."""
    if node is not None and (not isinstance(node, Mapping) or form.function_in(node) is not None):
        return []
    schema = pseudo(str(path[-1]), "Map")
    schema.schema = schemas
    found = fields_inside(form, schema, path, node)
    return sorted(found, key=lambda one: one["state"] == UNSET)
