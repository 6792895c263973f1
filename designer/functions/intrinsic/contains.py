"""`contains`: whether a value is among others."""

from __future__ import annotations

from designer.functions.arguments import place_of, refuse, wrong
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Sequence
from designer.values import BOOLEAN, LIST, STRING, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "contains"
SINCE = "2017-09-01"
UNTIL = None
CONDITION = "2017-09-01"
ANYWHERE = True
SUMMARY = "whether a list has an item, or a text another text"
SIGNATURE = "contains: [${1:value}, ${2:list}]"
FORM = {"type": "List", "places": [
    {"name": "value", "type": "Any", "current": True}, {"name": "list", "type": "List"}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """True or false as far as the values are known. Source: heat.engine.hot.functions.Contains."""
    if not isinstance(argument, Sequence) or len(argument.items) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[value, list]")
        return unknown(NAME, BOOLEAN)
    value, sequence = [evaluate_node(item, scope) for item in argument.items]
    if not may_be(sequence, LIST, STRING):
        wrong(NAME, place_of(argument, 1), scope, "second argument", "a list or a text", sequence)
    elif sequence.__class__ is str and not may_be(value, STRING):
        wrong(NAME, place_of(argument, 0), scope, "first argument", "a text where the second is one", value)
    elif sequence.__class__ is list and is_known(value):
        if any(is_known(item) and item == value for item in sequence):
            return True
        if is_known(sequence):
            return False
    elif sequence.__class__ is str and value.__class__ is str:
        return value in sequence
    return Placeholder(BOOLEAN, NAME)
