"""Changes done to plain values: what the new text has to mean, worked out without looking at any text."""

from __future__ import annotations

from designer.edit.change import FIRST, MISSING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Change


def meant(value: Any, change: Change) -> Any:
    """What a plain value becomes by a change; a map's entries in order."""
    if change.value is not MISSING:
        return change.value
    if isinstance(value, dict):
        return dict(entries(list(value.items()), change))
    if isinstance(value, list):
        found = [each.value for each in change.insertions if each.after is FIRST]
        for index, item in enumerate(value):
            inner = change.inner.get(index)
            if inner is None or not inner.removed:
                found.append(item if inner is None else meant(item, inner))
            found += [each.value for each in change.insertions if each.after == index]
        return found
    return value


def entries(pairs: list[tuple[str, Any]], change: Change, first: bool = True) -> list[tuple[str, Any]]:
    """What becomes of some entries of a map; `first` whether they are its first."""
    found = [(str(each.key), each.value) for each in change.insertions if first and each.after is FIRST]
    for key, value in pairs:
        inner = change.inner.get(key)
        if inner is None:
            found.append((key, value))
        elif not inner.removed:
            found.append((inner.name if inner.name is not None else key, meant(value, inner)))
        found += [(str(each.key), each.value) for each in change.insertions if each.after == key]
    return found


def same(one: Any, other: Any) -> bool:
    """Whether two plain values are the same to Heat: 1, 1.0, true and "1" are four different things."""
    if one.__class__ is not other.__class__:
        return False
    if isinstance(one, dict):
        return len(one) == len(other) and all(
            key in other and same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (one != one and other != other)
