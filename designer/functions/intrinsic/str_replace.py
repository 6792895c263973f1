"""`str_replace`: text with values in the place of its keys."""

from __future__ import annotations

from designer.functions.replacing import replace_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "str_replace"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "text in which each key is replaced by a value"
SIGNATURE = "str_replace: {template: ${1:text}, params: {${2:key}: ${3:value}}}"
FORM = {"type": "Map", "schema": {"template": {"type": "String", "required": True, "current": True},
                                  "params": {"type": "Map", "required": True}}}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the values are known. Source: heat.engine.hot.functions Replace, ReplaceJson."""
    return replace_text(NAME, argument, scope)
