"""Questions about values of which some are not known: each answers True only where that is certain."""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def is_given(value: Any) -> bool:
    """Whether a value is certainly not null."""
    if value.__class__ is Placeholder:
        return not value.nullable and value.kind != "any"
    return value is not None


def is_missing(value: Any) -> bool:
    """Whether a value is certainly null."""
    return value is None


def is_true(value: Any) -> bool:
    """Whether a value certainly counts as true: not null, nor zero, nor empty."""
    return value.__class__ is not Placeholder and bool(value)


def is_false(value: Any) -> bool:
    """Whether a value certainly counts as false: null, zero or empty."""
    return value.__class__ is not Placeholder and not value


def is_one(value: Any, *options: Any) -> bool:
    """Whether a value is certainly one of some options."""
    return value.__class__ is not Placeholder and value in options


def is_none_of(value: Any, *options: Any) -> bool:
    """Whether a value is certainly none of some options."""
    return value.__class__ is not Placeholder and value not in options


def exceeds(value: Any, other: Any) -> bool:
    """Whether one number is certainly greater than another."""
    return (isinstance(value, (int, float)) and isinstance(other, (int, float))) and value > other


def maps_in(value: Any) -> list[tuple[int, Any]]:
    """The maps in a list with their indexes; none where the list is not known."""
    if not isinstance(value, list):
        return []
    return [(index, item) for index, item in enumerate(value) if isinstance(item, dict)]
