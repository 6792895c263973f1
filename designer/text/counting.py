"""Numbers of things, in words."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things: "1 attribute", "2 attributes"; `many` where more than one is not called `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
