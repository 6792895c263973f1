"""An item put into a list before another, or an entry into a map beside another."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.placing import beside, set_at, shown
from designer.edit.refused import Refused
from designer.syntax import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"path": "path", "value": "value", "after": "name?", "before": "name?"}


def intend(subject: Subject, path: list[str | int], value: Any, after: str | None, before: str | None) -> Intent:
    """Of a list, the items from the path's number on move back by one; of a map, the path's key must be new."""
    steps = tuple(path)
    node, last = subject.node(steps[:-1]), steps[-1]
    change = Change()
    if isinstance(node, Sequence) and isinstance(last, int) and node.items:
        if last > len(node.items):
            raise Refused(f"{shown(steps[:-1])} has {len(node.items)} items and no place for number {last}")
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
