"""`yaql`: the value of a YAQL expression over data."""

from __future__ import annotations

from designer.functions.arguments import refuse, wrong
from designer.functions.scope import RESOLVE, VALIDATE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import is_call, visit
from designer.syntax.nodes import Mapping
from designer.values import STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

NAME = "yaql"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = "2017-09-01"
ANYWHERE = True
SUMMARY = "the value of a YAQL expression over data"
SIGNATURE = "yaql: {expression: ${1:$.data.list}, data: ${2:{list: []}}}"
FORM = {"type": "Map", "schema": {"expression": {"type": "String", "required": True},
                                  "data": {"type": "Any", "required": True, "current": True}}}

_EXPECTS = "{expression: expression, data: data}"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The value where the expression can be evaluated within bounds. Source: heat.engine.hot.functions.Yaql."""
    if not isinstance(argument, Mapping) or is_call(argument, scope) or "expression" not in argument.index or any(
            key.value not in ("expression", "data") for key, _ in argument.items()):
        visit(argument, scope)
        refuse(NAME, argument, scope, _EXPECTS)
        return unknown(NAME)
    place = argument.index["expression"]
    text = evaluate_node(place, scope)
    data = evaluate_node(argument.index["data"], scope) if "data" in argument.index else {}
    stage = RESOLVE if is_call(place, scope) else VALIDATE
    if text.__class__ is not str:
        if not may_be(text, STRING):
            wrong(NAME, place, scope, "expression", "a text", text, stage)
        return unknown(NAME)
    from designer.functions.yaql import Refused, Syntax, Vague, parse, run

    try:
        expression = parse(text)
    except Syntax as error:
        scope.fault("HOT336", place, stage, problem=error.problem, position=error.position)
        return unknown(NAME)
    except Vague:
        return unknown(NAME)
    try:
        return run(expression, data, scope.spend)
    except Refused as error:
        scope.fault("HOT337", place, RESOLVE, problem=str(error))
        return unknown(NAME)
    except Vague:
        return Placeholder("any", NAME)
