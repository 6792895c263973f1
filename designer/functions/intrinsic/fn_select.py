"""`Fn::Select`: one item of a list or a map."""

from __future__ import annotations

from designer.functions.arguments import refuse, unpacked, wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.values import LIST, MAP, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::Select"
SINCE = "2013-05-23"
UNTIL = "2015-10-15"
CONDITION = None
ANYWHERE = True
SUMMARY = "one item of a list or a map"
SIGNATURE = "Fn::Select: [${1:index}, ${2:collection}]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The item; an empty text where there is none. Source: heat.engine.cfn.functions.Select."""
    nodes = unpacked(argument, scope)
    if nodes is None or len(nodes) != 2:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "[index, list or map]")
        return unknown(NAME)
    index, collection = evaluate_node(nodes[0], scope), evaluate_node(nodes[1], scope)
    if collection is None or collection == "":
        return ""
    if collection.__class__ is str:
        from json import loads

        try:
            collection = loads(collection)
        except (ValueError, RecursionError):
            scope.fault("HOT339", nodes[1], RESOLVE, function=NAME, expects="JSON")
            return unknown(NAME)
        if collection is None:
            return ""
        if not isinstance(collection, (list, dict)):
            wrong(NAME, nodes[1], scope, "second argument", "a list or a map", collection)
            return unknown(NAME)
    return _selected(index, collection, nodes, scope)


def _selected(index: Any, collection: Any, nodes: list[Node], scope: Scope) -> Any:
    if collection.__class__ is Placeholder:
        if not may_be(collection, LIST, MAP, STRING):
            wrong(NAME, nodes[1], scope, "second argument", "a list or a map", collection)
            return unknown(NAME)
        step = (index,) if isinstance(index, (str, int)) else ()
        return Placeholder("any", collection.origin, (*collection.of, *step))
    if index.__class__ is Placeholder:
        return unknown(NAME)
    if isinstance(collection, dict):
        if not isinstance(index, str):
            wrong(NAME, nodes[0], scope, "index", "a text where a map is looked into", index)
            return unknown(NAME)
        return collection.get(index, "")
    if not isinstance(collection, list):
        wrong(NAME, nodes[1], scope, "second argument", "a list or a map", collection)
        return unknown(NAME)
    try:
        number = int(index)
    except (ValueError, TypeError, OverflowError):
        wrong(NAME, nodes[0], scope, "index", "a number where a list is looked into", index)
        return unknown(NAME)
    return collection[number] if -len(collection) <= number < len(collection) else ""
