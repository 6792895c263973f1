"""`Fn::Split`: the pieces of a text between delimiters, as CloudFormation writes it."""

from __future__ import annotations

from designer.functions.arguments import refuse, wrong
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import visit
from designer.syntax.nodes import Scalar, Sequence
from designer.values import LIST, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::Split"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "the pieces of a text between delimiters"
SIGNATURE = "Fn::Split: ['${1:delimiter}', ${2:text}]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The pieces. Heat does not compute the delimiter. Source: heat.engine.cfn.functions.Split."""
    if not isinstance(argument, Sequence) or len(argument.items) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[delimiter, text]")
        return unknown(NAME, LIST)
    delimiter_node, text_node = argument.items
    visit(delimiter_node, scope)
    text = evaluate_node(text_node, scope)
    delimiter = delimiter_node.value if isinstance(delimiter_node, Scalar) else None
    if not isinstance(delimiter, str) or not delimiter:
        wrong(NAME, delimiter_node, scope, "delimiter", "a text that is written out and not empty")
        return unknown(NAME, LIST)
    if not may_be(text, STRING):
        wrong(NAME, text_node, scope, "text", "a text", text)
        return unknown(NAME, LIST)
    return Placeholder(LIST, NAME, item=Placeholder(STRING, NAME)) if text.__class__ is Placeholder else (
        text.split(delimiter))
