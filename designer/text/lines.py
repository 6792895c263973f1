"""Offsets to lines and columns, and back."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

# So many places are counted out; past that, the starts of all lines are worth having.
FEW = 8


class LineIndex:
    """The line starts of a text; a line ends with LF, CRLF or CR, as editors count them."""

    __slots__ = ("text", "_starts", "_asked")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        self._asked = 0

    @property
    def starts(self) -> list[int]:
        """The offset at which each line begins, the first being 0; computed when first asked for."""
        if self._starts is None:
            self._starts = _line_starts(self.text)
        return self._starts

    def __len__(self) -> int:
        return len(self.starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1 and in code points, of an offset (clamped to the text)."""
        offset = max(0, min(offset, len(self.text)))
        if self._starts is None and self._asked < FEW:
            self._asked += 1
            if "\r" not in self.text:
                return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1; clamped to the text and to that line."""
        starts = self.starts
        if line < 1:
            return 0
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + max(column, 1) - 1, self.line_end(line))

    def line_end(self, line: int) -> int:
        """The offset just behind the last character of a line, its line break not counted."""
        starts = self.starts
        end = starts[line] if line < len(starts) else len(self.text)
        while end > starts[line - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line break."""
        return self.text[self.starts[number - 1]:self.line_end(number)]


def _line_starts(text: str) -> list[int]:
    if "\r" not in text:
        starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))
        starts.pop()
        return starts
    starts = [0]
    append = starts.append
    for at, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[at + 1:at + 2] != "\n"):
            append(at + 1)
    return starts
