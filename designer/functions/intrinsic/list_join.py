"""`list_join`: the items of lists as one text."""

from __future__ import annotations

from designer.functions.joining import join
from designer.functions.scope import PARSE
from designer.functions.walk import OMITTED, walk
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Sequence
from designer.values import STRING, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "list_join"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "the items of a list, or of several, joined to one text"
SIGNATURE = "list_join: ['${1:delimiter}', ${2:list}]"
FORM = {"type": "List", "item": {"type": "List"}, "places": [
    {"name": "delimiter", "type": "String"}, {"name": "items", "type": "List", "current": True}]}

SEVERAL_LISTS_SINCE = "2015-10-15"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the items are known. Source: heat.engine.hot.functions Join and JoinMultiple."""
    several = scope.version >= SEVERAL_LISTS_SINCE
    if not isinstance(argument, Sequence) or len(argument.items) < 2 or (not several and len(argument.items) != 2):
        evaluate_node(argument, scope)
        scope.fault("HOT321", argument, PARSE, function=NAME,
                    expects="[delimiter, list, ...]" if several else "[delimiter, list]")
        return unknown(NAME, STRING)
    delimiter_node, *list_nodes = argument.items
    delimiter = evaluate_node(delimiter_node, scope)
    if several:
        lists = [(node, value) for node in list_nodes if (value := walk(node, scope)) is not OMITTED]
    else:
        lists = [(list_nodes[0], evaluate_node(list_nodes[0], scope))]
    return join(NAME, delimiter, lists, delimiter_node, scope, several)
