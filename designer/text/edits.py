"""Edits: a range and the text that takes its place."""

from __future__ import annotations

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit:
    """Replace the code points from `start` up to `end` by `text`."""

    __slots__ = ("start", "end", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text

    def __repr__(self) -> str:
        return f"Edit({self.start}, {self.end}, {self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edit) and (
            (self.start, self.end, self.text) == (other.start, other.end, other.text))

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.text))


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits applied at once; their offsets all mean the text as given.

    Two insertions at one place keep their order. Raises DesignerError where edits overlap or leave the text:
    that is a fault of whoever planned them, and nothing is applied.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise DesignerError(f"edits overlap or leave the text at offset {edit.start}")
        parts.append(text[at:edit.start])
        parts.append(edit.text)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)
