"""`and`: whether all of several conditions hold."""

from __future__ import annotations

from designer.functions.logic import outcomes
from designer.values import BOOLEAN, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "and"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = "2016-10-14"
ANYWHERE = False
SUMMARY = "whether all of several conditions hold"
SIGNATURE = "and: [${1:condition}, ${2:condition}]"
FORM = {"type": "List", "item": {"type": "Condition"}, "places": [], "starts": [
    {"type": "Condition", "current": True, "first": True}, {"type": "Condition", "first": True}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """False as soon as one condition does not hold. Source: heat.engine.hot.functions.And."""
    found = outcomes(NAME, argument, scope, until=False)
    if found is None:
        return unknown(NAME, BOOLEAN)
    return False if False in found else Placeholder(BOOLEAN, NAME) if None in found else True
