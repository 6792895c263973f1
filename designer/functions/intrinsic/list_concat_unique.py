"""`list_concat_unique`: several lists as one in which nothing stands twice."""

from __future__ import annotations

from designer.functions.concat import concat
from designer.values import LIST, Placeholder, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "list_concat_unique"
SINCE = "2017-09-01"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "several lists as one, each item once"
SIGNATURE = "list_concat_unique: [${1:list}, ${2:list}]"
FORM = {"type": "List", "item": {"type": "List"}, "places": [
    {"name": "list", "type": "List", "current": True}, {"name": "list", "type": "List"}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The one list without repetitions. Source: heat.engine.hot.functions.ListConcatUnique."""
    items = concat(NAME, argument, scope)
    if items.__class__ is Placeholder:
        return items
    if not is_known(items):
        return Placeholder(LIST, NAME)
    unique: list[Any] = []
    seen: set[Any] = set()
    for item in items:
        # most items are texts: looking each up in a list would take the square of their number
        if item.__class__ is str:
            if item not in seen:
                seen.add(item)
                unique.append(item)
        elif item not in unique:
            unique.append(item)
    return unique
