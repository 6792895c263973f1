"""Lists put one after the other."""

from __future__ import annotations

from designer.functions.arguments import doubt, place_of, refuse, wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate
from designer.values import LIST, NULL, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node


def concat(name: str, argument: Node, scope: Scope) -> Any:
    """The items of all lists in order, a placeholder where some of the lists are not known."""
    lists = evaluate(argument, scope)
    if lists.__class__ is Placeholder and may_be(lists, LIST):
        return unknown(name, LIST)
    if lists.__class__ is not list:
        refuse(name, argument, scope, "a list of lists", RESOLVE)
        return unknown(name, LIST)
    items: list[Any] = []
    known = True
    for index, each in enumerate(lists):
        if each.__class__ is list:
            items.extend(each)
        elif each.__class__ is Placeholder and may_be(each, LIST, NULL):
            doubt(name, place_of(argument, index), scope, "arguments", "lists", each, LIST)
            known = False
        elif each is not None:
            wrong(name, place_of(argument, index), scope, "arguments", "lists", each)
            return unknown(name, LIST)
    if not scope.spend(len(items)):
        return unknown(name, LIST)
    return items if known else Placeholder(LIST, name)
