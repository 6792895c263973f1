"""`str_replace_vstrict`: `str_replace_strict` that insists on values, too."""

from __future__ import annotations

from designer.functions.replacing import replace_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "str_replace_vstrict"
SINCE = "2017-09-01"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "as str_replace_strict, and a fault where a value is empty"
SIGNATURE = "str_replace_vstrict: {template: ${1:text}, params: {${2:key}: ${3:value}}}"
FORM = {"type": "Map", "schema": {"template": {"type": "String", "required": True, "current": True},
                                  "params": {"type": "Map", "required": True}}}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the values are known. Source: heat.engine.hot.functions.ReplaceJsonVeryStrict."""
    return replace_text(NAME, argument, scope, strict=True, empty=False)
