"""Fields: what a person may see and change of one value, made of its schema and of how it is written.

A field is plain data:

    path, key, id   where the value stands, as a list, as text that names it, and as a short name for a page
    name, label     the last step, and how it is shown
    type            String, Integer, Number, Boolean, List, Map or Any
    control         what it is edited with: switch, choice, number, string, text, list, map, entries, any, source,
                    or call: a function whose arguments are fields of their own
    state           unset, open, value, parameter, reference, attribute, function or repeated
    required, default, hint, least, most, choices, effect, support, description, entity
    text            a plain value as text; the value's YAML where it is edited as such
    pill, select    of a placeholder: where it comes from, in words, and the node to select
    fields          what is inside: the keys of a map, the items of a list, the arguments of a call
    call, summary   the function that is called, and what it makes
    suggestions     values that are often meant, where another may be too
    place           of an entry of a map of any keys: where it stands, and of how many; it can be renamed and moved
    names           of a call, the names in its text that nothing is put in for, each with the operations that add it
    next_key, draft of a list: the key of one more item, and its field where that is a plain value
    extractable     whether a parameter could be made of it
    problems        what was found at this place, each with severity, code and message
"""

from __future__ import annotations

import json
from zlib import crc32

from designer import catalog
from designer.assist.facts import constraint_words, support_facts
from designer.assist.fitting import named_entity, steps_behind
from designer.catalog import PropertySchema
from designer.functions import find, functions_of
from designer.functions.inside import Arguments, argument_of, call_in, defined
from designer.functions.standins import REPLACING, unnamed
from designer.syntax import Mapping, Scalar, Sequence
from designer.syntax.paths import follow
from designer.syntax.source import Source
from designer.template.versions import LATEST
from designer.values import Placeholder, is_known
from designer.values.words import describe, written

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

UNSET = "unset"
OPEN = "open"
VALUE = "value"
PARAMETER = "parameter"
REFERENCE = "reference"
ATTRIBUTE = "attribute"
FUNCTION = "function"
REPEATED = "repeated"

_STATES = {"get_param": PARAMETER, "get_resource": REFERENCE, "get_attr": ATTRIBUTE}
_CONTROLS = {"Boolean": "switch", "Integer": "number", "Number": "number", "List": "list"}
_TRUE = ("true", "yes", "on", "1", "t", "y")
_FALSE = ("false", "no", "off", "0", "f", "n")
# Texts that are mostly of several lines.
_LONG = frozenset(("user_data", "config", "cloud_config", "template", "description", "workflow", "public_key",
                   "payload", "definition", "environment_file", "certificate", "content", "script", "Description",
                   "UserData"))
_WORKED_OUT = ("properties", "metadata", "update_policy", "deletion_policy", "external_id")
_DEEPEST = 12
_MOST_CHOICES = 400


class Form:
    """What fields are made with: an analysis, and the part of the template that the form is about."""

    __slots__ = ("analysis", "text", "functions", "problems", "effect")

    def __init__(self, analysis: Analysis, root: Path, effect: Effect | None = None) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        template = analysis.template
        self.functions = functions_of(template.effective_version if template is not None else LATEST)
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
        return call_in(node, self.functions)


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


def field(form: Form, schema: PropertySchema, path: Path, node: Node | None, depth: int = _DEEPEST) -> Field:
    """The field of a value of a schema, with all that is written inside of it."""
    facts = _facts(form, schema, path)
    state = facts["state"] = _state(form, node)
    facts["control"] = _control(schema, node)
    if node is not None and state != UNSET:
        facts["start"], facts["end"] = node.start, node.end
    if state in (PARAMETER, REFERENCE, ATTRIBUTE):
        _point(form, facts, node)
    if state in (UNSET, OPEN):
        facts["fields"] = []
        if facts["control"] == "list":
            _add_draft(form, facts, schema, path, 0)
    elif state == FUNCTION and _call(form, facts, schema, path, node, depth):
        facts["problems"] = [*form.at(path), *form.at((*path, facts["call"]))]
    elif state != VALUE:
        facts["problems"] = form.within(path)
        if state == ATTRIBUTE:
            _call(form, facts, schema, path, node, depth)
        facts["text"] = source_of(form, node)
        facts["control"] = "source" if state == FUNCTION else facts["control"]
    elif not _fill(form, facts, schema, path, node, depth):
        facts["problems"] = form.within(path)
        facts["control"] = "source"
        facts["text"] = source_of(form, node)
    if "problems" not in facts:
        facts["problems"] = form.at(path)
    facts["unfinished"] = state == OPEN or (state == UNSET and schema.required) or any(
        each["unfinished"] for each in facts["problems"])
    facts["problems"] = [each for each in facts["problems"] if not each["unfinished"]]
    facts["extractable"] = state == VALUE and takes_functions(path)
    facts["worst"] = next((severity for severity in ("error", "warning", "info")
                           if any(each["severity"] == severity for each in facts["problems"])), None)
    return facts


