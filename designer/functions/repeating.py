"""Filling in a template for each item of lists."""

from __future__ import annotations

from designer.functions.arguments import place_at, wrong
from designer.functions.pieces import put_together
from designer.functions.scope import RESOLVE
from designer.values import LIST, MAP, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

MOST = 10_000


class _Fault(Exception):
    """An item that is no text was to be put into one."""


class _Vague(Exception):
    """A key that is not known: nothing can be said of its map."""


def repeated(name: str, template: Any, each: dict[str, Any], nested: bool, argument: Node, scope: Scope) -> Any:
    """The template once for every combination of items, or once for every row of them where it is not `nested`.

    A list that is not known makes the result one: of it, the item is known as far as it can be. A result of more than
    MOST items is not made. Source: heat.engine.hot.functions.Repeat.
    """
    keys = list(each)
    lists = [[] if values is None else list(values) if isinstance(values, (list, dict)) else values
             for values in each.values()]
    place = place_at(argument, "for_each")
    known = [values for values in lists if values.__class__ is list]
    if not nested:
        lengths = tuple(len(values) for values, given in zip(lists, each.values(), strict=True)
                        if values.__class__ is list and given is not None)
        if len(set(lengths)) > 1:
            scope.fault("HOT333", place, RESOLVE, lengths=lengths)
            return unknown(name, LIST)
    if len(known) < len(lists):
        return _of_unknown(name, template, keys, lists, argument, scope)
    count = 1
    for values in lists:
        count = count * len(values) if nested else min(count if count > 1 else len(values), len(values))
    if count > MOST or not scope.spend(count):
        return unknown(name, LIST)
    import itertools

    made: list[Any] = []
    try:
        for row in itertools.product(*lists) if nested else zip(*lists, strict=False):
            made.append(fill(template, keys, row, scope))
            if scope.budget < 0:
                return unknown(name, LIST)
    except _Fault as fault:
        key, item = fault.args
        wrong(name, place_at(place, key), scope, "items to repeat for", "texts where a text is filled in", item)
        return unknown(name, LIST)
    except _Vague:
        return unknown(name, LIST)
    return made


def _of_unknown(name: str, template: Any, keys: list[str], lists: list[Any], argument: Node, scope: Scope) -> Any:
    row = []
    for values in lists:
        if values.__class__ is list:
            if not values:
                return []
            row.append(values[0] if len(values) == 1 else Placeholder(STRING, name))
        else:
            item = values.item
            row.append(item if item.__class__ is Placeholder else Placeholder(STRING, values.origin, values.of))
    try:
        item = fill(template, keys, tuple(row), scope)
    except (_Fault, _Vague):
        item = None
    return Placeholder(LIST, name, item=item)


def fill(template: Any, keys: list[str], row: tuple[Any, ...], scope: Scope) -> Any:
    """The template with each key replaced by the row's value, in its texts and in the keys of its maps."""
    kind = template.__class__
    if kind is str:
        return _fill_text(template, keys, row, scope)
    if kind is list:
        return [fill(item, keys, row, scope) for item in template]
    if kind is dict:
        filled: dict[Any, Any] = {}
        for key, value in template.items():
            new = fill(key, keys, row, scope)
            if new.__class__ is Placeholder:
                raise _Vague
            filled[new] = fill(value, keys, row, scope)
        return filled
    if kind is Placeholder and template.kind in (STRING, LIST, MAP, "any"):
        # what is put in may occur in what is not known
        return Placeholder(template.kind, "repeat", template.of)
    return template


def _fill_text(text: str, keys: list[str], row: tuple[Any, ...], scope: Scope) -> Any:
    pieces: list[Any] = [text]
    for key, value in zip(keys, row, strict=True):
        if not may_be(value, STRING):
            raise _Fault(key, value)
        divided: list[Any] = []
        for piece in pieces:
            if piece.__class__ is not str or (key and key not in piece):
                divided.append(piece)
            elif value.__class__ is str:
                if not scope.spend(len(piece) + piece.count(key) * len(value)):
                    return unknown("repeat", STRING)
                divided.append(piece.replace(key, value))
            elif key:
                for part in piece.split(key):
                    divided += [part, value] if part else [value]
                divided.pop()
            else:
                return unknown("repeat", STRING)
        pieces = divided
    return put_together(pieces, "repeat", scope)
