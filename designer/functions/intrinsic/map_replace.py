"""`map_replace`: a map with keys and values replaced by others."""

from __future__ import annotations

from designer.functions.arguments import place_at, place_of, refuse, wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.values import LIST, MAP, NULL, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "map_replace"
SINCE = "2016-10-14"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "a map with some of its keys and values replaced"
SIGNATURE = "map_replace: [${1:map}, {keys: {${2:old}: ${3:new}}, values: {${4:old}: ${5:new}}}]"
FORM = {"type": "List", "places": [
    {"name": "map", "type": "Map", "current": True},
    {"name": "new", "type": "Map", "schema": {"keys": {"type": "Map"}, "values": {"type": "Map"}}}]}

_EXPECTS = "[map, {keys: {old: new}, values: {old: new}}]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The map with its replacements made. Source: heat.engine.hot.functions.MapReplace."""
    arguments = evaluate_node(argument, scope)
    if arguments.__class__ is Placeholder and may_be(arguments, LIST):
        return unknown(NAME, MAP)
    if arguments.__class__ is not list or len(arguments) != 2:
        refuse(NAME, argument, scope, _EXPECTS, RESOLVE)
        return unknown(NAME, MAP)
    maps: list[Any] = []
    for index, (what, each) in enumerate(zip(("map", "replacements"), arguments, strict=True)):
        maps.append({} if each is None else each)
        if not may_be(maps[-1], MAP, NULL):
            wrong(NAME, place_of(argument, index), scope, what, "a map", each)
            return unknown(NAME, MAP)
    source, change = maps
    if change.__class__ is Placeholder:
        return unknown(NAME, MAP)
    place = place_of(argument, 1)
    for key in change:
        if key not in ("keys", "values"):
            refuse(NAME, place, scope, _EXPECTS, RESOLVE)
            return unknown(NAME, MAP)
    keys, values = change.get("keys", {}), change.get("values", {})
    keys, values = {} if keys is None else keys, {} if values is None else values
    for what, each in (("keys", keys), ("values", values)):
        if not may_be(each, MAP, NULL):
            wrong(NAME, place_at(place, what), scope, what, "a map", each)
            return unknown(NAME, MAP)
    if source.__class__ is Placeholder or keys.__class__ is Placeholder or values.__class__ is Placeholder:
        return unknown(NAME, MAP)
    return _replaced(source, keys, values, place_at(place, "keys"), scope)


def _replaced(source: dict[Any, Any], keys: dict[Any, Any], values: dict[Any, Any], place: Node, scope: Scope) -> Any:
    result: dict[Any, Any] = {}
    for old, value in source.items():
        key = keys.get(old)
        if key is None:
            key = old
        elif key.__class__ is Placeholder:
            return unknown(NAME, MAP)
        elif isinstance(key, (list, dict)):
            wrong(NAME, place_at(place, old), scope, "new key", "a text", key)
            return unknown(NAME, MAP)
        elif (key in source and key != old) or key in result:
            scope.fault("HOT335", place_at(place, old), RESOLVE, key=key)
            return unknown(NAME, MAP)
        if not isinstance(value, (list, dict)):
            if value.__class__ is Placeholder:
                value = value if not values else _either(value, values)
            else:
                value = values.get(value, value)
        result[key] = value
    return result


def _either(value: Placeholder, values: dict[Any, Any]) -> Placeholder:
    kinds = {"string"} if all(is_known(each) and isinstance(each, str) for each in values.values()) else set()
    return Placeholder(value.kind if value.kind in kinds else "any", NAME)
