"""The forms of what is no resource: parameters, parameter groups, conditions, outputs, and the template itself."""

from __future__ import annotations

from designer.assist.form_fields import UNSET, field, source_of
from designer.assist.form_ground import Form, key_of, node_at, pseudo
from designer.assist.form_places import (
    CONSTRAINTS,
    group_schemas,
    output_schemas,
    parameter_schemas,
    template_schemas,
)
from designer.functions.inside import Condition
from designer.syntax import Mapping, Sequence
from designer.template.model import text_of
from designer.text.counting import counted
from designer.values.words import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.assist.form_ground import Field, Path
    from designer.catalog import PropertySchema

SECTIONS = ("parameters", "conditions", "outputs")
WORDS = {"parameters": "Parameter", "conditions": "Condition", "outputs": "Output",
         "parameter_groups": "Parameter group"}
# What a new constraint of a kind says at first.
_FIRST: dict[str, Any] = {"range": {"min": 0}, "length": {"min": 1}, "modulo": {"step": 1, "offset": 0},
                          "allowed_values": [], "allowed_pattern": ".*", "custom_constraint": "ip_addr"}
_TITLES = {"range": "range", "length": "length", "modulo": "step", "allowed_values": "allowed values",
           "allowed_pattern": "pattern", "custom_constraint": "custom constraint"}


def entry_form(analysis: Analysis, section: str, name: str) -> dict[str, Any] | None:
    """A parameter, condition, output or parameter group (by its number) as fields, None where there is none.

    `fields`, what is `value`d, `problems` at no field, and by kind: `constraints` and those that can be `added`,
    `holds` and `source` of a condition.
    """
    template = analysis.template
    if template is None:
        return None
    if section == "parameter_groups":
        return _group(analysis, name)
    if section not in SECTIONS or name not in getattr(template, section):
        return None
    entry = getattr(template, section)[name]
    root: Path = (section, name)
    form = Form(analysis, root)
    facts: dict[str, Any] = {"section": section, "name": name, "word": WORDS[section], "path": list(root),
                             "start": entry.key.start, "end": entry.node.end, "fields": [], "constraints": None}
    evaluation = analysis.evaluation
    if section == "conditions":
        facts["holds"] = evaluation.conditions.get(name) if evaluation is not None else None
        facts["expression"] = _expression(form, root, entry.node)
    elif section == "parameters":
        schemas = parameter_schemas(analysis, entry)
        added = schemas.pop("constraints", None)
        facts["fields"] = _fields(form, schemas, root, entry.node)
        if added is not None:
            _add_constraints(form, facts, added, root, entry.node)
        facts["type"] = entry.type
        facts["worth"] = shown(evaluation.parameters.get(name)) if evaluation is not None else None
        facts["has_default"] = entry.part("default") is not None
    else:
        facts["fields"] = _fields(form, output_schemas(analysis), root, entry.node)
        outputs = evaluation.outputs if evaluation is not None else {}
        facts["worth"] = shown(outputs[name].value) if name in outputs else None
    facts["problems"] = [problem for problem in form.within(root) if not problem["unfinished"]]
    return facts


def template_form(analysis: Analysis) -> dict[str, Any] | None:
    """The template itself: its version and description as fields, its entries by section, its figures."""
    template, evaluation = analysis.template, analysis.evaluation
    if template is None or evaluation is None:
        return None
    form = Form(analysis, ())
    root = template.root
    facts = {"fields": [field(form, schema, (name,), root.index.get(name))
                        for name, schema in template_schemas().items()]}
    groups = template.parameter_groups
    return {
        **facts,
        "parameters": [{"name": one.name, "detail": one.type or "no type", "worth": shown(
            evaluation.parameters.get(one.name)), "about": text_of(one.part("description"))}
            for one in template.parameters.values()],
        "groups": [{"name": str(at), "label": _label(one), "detail": _count(one)}
                   for at, one in enumerate(groups.items)] if isinstance(groups, Sequence) else [],
        "conditions": [{"name": one.name, "holds": evaluation.conditions.get(one.name)}
                       for one in template.conditions.values()],
        "outputs": [{"name": one.name, "about": text_of(one.part("description"))}
                    for one in template.outputs.values()],
        "figures": _figures(analysis),
        "adds": _adds(len(groups.items) if isinstance(groups, Sequence) else 0),
    }


