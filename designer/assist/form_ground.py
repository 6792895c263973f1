"""What a field is before one looks at what is written: where it stands, what may stand there, how it is edited."""

from __future__ import annotations

import json
from zlib import crc32

from designer import catalog
from designer.assist.facts import constraint_words, support_facts
from designer.assist.fitting import named_entity, steps_behind
from designer.catalog import PropertySchema
from designer.functions import find
from designer.functions.inside import Condition, Ground, call_in
from designer.syntax import Mapping, Scalar, Sequence
from designer.syntax.paths import follow
from designer.template.versions import LATEST
from designer.values.words import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence as Steps
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.syntax import Node

    Field: TypeAlias = dict[str, Any]
    Path: TypeAlias = tuple[str | int, ...]
    Effect: TypeAlias = Callable[[Path], str]

MOST_CHOICES = 400
_CONTROLS = {"Boolean": "switch", "Integer": "number", "Number": "number", "List": "list"}
# Texts that are mostly of several lines.
_LONG = frozenset(("user_data", "config", "cloud_config", "template", "description", "workflow", "public_key",
                   "payload", "definition", "environment_file", "certificate", "content", "script", "Description",
                   "UserData"))
_WORKED_OUT = ("properties", "metadata", "update_policy", "condition")
_WORKED_OUT_WHOLE = ("deletion_policy", "external_id", "condition")


class Form:
    """What fields are made with: an analysis, and the part of the template that the form is about."""

    __slots__ = ("analysis", "text", "ground", "problems", "effect")

    def __init__(self, analysis: Analysis, root: Path, effect: Effect | None = None, ground: Ground | None = None
                 ) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.ground = ground if ground is not None else ground_of(analysis)
        self.effect = effect
        self.problems: dict[Path, list[dict[str, Any]]] = {}
        depth = len(root)
        for each in analysis.diagnostics:
            path = tuple(each.path)
            if path[:depth] == root and each.file is None:
                fixes = [{"title": fix.title, "edits": [{"start": e.start, "end": e.end, "text": e.text}
                                                        for e in fix.edits]} for fix in each.fixes]
                self.problems.setdefault(path, []).append(
                    {"severity": each.severity, "code": each.code, "message": each.message, "fixes": fixes,
                     "unfinished": "unfinished" in each.tags})

    def at(self, path: Path) -> list[dict[str, Any]]:
        """The problems of one place; each is told once."""
        return self.problems.pop(path, [])

    def within(self, path: Path) -> list[dict[str, Any]]:
        """The problems of a place and of all that is inside."""
        depth = len(path)
        return [problem for each in [each for each in self.problems if each[:depth] == path]
                for problem in self.problems.pop(each)]

    def function_in(self, node: Node | None) -> str | None:
        """The function whose call a node is, None where it is none."""
        return call_in(node, self.ground.functions)


def ground_of(analysis: Analysis) -> Ground:
    """What walks inside of values ask of a template."""
    template = analysis.template
    return Ground(template.effective_version if template is not None else LATEST,
                  template.parameters if template is not None else None, analysis.types)


def node_at(analysis: Analysis, path: Steps[str | int]) -> Node | None:
    """The node at a path of the template, None where nothing is written."""
    return follow(analysis.document.root, path)


def key_of(path: Steps[str | int]) -> str:
    """A path as the text that names a field."""
    return json.dumps(list(path), ensure_ascii=True, separators=(",", ":"))


def id_of(path: Steps[str | int]) -> str:
    """A short name for the place at a path, the same each time."""
    return f"f{crc32(key_of(path).encode()):08x}"


def pseudo(name: str, type: str, **facts: Any) -> PropertySchema:
    """The schema of something that no resource type describes: a parameter's label, a deletion policy."""
    return PropertySchema(name, {"type": type, **facts})


def takes_functions(path: Path) -> bool:
    """Whether a function may stand at a path."""
    if path[0] == "resources" and len(path) > 2:
        return path[2] in (_WORKED_OUT if len(path) > 3 else _WORKED_OUT_WHOLE)
    if path[0] == "outputs":
        return len(path) > 2 and path[2] in ("value", "condition")
    return path[0] == "conditions" and len(path) > 1


