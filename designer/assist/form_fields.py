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
    fixed, listed   whether it cannot be taken away alone; of a call, whether its arguments are a list of any length
    problems        what was found at this place, each with severity, code and message
"""

from __future__ import annotations

import json

from designer.assist.form_ground import (
    control_of,
    facts_of,
    key_of,
    others,
    pseudo,
    takes_functions,
)
from designer.catalog import PropertySchema
from designer.functions import find
from designer.functions.inside import Arguments, Condition, argument_of, filled, schema_inside
from designer.functions.standins import REPLACING, unnamed
from designer.syntax import Mapping, Scalar, Sequence
from designer.syntax.source import Source
from designer.values import Placeholder, is_known
from designer.values.words import describe, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence as Steps
    from typing import Any

    from designer.assist.form_ground import Field, Form, Path
    from designer.syntax import Node

UNSET = "unset"
OPEN = "open"
VALUE = "value"
PARAMETER = "parameter"
REFERENCE = "reference"
ATTRIBUTE = "attribute"
FUNCTION = "function"
REPEATED = "repeated"

_STATES = {"get_param": PARAMETER, "get_resource": REFERENCE, "get_attr": ATTRIBUTE}
_TRUE = ("true", "yes", "on", "1", "t", "y")
_FALSE = ("false", "no", "off", "0", "f", "n")
_DEEPEST = 12


def field(form: Form, schema: PropertySchema, path: Path, node: Node | None, depth: int = _DEEPEST) -> Field:
    """The field of a value of a schema, with all that is written inside of it."""
    outside = form.ground.functions
    form.ground.enter(schema)
    try:
        return _field(form, schema, path, node, depth)
    finally:
        form.ground.functions = outside


def _field(form: Form, schema: PropertySchema, path: Path, node: Node | None, depth: int) -> Field:
    facts = facts_of(form, schema, path)
    state = facts["state"] = _state(form, node)
    facts["control"] = control_of(schema, node)
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
    facts["extractable"] = state == VALUE and takes_functions(path) and not isinstance(schema, Condition)
    facts["worst"] = next((severity for severity in ("error", "warning", "info")
                           if any(each["severity"] == severity for each in facts["problems"])), None)
    return facts


def fields_inside(form: Form, schema: PropertySchema, path: Path, node: Node | None) -> list[Field]:
    """The fields of a map of known keys that may not be written yet."""
    written_map = node if isinstance(node, Mapping) and form.function_in(node) is None else None
    return list(_keys(form, schema.schema or {}, path, written_map, _DEEPEST))


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
        fields = [_argument(form, shape, inner, at, child, argument, depth) for at, child in enumerate(argument.items)]
        count = len(fields)
        optional = shape.inside(count)
        facts["listed"] = isinstance(shape, Arguments) and not shape.places
        if isinstance(shape, Arguments) and count < len(shape.places) and optional is not None:
            fields.append(_argument(form, shape, inner, count, None, argument, depth))
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


def _argument(form: Form, shape: PropertySchema, inner: Path, at: int, child: Node | None, argument: Node, depth: int
              ) -> Field:
    schema = schema_inside(shape, at, argument, form.ground) or pseudo("", "Any")
    if inner[-1] == "get_attr" and at == 0 and form.analysis.template is not None:
        names = others(form.analysis, str(inner[1]) if inner[0] == "resources" else None)
        schema = pseudo("resource", "String", required=True, constraints=[{"allowed_values": names}] if names else [])
    facts = field(form, schema, (*inner, at), child, depth - 1)
    places = shape.places if isinstance(shape, Arguments) else []
    facts["label"] = schema.name if at < len(places) else str(at + 1)
    facts["free"] = child is not None and at >= len(places)
    return facts


def _add_draft(form: Form, facts: Field, schema: PropertySchema, path: Path, count: int) -> None:
    """What one more item of a list would be."""
    item = schema.item if schema.item is not None else pseudo("", "Any")
    facts["item"] = control_of(item, None)
    facts["next_key"] = key_of((*path, count))
    if facts["item"] not in ("map", "entries", "list"):
        draft = facts_of(form, item, (*path, count))
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
        if word in _TRUE or word in _FALSE:
            facts["text"] = "true" if word in _TRUE else "false"
            return True
        facts["control"] = "string"
    elif control == "any" and isinstance(value, str) and "\n" in value:
        facts["control"] = "text"
    elif (control == "any" or isinstance(schema, Condition)) and isinstance(value, str) and _looks_like_another(value):
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
        schema = filled(schemas[name], schemas, node, form.ground)
        if inner is None and (not schema.implemented or schema.support.status in ("HIDDEN", "UNSUPPORTED")):
            continue
        found.append(field(form, schema, (*path, name), inner, depth - 1))
    for name, inner in index.items():
        if name not in schemas:
            other = field(form, pseudo(name, "Any"), (*path, name), inner, depth - 1)
            other["stray"] = True
            found.append(other)
    return found
