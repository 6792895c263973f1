"""`Fn::Join`: the items of a list as one text, as CloudFormation writes it."""

from __future__ import annotations

from designer.functions.arguments import refuse
from designer.functions.joining import join
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Sequence
from designer.values import STRING, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::Join"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "the items of a list joined to one text"
SIGNATURE = "Fn::Join: ['${1:delimiter}', ${2:list}]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the items are known. Source: heat.engine.cfn.functions.Join."""
    if not isinstance(argument, Sequence) or len(argument.items) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[delimiter, list]")
        return unknown(NAME, STRING)
    delimiter, items = argument.items
    return join(NAME, evaluate_node(delimiter, scope), [(items, evaluate_node(items, scope))], delimiter, scope, False)
