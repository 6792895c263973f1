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
    """Whether one number is certainly greater than another; of a parameter its range may be known."""
    low, high = _bound(value, "min"), _bound(other, "max")
    return low is not None and high is not None and low > high


def told(value: Any) -> str:
    """A number as a message tells it, or what is known of it."""
    if value.__class__ is not Placeholder:
        return str(value)
    from designer.constraints.words import between

    return between(_bound(value, "min"), _bound(value, "max"), "", "").removeprefix("must be ")


def _bound(value: Any, which: str) -> Any:
    if isinstance(value, (int, float)):
        return value
    if value.__class__ is not Placeholder or value.kind not in ("number", "integer") or not value.constraints:
        return None
    from designer.constraints.known import bound
    from designer.constraints.together import candidates

    listed = candidates(value)
    if listed:
        return min(listed) if which == "min" else max(listed)
    found = [bound(each.value, which) for each in value.constraints if each.kind == "range"]
    known = [each for each in found if each is not None]
    return (max(known) if which == "min" else min(known)) if known else None


def maps_in(value: Any) -> list[tuple[int, Any]]:
    """The maps in a list with their indexes; none where the list is not known."""
    if not isinstance(value, list):
        return []
    return [(index, item) for index, item in enumerate(value) if isinstance(item, dict)]