def _adds(groups: int) -> dict[str, dict[str, Any]]:
    """For each section the operation that adds an entry, and the field of it that takes the entry's name."""
    first = {"parameters": {"type": "string"}, "conditions": True, "outputs": {"value": None}}
    found: dict[str, dict[str, Any]] = {
        section: {"operation": {"op": "add", "section": section, "name": "", "value": value}, "into": "name"}
        for section, value in first.items()}
    found["parameter_groups"] = {"operation": {"op": "set", "path": ["parameter_groups", groups], "value": {
        "label": "", "parameters": []}}, "into": "value.label"}
    return found


def _figures(analysis: Analysis) -> dict[str, Any]:
    template = analysis.template
    assert template is not None
    services: dict[str, int] = {}
    for resource in template.resources.values():
        kind = analysis.types(resource)
        service = kind.service if kind is not None else "unknown"
        services[service] = services.get(service, 0) + 1
    return {"resources": len(template.resources), "lines": len(analysis.lines), "services": services}


def _fields(form: Form, schemas: dict[str, PropertySchema], root: Path, node: Any) -> list[Field]:
    index = node.index if isinstance(node, Mapping) else {}
    found = [field(form, schema, (*root, name), index.get(name)) for name, schema in schemas.items()]
    for name, inner in index.items():
        if name not in schemas and name != "constraints":
            other = field(form, pseudo(name, "Any"), (*root, name), inner)
            other["stray"] = True
            found.append(other)
    return found


def _expression(form: Form, root: Path, node: Any) -> Field:
    """A condition's expression."""
    facts = field(form, Condition("expression", {"required": True}, named=False), root, node)
    facts.update(label="expression", source=source_of(form, node))
    return facts


def _add_constraints(form: Form, facts: dict[str, Any], schema: PropertySchema, root: Path, node: Any) -> None:
    path = (*root, "constraints")
    there = node.index.get("constraints") if isinstance(node, Mapping) else None
    found = field(form, schema, path, there)
    kinds = [name for name in (schema.item.schema or {}) if name in CONSTRAINTS] if schema.item is not None else []
    for one in found["fields"]:
        own = [inner for inner in one["fields"] if inner["state"] != UNSET and inner["name"] in CONSTRAINTS]
        one["label"] = _TITLES[own[0]["name"]] if own else one["label"]
        one["fields"] = [inner for inner in one["fields"]
                         if inner["state"] != UNSET or inner["name"] == "description"]
    facts["constraints"] = found
    count = len(found["fields"])
    facts["added"] = [{"label": _TITLES[kind], "operations": [
        {"op": "set", "path": [*path, count], "value": {kind: _FIRST[kind]}}],
        "focus": key_of([*path, count, kind])} for kind in kinds]


def _group(analysis: Analysis, name: str) -> dict[str, Any] | None:
    groups = analysis.template.parameter_groups if analysis.template is not None else None
    if not isinstance(groups, Sequence) or not name.isdecimal() or int(name) >= len(groups.items):
        return None
    at = int(name)
    root: Path = ("parameter_groups", at)
    node = node_at(analysis, root)
    assert node is not None
    form = Form(analysis, root)
    return {"section": "parameter_groups", "name": _label(node) or f"group {at + 1}", "id": name,
            "word": WORDS["parameter_groups"], "path": list(root), "start": node.start, "end": node.end,
            "fields": _fields(form, group_schemas(analysis), root, node), "constraints": None,
            "problems": form.within(root)}


def _label(node: Any) -> str:
    label = node.index.get("label") if isinstance(node, Mapping) else None
    return text_of(label) or ""


def _count(node: Any) -> str:
    names = node.index.get("parameters") if isinstance(node, Mapping) else None
    many = len(names.items) if isinstance(names, Sequence) else 0
    return counted(many, "parameter")
