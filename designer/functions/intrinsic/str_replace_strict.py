"""`str_replace_strict`: `str_replace` that insists on finding every key."""

from __future__ import annotations

from designer.functions.replacing import replace_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "str_replace_strict"
SINCE = "2017-02-24"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "as str_replace, and a fault where a key does not occur"
SIGNATURE = "str_replace_strict: {template: ${1:text}, params: {${2:key}: ${3:value}}}"
FORM = {"type": "Map", "schema": {"template": {"type": "String", "required": True, "current": True},
                                  "params": {"type": "Map", "required": True}}}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the values are known. Source: heat.engine.hot.functions.ReplaceJsonStrict."""
    return replace_text(NAME, argument, scope, strict=True)
