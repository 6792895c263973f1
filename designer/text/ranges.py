"""Half-open ranges of a text."""

from __future__ import annotations


class Range:
    """A half-open range of code points: `start` belongs to it, `end` does not."""

    __slots__ = ("start", "end")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Range({self.start}, {self.end})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Range) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end
