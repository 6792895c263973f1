"""Values as keys: two that are the same in every part, placeholders included, have the same key."""

from __future__ import annotations

from designer.values.placeholder import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def frozen(value: Any) -> Any:
    """A value as something that can be a key of a dictionary; None where a part of it is of no known kind."""
    try:
        return _frozen(value)
    except TypeError:
        return None


def _frozen(value: Any) -> Any:
    kind = value.__class__
    if kind is str or value is None:
        return value
    if kind in (bool, int, float):
        return kind, value
    if kind is tuple or kind is list:
        return kind, tuple([_frozen(each) for each in value])
    if kind is dict:
        return dict, tuple([(_frozen(key), _frozen(each)) for key, each in value.items()])
    if kind is Placeholder:
        return (value.kind, value.origin, _frozen(value.of), value.entity,
                tuple([(each.kind, _frozen(each.value)) for each in value.constraints]), _frozen(value.parts),
                _frozen(value.choices), _frozen(value.item), _frozen(value.keys), value.nullable)
    raise TypeError(kind)
