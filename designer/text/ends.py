"""What two sequences have in common at both ends."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def common_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many items are alike at the start, and how many of the others at the end."""
    short = min(len(old), len(new))
    head = tail = 0
    while head < short and (old[head] is new[head] or old[head] == new[head]):
        head += 1
    while tail < short - head and (old[-1 - tail] is new[-1 - tail] or old[-1 - tail] == new[-1 - tail]):
        tail += 1
    return head, tail
