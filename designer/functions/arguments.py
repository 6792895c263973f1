"""Looking at a function's arguments: their shape as written, and where each of them stands."""

from __future__ import annotations

from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import is_call
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.values import ANY, LIST, MAP, SET, STRING, Placeholder, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

WORDS = {STRING: "a text", LIST: "a list", MAP: "a map", SET: "a set", "null": "null", "any": "this"}


def refuse(function: str, argument: Node, scope: Scope, expects: str, stage: str = PARSE) -> None:
    """Reports arguments of the wrong shape."""
    scope.fault("HOT321", argument, stage, function=function, expects=expects, call=is_call(argument, scope))


def wrong(function: str, place: Node, scope: Scope, what: str, expects: str, value: Any = None,
          stage: str = RESOLVE) -> None:
    """Reports an argument of the wrong type."""
    found = None
    if value is None:
        found = WORDS["null"] if scope.unmade else None
    elif value.__class__ is not Placeholder or value.kind != "any":
        found = _found(value)
    scope.fault("HOT323", place, stage, function=function, what=what, expects=expects, found=found)


def doubt(function: str, place: Node, scope: Scope, what: str, expects: str, value: Any, *kinds: str) -> None:
    """Reports an attribute that is said to be of none of the kinds that a function takes.

    Heat has no value for it yet, and fails once it is there; of a text nobody can be quite sure.
    """
    if value.__class__ is not Placeholder or value.origin != "get_attr" or value.kind in (ANY, *kinds):
        return
    if value.kind in (LIST, MAP):
        wrong(function, place, scope, what, expects, value)
    else:
        scope.report("HOT323", place, certain=False, stage=RESOLVE, taken=scope.enabled, section=scope.section,
                     function=function, what=what, expects=expects, found=_found(value))


def place_of(argument: Node, index: int) -> Node:
    """Where an argument stands: its node, or the whole where the arguments are not written as a list."""
    if isinstance(argument, Sequence) and index < len(argument.items):
        return argument.items[index]
    return argument


def place_at(argument: Node, key: str) -> Node:
    """Where the value of a key stands, or the whole where the map is not written out."""
    if isinstance(argument, Mapping):
        return argument.index.get(key, argument)
    return argument


def unpacked(argument: Node, scope: Scope) -> list[Node] | None:
    """The arguments as Python takes something apart: a list's items, a map's keys, a text's letters.

    None where it cannot be taken apart: a call, a number, null.
    """
    if isinstance(argument, Sequence):
        return argument.items
    if isinstance(argument, Mapping):
        return None if is_call(argument, scope) else [key for key, _ in argument.items()]
    assert isinstance(argument, Scalar)
    if not isinstance(argument.value, str):
        return None
    return [Scalar(argument.unit, argument.rel_start, argument.rel_end, argument.parent, letter, argument.style)
            for letter in argument.value]


def _found(value: Any) -> str:
    kind = kind_of(value)
    return WORDS.get(kind, "a boolean" if isinstance(value, bool) or kind == "boolean" else "a number")
