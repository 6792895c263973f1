"""`repeat`: a template filled in for each item of a list."""

from __future__ import annotations

from designer.functions.arguments import doubt, place_at, refuse, wrong
from designer.functions.repeating import repeated
from designer.functions.scope import VALIDATE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import is_call, shape, visit
from designer.syntax.nodes import Mapping, Scalar
from designer.values import LIST, MAP, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

NAME = "repeat"
SINCE = "2015-04-30"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "a list made of a template, filled in for each item of another list"
SIGNATURE = "repeat: {for_each: {${1:<%item%>}: ${2:list}}, template: ${3:template}}"
FORM = {"type": "Map", "schema": {"for_each": {"type": "Map", "required": True},
                                  "template": {"type": "Any", "required": True, "current": True},
                                  "permutations": {"type": "Boolean"}}}

MAPS_SINCE = "2016-10-14"
PERMUTATIONS_SINCE = "2017-09-01"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The filled in templates. Source: heat.engine.hot.functions Repeat, RepeatWithMap and RepeatWithNestedLoop."""
    if not isinstance(argument, Mapping) or is_call(argument, scope) or not (
            "for_each" in argument.index and "template" in argument.index):
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "{for_each: {name: list}, template: template}")
        return unknown(NAME, LIST)
    arguments: dict[str, Any] = {
        key: evaluate_node(node, scope) if key in ("for_each", "template") else visit(node, scope)
        for key, node in argument.index.items()}
    nested = True
    if scope.version >= PERMUTATIONS_SINCE and "permutations" in argument.index:
        node = argument.index["permutations"]
        if not isinstance(node, Scalar) or not isinstance(node.value, bool):
            refuse(NAME, node, scope, "permutations that are true or false")
            return unknown(NAME, LIST)
        nested = node.value
    place = argument.index["for_each"]
    if shape(place, scope) not in ("map", "call"):
        wrong(NAME, place, scope, "for_each", "a map", arguments["for_each"], VALIDATE)
        return unknown(NAME, LIST)
    each = arguments["for_each"]
    if each.__class__ is Placeholder and may_be(each, MAP):
        return unknown(NAME, LIST)
    if each.__class__ is not dict or not each:
        wrong(NAME, place, scope, "for_each", "a map that is not empty", each)
        return unknown(NAME, LIST)
    maps = nested and scope.version >= MAPS_SINCE
    for key, values in each.items():
        if not may_be(values, LIST, "null", *((MAP,) if maps else ())):
            expects = "lists or maps" if maps else "lists"
            wrong(NAME, place_at(place, key), scope, "values to repeat for", expects, values)
            return unknown(NAME, LIST)
        doubt(NAME, place_at(place, key), scope, "values to repeat for", "lists or maps", values, LIST, MAP)
    return repeated(NAME, arguments["template"], each, nested, argument, scope)
