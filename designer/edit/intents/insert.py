"""An item put into a list before another, or an entry into a map beside another."""

from __future__ import annotations

from designer.edit.change import FIRST, MISSING, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.placing import beside, set_at, shown
from designer.edit.refused import Refused
from designer.edit.typed import typed_value
from designer.syntax import Mapping, Sequence
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"path": "path", "value": "value?", "text": "text?", "after": "name?", "before": "name?"}


def intend(subject: Subject, path: list[str | int], value: Any, text: str | None, after: str | None,
           before: str | None) -> Intent:
    """Of a list, the items from the path's number on move back by one; of a map, the path's key must be new.

    `value` is JSON; `text` what a person typed, to be read as what the schema wants there. One of them is given.
    """
    if (value is not MISSING) + (text is not None) != 1:
        raise Refused("insert lacks its value: one of value and text")
    steps = tuple(path)
    if text is not None:
        value = typed_value(subject, steps, text)
    node, last = subject.node(steps[:-1]), steps[-1]
    change = Change()
    if isinstance(node, Sequence) and isinstance(last, int) and node.items:
        if last > len(node.items):
            raise Refused(f"{shown(steps[:-1])} has {counted(len(node.items), 'item')} and no place for number {last}")
        change.insert(steps[:-1], Insertion(last - 1 if last else FIRST, None, value))
    elif isinstance(node, Mapping) and isinstance(last, str) and (after is not None or before is not None):
        if last in node.index:
            raise Refused(f"there is a {last} already")
        change.insert(steps[:-1], Insertion(beside(node, after, before), last, value))
    else:
        if subject.node(steps) is not None:
            raise Refused(f"there is a {shown(steps)} already")
        set_at(subject, change, steps, value)
    return Intent(change, f"Insert {shown(steps)}", steps)
