"""`list_concat`: several lists as one."""

from __future__ import annotations

from designer.functions.concat import concat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "list_concat"
SINCE = "2017-09-01"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "several lists as one"
SIGNATURE = "list_concat: [${1:list}, ${2:list}]"
FORM = {"type": "List", "item": {"type": "List"}, "places": [
    {"name": "list", "type": "List", "current": True}, {"name": "list", "type": "List"}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The one list. Source: heat.engine.hot.functions.ListConcat."""
    return concat(NAME, argument, scope)