def fields_inside(form: Form, schema: PropertySchema, path: Path, node: Node | None) -> list[Field]:
    """The fields of a map of known keys that may not be written yet."""
    written_map = node if isinstance(node, Mapping) and form.function_in(node) is None else None
    return list(_keys(form, schema.schema or {}, path, written_map, _DEEPEST))


def takes_functions(path: Path) -> bool:
    """Whether a function may stand at a path."""
    if path[0] == "resources":
        return (len(path) > 3 and path[2] in _WORKED_OUT) or path[2:] in (("deletion_policy",), ("external_id",))
    return path[0] == "outputs" and len(path) > 2 and path[2] == "value"


def ordered(schemas: dict[str, PropertySchema], node: Mapping | None) -> list[str]:
    """The names of a map's keys: those that are written in the order of the text, then required ones, then the rest."""
    index = node.index if node is not None else {}
    at = {name: place for place, name in enumerate(index)}
    return sorted(schemas, key=lambda name: (at.get(name, len(at)), not schemas[name].required, name.lower()))


def source_of(form: Form, node: Node | None) -> str:
    """A value as YAML by itself: as it is written, moved to the left."""
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return written(node.value) if not isinstance(node.value, str) else _quoted(node.value)
    assert isinstance(node, (Mapping, Sequence))
    return Source(form.text, node).text


def _quoted(text: str) -> str:
    """A text in double quotes, which YAML reads as that very text: what is a line break to it is escaped too."""
    def escaped(sign: str) -> str:
        return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"

    return "".join(sign if sign.isprintable() else escaped(sign) for sign in json.dumps(text, ensure_ascii=False))


def _facts(form: Form, schema: PropertySchema, path: Path) -> Field:
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
        "suggestions": _suggestions(form, path), "place": None,
    }
    for constraint in schema.constraints:
        if constraint.kind == "range" and isinstance(constraint.value, dict):
            facts["least"], facts["most"] = constraint.value.get("min"), constraint.value.get("max")
        elif constraint.kind == "allowed_values" and isinstance(constraint.value, (list, tuple)) and len(
                constraint.value) <= _MOST_CHOICES:
            facts["choices"] = [{"text": written(each), "value": each} for each in constraint.value]
    return facts


def _hint(schema: PropertySchema) -> str:
    return "; ".join(constraint_words(each) for each in schema.constraints
                     if each.kind not in ("allowed_values", "custom_constraint"))


def _state(form: Form, node: Node | None) -> str:
    if node is None:
        return UNSET
    if isinstance(node, Scalar) and node.value is None:
        return OPEN
    if form.text.startswith("*", node.start):
        return REPEATED
    name = form.function_in(node)
    if name is None:
        return VALUE
    state = _STATES.get(name, FUNCTION)
    return state if state == FUNCTION or _names(node) else FUNCTION


def _names(node: Node | None) -> list[Any] | None:
    """What a call names, and the path behind it; None where a part of that is worked out."""
    assert isinstance(node, Mapping)
    argument = next(iter(node.index.values())).plain()
    steps = argument if isinstance(argument, list) else [argument]
    if not steps or not isinstance(steps[0], str) or not all(
            isinstance(step, (str, int)) and not isinstance(step, bool) for step in steps):
        return None
    return steps


