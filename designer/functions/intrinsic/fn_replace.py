"""`Fn::Replace`: text with values in the place of its keys, as CloudFormation writes it."""

from __future__ import annotations

from designer.functions.arguments import refuse, unpacked, wrong
from designer.functions.replacing import replace_in
from designer.functions.scope import PARSE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import shape
from designer.syntax.nodes import Sequence
from designer.values import STRING, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::Replace"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "text in which each key is replaced by a value"
SIGNATURE = "Fn::Replace: [{${1:key}: ${2:value}}, ${3:text}]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The text, as far as the values are known. Source: heat.engine.cfn.functions.Replace."""
    nodes = unpacked(argument, scope) if isinstance(argument, Sequence) else None
    if nodes is None or len(nodes) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[{key: value}, text]")
        return unknown(NAME, STRING)
    params_node, template_node = nodes
    params, template = evaluate_node(params_node, scope), evaluate_node(template_node, scope)
    if shape(params_node, scope) not in ("map", "call"):
        wrong(NAME, params_node, scope, "first argument", "a map", params, PARSE)
        return unknown(NAME, STRING)
    return replace_in(NAME, template, params, template_node, params_node, scope, json=False)
