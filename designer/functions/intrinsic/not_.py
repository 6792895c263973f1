"""`not`: the opposite of a condition."""

from __future__ import annotations

from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Scalar
from designer.values import BOOLEAN, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "not"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = "2016-10-14"
ANYWHERE = False
SUMMARY = "the opposite of a condition"
SIGNATURE = "not: ${1:condition}"
FORM = {"type": "Condition", "required": True, "current": True, "first": False}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """True where the condition does not hold. Source: heat.engine.hot.functions.Not."""
    if argument.__class__ is Scalar and argument.value is None:
        scope.fault("HOT321", argument, PARSE, function=NAME, expects="a condition")
        return unknown(NAME, BOOLEAN)
    conditions = scope.shared.conditions
    assert conditions is not None
    outcome = conditions.outcome(evaluate_node(argument, scope), argument, scope, RESOLVE)
    return Placeholder(BOOLEAN, NAME) if outcome is None else not outcome
