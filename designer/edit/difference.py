"""A collection against the value that is to take its place: which of its parts may stay."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.meaning import same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Missing, Step
    from designer.syntax import Mapping, Sequence


def differing_entries(mapping: Mapping, value: dict[str, Any]) -> Change | None:
    """The changes inside a map that make it a value; None where no key of it stays."""
    kept = [key for key in mapping.index if key in value]
    if not kept:
        return None
    change = Change()
    for key, node in mapping.index.items():
        if key not in value:
            change.inner[key] = Change()
            change.inner[key].removed = True
        elif not same(node.plain(), value[key]):
            change.inner[key] = Change()
            change.inner[key].value = value[key]
    behind: str | Missing = FIRST
    for key, each in value.items():
        if key in mapping.index:
            behind = key
        else:
            change.insertions.append(Insertion(behind, key, each))
    return change


def differing_items(sequence: Sequence, value: list[Any]) -> Change | None:
    """The changes inside a list that make it a value."""
    old = [item.plain() for item in sequence.items]
    if not old:
        return None
    start = 0
    while start < min(len(old), len(value)) and same(old[start], value[start]):
        start += 1
    tail = 0
    while tail < min(len(old), len(value)) - start and same(old[-1 - tail], value[-1 - tail]):
        tail += 1
    change = Change()
    common = min(len(old), len(value)) - start - tail
    for index in range(start, start + common):
        change.inner[index] = Change()
        change.inner[index].value = value[index]
    for index in range(start + common, len(old) - tail):
        change.inner[index] = Change()
        change.inner[index].removed = True
    behind: Step | Missing = start + common - 1 if start + common else FIRST
    for each in value[start + common:len(value) - tail]:
        change.insertions.append(Insertion(behind, None, each))
    return change
