"""`map_merge`: several maps as one."""

from __future__ import annotations

from designer.functions.arguments import doubt, place_of, refuse, wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.values import LIST, MAP, NULL, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "map_merge"
SINCE = "2016-04-08"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "several maps as one, the later before the earlier"
SIGNATURE = "map_merge: [${1:map}, ${2:map}]"
FORM = {"type": "List", "item": {"type": "Map"}, "places": [
    {"name": "map", "type": "Map", "current": True}, {"name": "map", "type": "Map"}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The one map; where some of the maps are not known, what is known of its keys.

    Source: heat.engine.hot.functions.MapMerge.
    """
    maps = evaluate_node(argument, scope)
    if maps.__class__ is Placeholder and may_be(maps, LIST):
        return unknown(NAME, MAP)
    if maps == "":
        return {}
    if maps.__class__ is not list:
        refuse(NAME, argument, scope, "a list of maps", RESOLVE)
        return unknown(NAME, MAP)
    merged: dict[Any, Any] = {}
    known = True
    for index, each in enumerate(maps):
        if each.__class__ is dict:
            merged.update(each)
        elif each.__class__ is Placeholder and may_be(each, MAP, NULL):
            doubt(NAME, place_of(argument, index), scope, "arguments", "maps", each, MAP)
            # it may set any of the keys so far
            merged = dict(each.keys or {})
            known = False
        elif each is not None:
            wrong(NAME, place_of(argument, index), scope, "arguments", "maps", each)
            return unknown(NAME, MAP)
    return merged if known else Placeholder(MAP, NAME, keys=merged or None)
