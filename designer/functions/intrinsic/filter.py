"""`filter`: a list without some of its items."""

from __future__ import annotations

from designer.functions.arguments import place_of, refuse, wrong
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import visit
from designer.syntax.nodes import Sequence
from designer.values import LIST, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "filter"
SINCE = "2017-02-24"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "a list without the values of another list"
SIGNATURE = "filter: [${1:values}, ${2:list}]"
FORM = {"type": "List", "places": [
    {"name": "without", "type": "List"}, {"name": "list", "type": "List", "current": True}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The items that stay; what counts as false passes as it is. Source: heat.engine.hot.functions.Filter."""
    if not isinstance(argument, Sequence) or len(argument.items) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[values, list]")
        return unknown(NAME, LIST)
    sequence = evaluate_node(argument.items[1], scope)
    values = (evaluate_node if sequence else visit)(argument.items[0], scope)
    if not sequence:
        return sequence
    if not may_be(sequence, LIST):
        wrong(NAME, place_of(argument, 1), scope, "second argument", "a list", sequence)
        return unknown(NAME, LIST)
    if not values:
        return sequence
    if not may_be(values, LIST):
        wrong(NAME, place_of(argument, 0), scope, "first argument", "a list", values)
        return unknown(NAME, LIST)
    if is_known(values) and is_known(sequence):
        return [item for item in sequence if item not in values]
    return Placeholder(LIST, NAME)
