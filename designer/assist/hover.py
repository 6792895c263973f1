"""Hover: the facts about what stands at a place."""

from __future__ import annotations

from designer import functions
from designer.assist.facts import attribute_facts, property_facts, type_facts
from designer.syntax import Mapping, Node, Scalar, Sequence, node_at
from designer.values.words import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.catalog import PropertySchema, ResourceType


def hover(analysis: Analysis, offset: int) -> dict[str, Any] | None:
    """The facts about the word at an offset, None where there is nothing to say.

    Yields `start` and `end` of what is spoken of, `kind` (type, property, attribute, resource, parameter, condition,
    function, output), `title`, and what belongs to the kind: `type`, `property`, `attribute`, `function`, `value`.
    """
    template = analysis.template
    chain = node_at(analysis.document.root, offset)
    if template is None or len(chain) < 2:
        return None
    node = chain[-1]
    if not isinstance(node, Scalar):
        return None
    path = node.path()
    facts = _named(analysis, node, path, chain) or _in_resource(analysis, node, path)
    if facts is not None:
        facts["start"], facts["end"] = node.start, node.end
    return facts


def _named(analysis: Analysis, node: Scalar, path: tuple[str | int, ...], chain: list[Node]) -> dict[str, Any] | None:
    """A function's name, or what a function refers to."""
    template = analysis.template
    assert template is not None
    parent = chain[-2]
    version = template.effective_version
    if isinstance(parent, Mapping) and len(parent.index) == 1 and parent.entries[0][0] is node:
        condition = path[0] == "conditions"
        module = functions.find(str(node.value), version, condition)
        if module is not None:
            return {"kind": "function", "title": str(node.value),
                    "function": {"summary": module.SUMMARY, "signature": module.SIGNATURE, "since": module.SINCE}}
    name, place = _call_of(node, parent)
    if name == "get_param" and place == 0:
        return _parameter(analysis, str(node.value))
    if name in ("get_resource", "get_attr") and place == 0:
        return _resource(analysis, str(node.value))
    if name == "get_attr" and place == 1 and isinstance(parent, Sequence):
        resource = template.resources.get(str(parent.items[0].plain()))
        kind = analysis.types(resource) if resource is not None else None
        schema = kind.attributes.get(str(node.value)) if kind is not None else None
        if schema is not None and kind is not None:
            return {"kind": "attribute", "title": f"{node.value} of {kind.label}", "attribute": attribute_facts(schema)}
    return None


def _call_of(node: Node, parent: Node) -> tuple[str | None, int]:
    """The function that a scalar is an argument of, and at which place."""
    place = 0
    if isinstance(parent, Sequence):
        place = next((at for at, item in enumerate(parent.items) if item is node), 0)
        node, outer = parent, parent.parent
    else:
        outer = parent
    if isinstance(outer, Mapping) and len(outer.index) == 1 and outer.entries[0][1] is node:
        return str(outer.entries[0][0].value), place
    return None, 0


def _parameter(analysis: Analysis, name: str) -> dict[str, Any] | None:
    template, evaluation = analysis.template, analysis.evaluation
    if template is None or evaluation is None or name not in template.parameters:
        return None
    parameter = template.parameters[name]
    description = parameter.part("description")
    return {"kind": "parameter", "title": f"parameter {name}", "detail": parameter.type or "",
            "value": shown(evaluation.parameters.get(name)),
            "description": str(description.plain()) if description is not None else None}


def _resource(analysis: Analysis, name: str) -> dict[str, Any] | None:
    template = analysis.template
    if template is None or name not in template.resources:
        return None
    resource = template.resources[name]
    kind = analysis.types(resource)
    return {"kind": "resource", "title": f"resource {name}", "detail": resource.type or "",
            "type": type_facts(kind) if kind is not None else None}


def _in_resource(analysis: Analysis, node: Scalar, path: tuple[str | int, ...]) -> dict[str, Any] | None:
    template = analysis.template
    if template is None or len(path) < 2:
        return None
    if path[0] == "parameters" and len(path) == 2:
        return _parameter(analysis, str(path[1]))
    if path[0] != "resources" or str(path[1]) not in template.resources:
        return _condition(analysis, node, path)
    resource = template.resources[str(path[1])]
    kind = analysis.types(resource)
    if len(path) == 2:
        return _resource(analysis, resource.name)
    if path[2] == "type" and kind is not None:
        return {"kind": "type", "title": kind.name, "type": type_facts(kind)}
    if path[2] == "depends_on":
        return _resource(analysis, str(node.value))
    if path[2] == "condition":
        return _condition(analysis, node, path)
    if path[2] == "properties" and len(path) > 3 and kind is not None:
        return _property(analysis, kind, path[3:], resource.name)
    return None


def _property(analysis: Analysis, kind: ResourceType, steps: tuple[str | int, ...], name: str) -> dict[str, Any] | None:
    schema: PropertySchema | None = kind.property_at(steps)
    if schema is None:
        return None
    facts = {"kind": "property", "title": ".".join(map(str, steps)),
             "property": property_facts(schema, kind.update_effect(steps)), "docs_url": kind.docs_url}
    values = analysis.evaluation.resources.get(name) if analysis.evaluation is not None else None
    value: Any = values.properties if values is not None else None
    for step in steps:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return facts
    facts["value"] = shown(value)
    return facts


def _condition(analysis: Analysis, node: Scalar, path: tuple[str | int, ...]) -> dict[str, Any] | None:
    template, evaluation = analysis.template, analysis.evaluation
    name = str(node.value)
    if template is None or evaluation is None or name not in template.conditions:
        return None
    if path[-1] != "condition" and path[0] != "conditions":
        return None
    holds = {True: "holds", False: "does not hold", None: "depends on values not known yet"}
    return {"kind": "condition", "title": f"condition {name}", "detail": holds[evaluation.conditions.get(name)]}
