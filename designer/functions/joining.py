"""Joining the items of lists to one text."""

from __future__ import annotations

from designer.functions.arguments import doubt, wrong
from designer.functions.pieces import as_json, put_together
from designer.functions.scope import RESOLVE
from designer.syntax.nodes import Sequence
from designer.values import LIST, MAP, NULL, STRING, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node


def join(name: str, delimiter: Any, lists: list[tuple[Node, Any]], delimiter_node: Node, scope: Scope,
         several: bool) -> Any:
    """The items of all lists with the delimiter between them; a placeholder of the parts where some are unknown.

    several: as `list_join` does since it takes more than one list: lists and maps among the items become JSON, and
    whatever counts as false counts as an empty list. Source: heat.engine.hot.functions Join and JoinMultiple.
    """
    failed = False
    items: list[Any] = []
    for node, value in lists:
        if value.__class__ is Placeholder:
            if may_be(value, LIST, NULL):
                doubt(name, node, scope, _which(node, lists), "a list", value, LIST)
                items.append(_Some(Placeholder(STRING, value.origin, value.of)))
                continue
        elif value is None or (several and not value):
            continue
        if value.__class__ is not list:
            wrong(name, node, scope, _which(node, lists), "a list", value)
            failed = True
            continue
        nodes = node.items if isinstance(node, Sequence) and len(node.items) == len(value) else None
        for index, item in enumerate(value):
            text = _text_of(item, several)
            if text is None:
                scope.fault("HOT329", nodes[index] if nodes else node, RESOLVE, function=name, several=several,
                            item=None if not is_known(item) else item)
                failed = True
            items.append(text)
    if not may_be(delimiter, STRING):
        wrong(name, delimiter_node, scope, "delimiter", "a text", delimiter)
        failed = True
    if failed:
        return unknown(name, STRING)
    return put_together(_between(delimiter, items), name, scope)


def _which(node: Node, lists: list[tuple[Node, Any]]) -> str:
    return "second argument" if node is lists[0][0] else "arguments"


class _Some:
    """A list of which the number of items is not known."""

    __slots__ = ("text",)

    def __init__(self, text: Placeholder) -> None:
        self.text = text


def _between(delimiter: Any, items: list[Any]) -> list[Any]:
    pieces: list[Any] = []
    before = False
    for item in items:
        if item.__class__ is _Some:
            pieces.append(item.text)
            # whether a delimiter follows turns on whether there are items
            before = False
            continue
        if before:
            pieces.append(delimiter)
        pieces.append(item)
        before = True
    return pieces


def _text_of(item: Any, several: bool) -> Any:
    """What an item adds to the text; None where it may not be joined."""
    if item.__class__ is str:
        return item
    if item is None:
        return ""
    if item.__class__ is Placeholder:
        return item if may_be(item, STRING, NULL, *((LIST, MAP) if several else ())) else None
    if several and isinstance(item, (list, dict)):
        return as_json(item) if is_known(item) else unknown("list_join", STRING)
    return None
