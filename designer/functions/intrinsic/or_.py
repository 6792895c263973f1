"""`or`: whether any of several conditions holds."""

from __future__ import annotations

from designer.functions.logic import outcomes
from designer.values import BOOLEAN, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "or"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = "2016-10-14"
ANYWHERE = False
SUMMARY = "whether any of several conditions holds"
SIGNATURE = "or: [${1:condition}, ${2:condition}]"
FORM = {"type": "List", "item": {"type": "Condition"}, "places": [], "starts": [
    {"type": "Condition", "current": True, "first": True}, {"type": "Condition", "first": False}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """True as soon as one condition holds. Source: heat.engine.hot.functions.Or."""
    found = outcomes(NAME, argument, scope, until=True)
    if found is None:
        return unknown(NAME, BOOLEAN)
    return True if True in found else Placeholder(BOOLEAN, NAME) if None in found else False
