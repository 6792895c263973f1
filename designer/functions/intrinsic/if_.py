"""`if`: one of two values, as a condition says."""

from __future__ import annotations

from designer.functions.scope import PARSE
from designer.functions.walk import OMITTED, walk
from designer.syntax.nodes import Sequence
from designer.values import one_of, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "if"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "one value where a condition holds, another where it does not"
SIGNATURE = "if: [${1:condition}, ${2:value}, ${3:otherwise}]"
FORM = {"type": "List", "places": [
    {"name": "condition", "type": "Condition"}, {"name": "value", "type": "Any", "outer": True, "current": True},
    {"name": "otherwise", "type": "Any", "outer": True, "optional": True}]}

TWO_ARGUMENTS_SINCE = "2021-04-16"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The branch that is taken, or what both are worth where that is not decided.

    What stands in the branch not taken is looked at all the same: its references are kept, as not enabled.
    Source: heat.engine.hot.functions If and IfNullable.
    """
    fewest = 2 if scope.version >= TWO_ARGUMENTS_SINCE else 3
    if not isinstance(argument, Sequence) or not fewest <= len(argument.items) <= 3:
        walk(argument, scope)
        scope.fault("HOT321", argument, PARSE, function=NAME,
                    expects="[condition, value, otherwise]" if fewest == 3 else
                    "[condition, value] or [condition, value, otherwise]")
        return unknown(NAME)
    condition, *branches = argument.items
    conditions = scope.shared.conditions
    outcome = conditions.evaluate(condition, scope) if conditions is not None else None
    around = scope.branches
    values = []
    for branch, holds in zip(branches, (True, False), strict=False):
        scope.branches = (condition, holds, around)
        values.append(_branch(branch, scope, outcome if holds else None if outcome is None else not outcome))
    scope.branches = around
    if len(values) == 1:
        values.append(OMITTED)
    if outcome is not None:
        return values[0 if outcome else 1]
    name = condition.plain()
    of = (name,) if isinstance(name, str) else ()
    kept = tuple(value for value in values if value is not OMITTED)
    return one_of(kept, NAME, of, nullable=len(kept) < len(values)) if kept else OMITTED


def _branch(node: Node, scope: Scope, taken: bool | None) -> Any:
    enabled = scope.enabled
    if taken is not True and enabled is not False:
        scope.enabled = taken
    try:
        return walk(node, scope)
    finally:
        scope.enabled = enabled
