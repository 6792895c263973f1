"""The inspector's facts: a resource with every property of its type, and the template as a whole."""

from __future__ import annotations

from designer.assist.facts import attribute_facts, property_facts, property_tree, type_facts
from designer.syntax import Mapping
from designer.template.model import text_of
from designer.values.words import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis


def inspect_resource(analysis: Analysis, name: str) -> dict[str, Any] | None:
    """All there is to know of a resource, None where the template has none of that name.

    `type` holds the facts of its type, None where that is unknown; `properties` every property of the type, those not
    set too, at every depth; `others` what is written and is no property; `attributes`; `needs` and `needed_by`:
    names with the kinds of edges; `enabled` and `condition`; `start` and `end` of its definition.
    """
    template = analysis.template
    if template is None or name not in template.resources:
        return None
    resource = template.resources[name]
    values = analysis.evaluation.resources.get(name) if analysis.evaluation is not None else None
    kind = analysis.types(resource)
    value = values.properties if values is not None else None
    node = resource.properties
    known = kind.properties if kind is not None else {}
    written_names = list(node.index) if isinstance(node, Mapping) else []
    return {
        "name": name,
        "type_name": resource.type,
        "type": type_facts(kind) if kind is not None else None,
        "start": resource.key.start,
        "end": resource.node.end,
        "enabled": values.enabled if values is not None else True,
        "condition": _written_as(analysis, resource.condition),
        "description": text_of(resource.part("description")),
        "deletion_policy": _written_as(analysis, resource.part("deletion_policy")),
        "external_id": _written_as(analysis, resource.part("external_id")),
        "depends_on": [each for each, _ in resource.depends_on],
        "properties": property_tree(known, value, node, kind, ()) if kind is not None else [],
        "others": [{"name": each, "value": shown(value.get(each) if isinstance(value, dict) else None)}
                   for each in written_names if each not in known],
        "attributes": [attribute_facts(each) for each in kind.attributes.values()] if kind is not None else [],
        "update_policy": [property_facts(each, "update") for each in kind.update_policy.values()]
        if kind is not None else [],
        **_neighbours(analysis, name),
    }


def _neighbours(analysis: Analysis, name: str) -> dict[str, Any]:
    graph = analysis.graph
    needs: list[dict[str, Any]] = []
    needed_by: list[dict[str, Any]] = []
    for edge in graph.edges if graph is not None else ():
        if edge.source == name:
            needs.append({"name": edge.target, "kinds": list(edge.kinds)})
        elif edge.target == name:
            needed_by.append({"name": edge.source, "kinds": list(edge.kinds)})
    return {"needs": needs, "needed_by": needed_by}


def inspect_template(analysis: Analysis) -> dict[str, Any] | None:
    """The template as a whole: version, description, parameters, conditions, outputs and figures; None without one."""
    template, evaluation = analysis.template, analysis.evaluation
    if template is None or evaluation is None:
        return None
    services: dict[str, int] = {}
    for resource in template.resources.values():
        kind = analysis.types(resource)
        service = kind.service if kind is not None else "unknown"
        services[service] = services.get(service, 0) + 1
    return {
        "version": text_of(template.version_node),
        "description": text_of(template.description),
        "parameters": [{"name": p.name, "type": p.type, "label": text_of(p.part("label")),
                        "description": text_of(p.part("description")), "start": p.key.start, "end": p.node.end,
                        "value": shown(evaluation.parameters.get(p.name))} for p in template.parameters.values()],
        "conditions": [{"name": c.name, "holds": evaluation.conditions.get(c.name), "start": c.key.start,
                        "end": c.node.end, "text": _written_as(analysis, c.node)}
                       for c in template.conditions.values()],
        "outputs": [{"name": o.name, "description": text_of(o.part("description")), "start": o.key.start,
                     "end": o.node.end, "value": shown(evaluation.outputs[o.name].value)
                     if o.name in evaluation.outputs else None} for o in template.outputs.values()],
        "figures": {"resources": len(template.resources), "parameters": len(template.parameters),
                    "conditions": len(template.conditions), "outputs": len(template.outputs),
                    "lines": len(analysis.lines), "services": services},
    }


def _written_as(analysis: Analysis, node: Any) -> str | None:
    if node is None:
        return None
    return " ".join(analysis.document.text[node.start:node.end].split())
