"""`get_param`: the value of a parameter, or of a part of it."""

from __future__ import annotations

from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Scalar, Sequence
from designer.values import ANY, BOOLEAN, INTEGER, LIST, NUMBER, STRING, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "get_param"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = "2016-10-14"
ANYWHERE = True
SUMMARY = "the value of a parameter, or what a path leads to inside it"
SIGNATURE = "get_param: ${1:parameter}"

NOWHERE = object()
"""What a path leads to that leads nowhere: Heat makes an empty text of it."""


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The parameter's value; an empty string where a path leads nowhere. Source: heat.engine.hot.functions.GetParam."""
    name = argument.value if argument.__class__ is Scalar else evaluate_node(argument, scope)
    place = argument
    steps: list[Any] = []
    if name.__class__ is list and name:
        steps = name[1:]
        name = name[0]
        if isinstance(argument, Sequence) and argument.items:
            place = argument.items[0]
    if name.__class__ is not str or not name:
        if name.__class__ is Placeholder and name.origin not in ("get_resource", "get_attr"):
            return unknown(NAME)
        if name == "" and place is not argument:
            scope.fault("HOT302", place, RESOLVE, parameter=name, known=tuple(scope.parameters))
        else:
            scope.fault("HOT321", argument, RESOLVE, function=NAME, expects="the name of a parameter, or a list of it "
                        "and a path")
        return unknown(NAME)
    try:
        value = scope.parameters[name]
    except KeyError:
        scope.fault("HOT302", place, RESOLVE, parameter=name, known=tuple(scope.parameters))
        return unknown(NAME)
    if not steps:
        scope.refer(NAME, name, place, call)
        return value
    path = tuple([step if step.__class__ in (str, int) else None for step in steps])
    scope.refer(NAME, name, place, call, path)
    found = follow(value, steps)
    if found is NOWHERE:
        scope.fault("HOT305", argument, "advice", parameter=name, steps=path)
        return ""
    return found


def follow(value: Any, steps: list[Any]) -> Any:
    """What a path leads to inside a parameter's value; NOWHERE where it leads nowhere."""
    for step in steps:
        if step.__class__ is Placeholder:
            return unknown(NAME)
        if value.__class__ is Placeholder:
            value = _inside(value, step)
            if value is NOWHERE:
                return NOWHERE
        elif not isinstance(value, (dict, list, str)) or not isinstance(step, (str, int)):
            return NOWHERE
        else:
            try:
                value = value[step] if isinstance(value, dict) else value[int(step)]
            except (KeyError, IndexError, ValueError):
                return NOWHERE
    return value


def _inside(value: Placeholder, step: Any) -> Any:
    """What a step leads to where the value is not known."""
    if not isinstance(step, (str, int)) or value.kind in (NUMBER, INTEGER, BOOLEAN):
        return NOWHERE
    if value.keys is not None and step in value.keys:
        return value.keys[step]
    if value.kind in (LIST, STRING) and not _is_index(step):
        return NOWHERE
    of = (*value.of, step)
    item = value.item
    if value.kind == LIST and item.__class__ is Placeholder:
        return Placeholder(item.kind, value.origin, of, item.entity, item.constraints, nullable=item.nullable)
    return Placeholder(STRING if value.kind == STRING else ANY, value.origin, of)


def _is_index(step: str | int) -> bool:
    try:
        int(step)
    except ValueError:
        return False
    return True
