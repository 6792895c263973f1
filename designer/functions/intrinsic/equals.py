"""`equals`: whether two values are the same."""

from __future__ import annotations

from designer.functions.scope import PARSE
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Sequence
from designer.values import BOOLEAN, Placeholder, is_known, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "equals"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = "2016-10-14"
ANYWHERE = False
SUMMARY = "whether two values are the same"
SIGNATURE = "equals: [${1:value}, ${2:value}]"
FORM = {"type": "List", "alike": True, "places": [
    {"name": "first", "type": "Any", "current": True, "first": ""}, {"name": "second", "type": "Any", "first": ""}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """True or false where both values are known. Source: heat.engine.hot.functions.Equals."""
    if not isinstance(argument, Sequence) or len(argument.items) != 2:
        evaluate_node(argument, scope)
        scope.fault("HOT321", argument, PARSE, function=NAME, expects="[value, value]")
        return unknown(NAME, BOOLEAN)
    first, second = [evaluate_node(item, scope) for item in argument.items]
    if is_known(first) and is_known(second):
        return bool(first == second)
    return Placeholder(BOOLEAN, NAME)
