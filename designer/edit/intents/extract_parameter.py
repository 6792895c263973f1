"""A value that becomes a parameter's default, with `get_param` in its place."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.intents.rename import check_free
from designer.edit.placing import add_entry, shown
from designer.edit.refused import Refused
from designer.functions import functions_of
from designer.syntax import Mapping, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Path
    from designer.edit.subject import Subject
    from designer.syntax import Node

FIELDS = {"path": "path", "name": "name", "type": "name?", "label": "text?", "description": "text?",
          "hidden": "flag?", "default": "flag?", "after": "name?"}
TYPES = ("string", "number", "boolean", "comma_delimited_list", "json")


def intend(subject: Subject, path: list[str | int], name: str, type: str | None, label: str | None,
           description: str | None, hidden: bool | None, default: bool | None, after: str | None) -> Intent:
    """The parameter has the value's type, and the value as its default unless `default` is false.

    Refused where the value makes use of functions, or stands where none may be used.
    """
    steps = tuple(path)
    node = subject.node(steps)
    if node is None:
        raise Refused(f"there is no {shown(steps)}")
    check_free(subject, "parameters", name)
    _check_place(subject, steps, node)
    value = node.plain()
    kind, written = _as_parameter(value, type)
    parameter: dict[str, Any] = {"type": kind}
    for key, word in (("label", label), ("description", description)):
        if word is not None:
            parameter[key] = word
    if default is not False and value is not None:
        parameter["default"] = written
    if hidden:
        parameter["hidden"] = True
    change = Change()
    add_entry(subject, change, "parameters", name, parameter, after)
    change.set(steps, {"get_param": name})
    return Intent(change, f"Extract {shown(steps)} into the parameter {name}", ("parameters", name))


def _check_place(subject: Subject, path: Path, node: Node) -> None:
    inside = (path[0] == "resources" and len(path) > 3 and path[2] in (
        "properties", "metadata", "update_policy")) or (
        path[0] == "resources" and path[2:] in (("deletion_policy",), ("external_id",))) or (
        path[0] == "outputs" and len(path) > 2 and path[2] == "value") or (path[0] == "conditions" and len(path) > 2)
    if not inside:
        raise Refused(f"no parameter can be asked for at {shown(path)}")
    find = functions_of(subject.template.effective_version).find
    for each in walk(node):
        if isinstance(each, Mapping) and len(each.index) == 1 and find(next(iter(each.index))) is not None:
            raise Refused(f"{shown(path)} is worked out by a function, and so no parameter's default")
    holder = node.parent
    if isinstance(holder, Mapping) and len(holder.index) == 1 and next(iter(holder.index)) in (
            "get_param", "get_file", "get_resource"):
        raise Refused(f"{shown(path)} is the name of something")


def _as_parameter(value: Any, type: str | None) -> tuple[str, Any]:
    """A parameter's type for a value, and the value as its default."""
    if isinstance(value, bool):
        kind = "boolean"
    elif isinstance(value, (int, float)):
        kind = "number"
    elif isinstance(value, dict):
        kind = "json"
    elif isinstance(value, list):
        plain = value and all(isinstance(each, str) and each and "," not in each and each == each.strip()
                              for each in value)
        kind = "comma_delimited_list" if plain else "json"
    else:
        kind = "string"
    if type is not None and type != kind:
        fitting = {"json": isinstance(value, (dict, list)), "string": not isinstance(value, (dict, list)),
                   "number": isinstance(value, str) and value.isdecimal(), "boolean": False,
                   "comma_delimited_list": kind == "string"}
        if not fitting.get(type, False):
            raise Refused(f"the value is no {type}" if type in TYPES else f"there is no parameter type {type}")
        kind = type
    if kind == "comma_delimited_list" and isinstance(value, list):
        return kind, ",".join(value)
    return kind, value