def facts_of(form: Form, schema: PropertySchema, path: Path) -> Field:
    """What is known of the place at a path, whatever is written there."""
    name = path[-1]
    effect = form.effect(path) if form.effect is not None else ""
    entity = catalog.constraint_entity(named_entity(schema) or "")
    facts: Field = {
        "path": list(path), "key": key_of(path), "id": id_of(path), "name": name, "type": schema.type,
        "label": schema.name if isinstance(name, str) else str(name + 1),
        "required": schema.required, "default": written(schema.default) if schema.has_default else None,
        "effect": effect, "support": support_facts(schema.support), "description": schema.description,
        "entity": entity.label if entity is not None else None, "hint": _hint(schema), "least": None, "most": None,
        "choices": None, "fields": [], "text": "", "implemented": schema.implemented,
        "suggestions": _suggestions(form, path), "place": None, "fixed": is_fixed(form, path),
    }
    for constraint in schema.constraints:
        if constraint.kind == "range" and isinstance(constraint.value, dict):
            facts["least"], facts["most"] = constraint.value.get("min"), constraint.value.get("max")
        elif constraint.kind == "allowed_values" and isinstance(constraint.value, (list, tuple)) and len(
                constraint.value) <= MOST_CHOICES:
            facts["choices"] = [{"text": written(each), "value": each} for each in constraint.value]
    if isinstance(schema, Condition):
        names = conditions_for(form.analysis, path)[:MOST_CHOICES] if schema.named else []
        facts["choices"] = [{"text": written(each), "value": each} for each in (*names, True, False)]
    return facts


def conditions_for(analysis: Analysis, path: Path) -> list[str]:
    """The conditions that may be named at a path: in a condition those that do not need it themselves."""
    template, evaluation = analysis.template, analysis.evaluation
    if template is None:
        return []
    if path[0] != "conditions" or evaluation is None:
        return list(template.conditions)
    needing: dict[str, list[str]] = {}
    for name, references in evaluation.condition_references.items():
        for reference in references:
            if reference.kind == "condition":
                needing.setdefault(reference.target, []).append(name)
    found, waiting = set[str](), [str(path[1])]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needing.get(name, ())
    return [name for name in template.conditions if name not in found]


def is_fixed(form: Form, path: Path) -> bool:
    """Whether the value at a path cannot be taken away alone: a condition's expression, an argument with others behind
    it.
    """
    if path[0] == "conditions" and len(path) == 2:
        return True
    at, function = path[-1], path[-2] if len(path) > 2 else None
    if not isinstance(at, int) or not isinstance(function, str):
        return False
    places = (getattr(find(function), "FORM", None) or {}).get("places", ())
    call = node_at(form.analysis, path[:-2])
    if at >= len(places) or not isinstance(call, Mapping) or list(call.index) != [function]:
        return False
    argument = call.index[function]
    return isinstance(argument, Sequence) and at < len(argument.items) and (
        at + 1 < len(argument.items) or not places[at].get("optional"))


def _hint(schema: PropertySchema) -> str:
    return "; ".join(constraint_words(each) for each in schema.constraints
                     if each.kind not in ("allowed_values", "custom_constraint"))


def control_of(schema: PropertySchema, node: Node | None) -> str:
    """What a value is edited with, as far as it is a plain one."""
    kind = schema.type
    if isinstance(schema, Condition):
        return "choice"
    if kind in ("String", "Integer", "Number") and any(
            each.kind == "allowed_values" and isinstance(each.value, (list, tuple)) and len(each.value) <= MOST_CHOICES
            for each in schema.constraints):
        return "choice"
    if kind == "Map":
        return "map" if schema.schema else "entries"
    if kind == "String":
        several = schema.name in _LONG or (isinstance(node, Scalar) and isinstance(node.value, str)
                                           and "\n" in node.value)
        return "text" if several else "string"
    if kind == "Any":
        if isinstance(node, Mapping):
            return "entries"
        return "list" if isinstance(node, Sequence) else "any"
    return _CONTROLS[kind]


def others(analysis: Analysis, name: str | None) -> list[str]:
    """The names of the resources but one; none where they are too many to choose from a list."""
    resources = analysis.template.resources if analysis.template is not None else {}
    return [other for other in resources if other != name] if len(resources) <= MOST_CHOICES else []


def _suggestions(form: Form, path: Path) -> list[str]:
    """What is often meant at a place that takes any text: the attributes of a resource, the names of constraints."""
    template = form.analysis.template
    if len(path) > 2 and path[-2] == "get_attr" and isinstance(path[-1], int) and path[-1] and template is not None:
        return _attribute_steps(form, path[:-1], path[-1])
    if path[0] == "parameters" and path[-1] == "custom_constraint":
        return catalog.constraint_names()
    return []


def _attribute_steps(form: Form, call: Path, at: int) -> list[str]:
    """What may stand at a place of a path to an attribute."""
    node = node_at(form.analysis, call)
    before = [each.value if isinstance(each, Scalar) else None for each in node.items[:at]] if isinstance(
        node, Sequence) else []
    resources = form.analysis.template.resources if form.analysis.template is not None else {}
    resource = resources.get(str(before[0])) if len(before) == at else None
    kind = form.analysis.types(resource) if resource is not None else None
    return steps_behind(kind, before[1:]) if kind is not None else []