def _control(schema: PropertySchema, node: Node | None) -> str:
    kind = schema.type
    if kind in ("String", "Integer", "Number") and any(
            each.kind == "allowed_values" and isinstance(each.value, (list, tuple)) and len(each.value) <= _MOST_CHOICES
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


def _call(form: Form, facts: Field, schema: PropertySchema, path: Path, node: Node | None, depth: int) -> bool:
    """Fill in the arguments of a call as fields; False where it is not known, or not written, as its function wants."""
    name = form.function_in(node)
    shape = argument_of(name, schema) if name is not None else None
    if name is None or shape is None or not isinstance(node, Mapping) or not depth:
        return False
    argument, inner = node.index[name], (*path, name)
    simple = form.function_in(argument) is None and not form.text.startswith("*", argument.start)
    if shape.type == "List":
        if not isinstance(argument, Sequence) or not simple:
            return False
        fields = [_argument(form, shape, inner, at, child, depth) for at, child in enumerate(argument.items)]
        count = len(fields)
        optional = shape.inside(count)
        if isinstance(shape, Arguments) and count < len(shape.places) and optional is not None:
            fields.append(_argument(form, shape, inner, count, None, depth))
        elif shape.item is not None:
            _add_draft(form, facts, shape, inner, count)
    elif shape.type == "Map":
        if not isinstance(argument, Mapping) or not simple or len(argument.index) != len(argument.entries):
            return False
        fields = _keys(form, shape.schema or {}, inner, argument, depth)
    else:
        fields = [field(form, shape, inner, argument, depth - 1)]
    facts.update(control="call", call=name, summary=find(name).SUMMARY, fields=fields,
                 names=_names_in(argument, name, inner))
    return True


def _names_in(argument: Node, name: str, path: Path) -> list[dict[str, Any]]:
    """The names in a text that nothing is put in for, with the operations that add each and the field to go on at."""
    if not isinstance(argument, Mapping):
        return []
    for (function, holder), place in REPLACING.items():
        text = argument.index.get(str(place))
        held = argument.index.get(str(holder))
        if function == name and isinstance(text, Scalar) and isinstance(text.value, str) and (
                held is None or isinstance(held, Mapping) or (isinstance(held, Scalar) and held.value is None)):
            keys = list(held.index) if isinstance(held, Mapping) else []
            steps = [(*path, str(holder), each) for each in unnamed(text.value, keys)]
            first: Any = [] if holder == "for_each" else ""
            return [{"name": each[-1], "operations": [{"op": "set", "path": list(each), "value": first}],
                     "focus": key_of(each)} for each in steps]
    return []


def others(analysis: Analysis, name: str | None) -> list[str]:
    """The names of the resources but one; none where they are too many to choose from a list."""
    resources = analysis.template.resources if analysis.template is not None else {}
    return [other for other in resources if other != name] if len(resources) <= _MOST_CHOICES else []


def _argument(form: Form, shape: PropertySchema, inner: Path, at: int, child: Node | None, depth: int) -> Field:
    schema = shape.inside(at) or pseudo("", "Any")
    if inner[-1] == "get_attr" and at == 0 and form.analysis.template is not None:
        names = others(form.analysis, str(inner[1]) if inner[0] == "resources" else None)
        schema = pseudo("resource", "String", required=True, constraints=[{"allowed_values": names}] if names else [])
    facts = field(form, schema, (*inner, at), child, depth - 1)
    places = shape.places if isinstance(shape, Arguments) else []
    facts["label"] = schema.name if at < len(places) else str(at + 1)
    facts["free"] = child is not None and at >= len(places)
    return facts


def _suggestions(form: Form, path: Path) -> list[str]:
    """What is often meant at a place that takes any text: the attributes of a resource, the names of constraints."""
    template = form.analysis.template
    if len(path) > 2 and path[-2] == "get_attr" and isinstance(path[-1], int) and path[-1] and template is not None:
        return _attribute_steps(form, path[:-1], path[-1])
    if path[-2:] == ("if", 0) and template is not None:
        return list(template.conditions)[:_MOST_CHOICES]
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


def _add_draft(form: Form, facts: Field, schema: PropertySchema, path: Path, count: int) -> None:
    """What one more item of a list would be."""
    item = schema.item if schema.item is not None else pseudo("", "Any")
    facts["item"] = _control(item, None)
    facts["next_key"] = key_of((*path, count))
    if facts["item"] not in ("map", "entries", "list"):
        draft = _facts(form, item, (*path, count))
        draft.update(state=UNSET, control="string" if facts["item"] == "switch" else facts["item"], problems=[],
                     unfinished=False, worst=None, required=False)
        facts["draft"] = draft


def _point(form: Form, facts: Field, node: Node | None) -> None:
    """What a placeholder is, in words, and where it leads."""
    steps = _names(node)
    assert steps is not None
    name, state = str(steps[0]), facts["state"]
    origin = {PARAMETER: "get_param", REFERENCE: "get_resource", ATTRIBUTE: "get_attr"}[state]
    facts["pill"] = describe(Placeholder("any", origin, tuple(steps)))
    facts["names"] = name
    facts["steps"] = [str(step) for step in steps[1:]]
    template, evaluation = form.analysis.template, form.analysis.evaluation
    if template is None:
        return
    if state == PARAMETER:
        facts["select"] = f"/parameters/{name}" if name in template.parameters else None
        worth = evaluation.parameters.get(name) if evaluation is not None else None
        if worth is not None and is_known(worth) and not isinstance(worth, (dict, list)) and len(steps) == 1:
            facts["worth"] = written(worth)
    else:
        facts["select"] = name if name in template.resources else None


def _fill(form: Form, facts: Field, schema: PropertySchema, path: Path, node: Node | None, depth: int) -> bool:
    """Fill in a plain value; False where it is of another kind than the schema's, or cannot be shown in its control."""
    control = facts["control"]
    if control in ("map", "entries"):
        if not isinstance(node, Mapping) or not depth or len(node.index) != len(node.entries):
            return False
        if control == "map":
            facts["fields"] = list(_keys(form, schema.schema or {}, path, node, depth))
            facts["written"] = sum(one["state"] != UNSET for one in facts["fields"])
        else:
            free = pseudo("", "Any")
            facts["fields"] = [_named(field(form, free, (*path, name), child, depth - 1), name)
                               for name, child in node.index.items()]
            facts["written"] = len(facts["fields"])
            number(facts["fields"])
        return True
    if control == "list":
        if not isinstance(node, Sequence) or not depth:
            return False
        item = schema.item if schema.item is not None else pseudo("", "Any")
        facts["fields"] = [field(form, item, (*path, at), child, depth - 1) for at, child in enumerate(node.items)]
        _add_draft(form, facts, schema, path, len(node.items))
        facts["written"] = len(facts["fields"])
        return True
    if not isinstance(node, Scalar):
        return False
    value = node.value
    text = written(value)
    facts["value"] = value
    if control == "switch":
        word = text.strip().lower()
        if word not in _TRUE and word not in _FALSE:
            facts["control"] = "string"
        facts["text"] = text if facts["control"] == "string" else "true" if word in _TRUE else "false"
        return True
    if control == "any" and isinstance(value, str) and "\n" in value:
        facts["control"] = "text"
    elif control == "any" and isinstance(value, str) and _looks_like_another(value):
        text = json.dumps(value, ensure_ascii=False)
    # what a page cannot carry unchanged is edited in quotes
    if not all(sign.isprintable() or sign in "\n\t" for sign in text) or ("\n" in text and facts["control"] != "text"):
        return False
    facts["text"] = text
    return True


def _looks_like_another(text: str) -> bool:
    """Whether a text, typed where anything may stand, would mean something else than the text."""
    if text.strip()[:1] in ('"', "'", "[", "{"):
        return True
    try:
        value = json.loads(text)
    except ValueError:
        return False
    # what is no number in these very digits is a text anyway
    return not isinstance(value, (int, float)) or isinstance(value, bool) or repr(value) == text.strip()


def number(fields: Steps[Field]) -> None:
    """Say of the entries of a map of any keys where each stands."""
    for at, one in enumerate(fields):
        one["place"] = (at, len(fields))


def _named(facts: Field, name: str) -> Field:
    facts["label"] = name
    facts["free"] = True
    return facts


def _keys(form: Form, schemas: dict[str, PropertySchema], path: Path, node: Mapping | None,
          depth: int) -> list[Field]:
    found = []
    index = node.index if node is not None else {}
    for name in ordered(schemas, node):
        inner = index.get(name)
        schema = schemas[name] if name != "properties" else defined(schemas, node) or schemas[name]
        if inner is None and (not schema.implemented or schema.support.status in ("HIDDEN", "UNSUPPORTED")):
            continue
        found.append(field(form, schema, (*path, name), inner, depth - 1))
    for name, inner in index.items():
        if name not in schemas:
            other = field(form, pseudo(name, "Any"), (*path, name), inner, depth - 1)
            other["stray"] = True
            found.append(other)
    return found
