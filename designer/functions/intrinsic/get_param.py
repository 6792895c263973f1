"""`get_param`: the value of a parameter, or of a part of it."""

from __future__ import annotations

from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Scalar, Sequence
from designer.values import ANY, LIST, MAP, STRING, Placeholder, unknown

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
        if name.__class__ is Placeholder:
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
    found = follow(value, steps, (name,))
    if found == "" and value.__class__ is not Placeholder and _leads_nowhere(value, steps):
        scope.fault("HOT305", argument, "advice", parameter=name, steps=path)
    return found


def follow(value: Any, steps: list[Any], of: tuple[Any, ...]) -> Any:
    """What a path leads to inside a parameter's value; an empty string where it leads nowhere."""
    for step in steps:
        if value.__class__ is Placeholder:
            value = _inside(value, step)
            continue
        if step.__class__ is Placeholder:
            return unknown(NAME)
        if not isinstance(value, (dict, list, str)) or not isinstance(step, (str, int)):
            return ""
        try:
            if isinstance(value, dict):
                value = value[step]
            else:
                value = value[int(step)]
        except (KeyError, IndexError, TypeError, ValueError):
            return ""
    return value


def _leads_nowhere(value: Any, steps: list[Any]) -> bool:
    return follow(value, steps[:-1], ()) == "" or (follow(value, steps, ()) == "" and not _holds_empty(value, steps))


def _holds_empty(value: Any, steps: list[Any]) -> bool:
    holder = follow(value, steps[:-1], ())
    last = steps[-1]
    if isinstance(holder, dict):
        return last in holder if isinstance(last, (str, int)) else False
    if isinstance(holder, list):
        try:
            holder[int(last)]
        except (IndexError, TypeError, ValueError):
            return False
        return True
    return False


def _inside(value: Placeholder, step: Any) -> Any:
    if value.keys is not None and isinstance(step, str) and step in value.keys:
        return value.keys[step]
    of = (*value.of, step) if isinstance(step, (str, int)) else value.of
    if value.kind == LIST and value.item is not None:
        item = value.item
        if item.__class__ is Placeholder and not isinstance(step, Placeholder):
            return Placeholder(item.kind, value.origin, of, item.entity, item.constraints, nullable=item.nullable)
        return item
    if value.kind == STRING:
        return Placeholder(STRING, value.origin, of)
    if value.kind in (LIST, MAP, ANY):
        return Placeholder(ANY, value.origin, of)
    return ""
