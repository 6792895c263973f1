"""`Fn::GetAZs`: the availability zones of the cloud."""

from __future__ import annotations

from designer.functions.walk import evaluate as evaluate_node
from designer.values import LIST, STRING, Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::GetAZs"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "the names of the cloud's availability zones"
SIGNATURE = "Fn::GetAZs: ''"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A placeholder: only the cloud knows its zones. Source: heat.engine.cfn.functions.GetAZs."""
    evaluate_node(argument, scope)
    return Placeholder(LIST, NAME, item=Placeholder(STRING, NAME))
