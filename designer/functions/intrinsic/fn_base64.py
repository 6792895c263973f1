"""`Fn::Base64`: a text as it is; Heat encodes where it must by itself."""

from __future__ import annotations

from designer.functions.arguments import wrong
from designer.functions.walk import evaluate as evaluate_node
from designer.values import STRING, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::Base64"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "the text itself, unchanged"
SIGNATURE = "Fn::Base64: ${1:text}"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, not encoded. Source: heat.engine.cfn.functions.Base64."""
    text = evaluate_node(argument, scope)
    if not may_be(text, STRING):
        wrong(NAME, argument, scope, "argument", "a text", text)
        return unknown(NAME, STRING)
    return text
