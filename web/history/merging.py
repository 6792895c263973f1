"""Edits of an older text, moved to where they belong in a newer one.

Two edits of one text are independent where they touch different text; then both can be done, in either order, with the
same outcome. They touch where the range of one overlaps that of the other, or where an insertion stands right at the
edge of the other: at a line's edge both keep to lines of their own; elsewhere one word would be made of two people's.
What both did alike is done once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.text import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

BREAKS = "\r\n"


class Touching(Exception):
    """An edit touches text that was changed meanwhile: the edit of the newer text's history that it meets."""

    def __init__(self, theirs: list[Edit]) -> None:
        super().__init__("both changed the same text")
        self.theirs = theirs


def moved(edits: Sequence[Edit], others: Sequence[Edit], text: str, first: bool = False) -> list[Edit]:
    """`edits` of `text` as edits of what `others` made of it; both in order, each without overlaps.

    `first`: an insertion goes before one of the others at the same place, instead of behind it. Raises Touching with
    those of the others that are met.
    """
    found: list[Edit] = []
    met: list[Edit] = []
    by = 0
    at = 0
    for edit in edits:
        while at < len(others) and _before(others[at], edit, first):
            if touches(edit, others[at], text):
                met.append(others[at])
            by += len(others[at].text) - (others[at].end - others[at].start)
            at += 1
        same = False
        for other in others[at:]:
            if other.start > edit.end:
                break
            if other == edit:
                same = True
            elif touches(edit, other, text):
                met.append(other)
        if not same:
            found.append(Edit(edit.start + by, edit.end + by, edit.text))
    if met:
        raise Touching([other for number, other in enumerate(others) if any(other is one for one in met)])
    return found


def difference(before: str, after: str) -> list[Edit]:
    """The one edit that makes a text of another, as small as one can be; none where they are the same."""
    if before == after:
        return []
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return [Edit(start, len(before) - end, after[start:len(after) - end])]


def with_breaks_of(before: str, after: str) -> str:
    """A text whose line breaks a form made all alike, with those of the text that it was before."""
    if "\r" not in before:
        return after
    if before.replace("\r\n", "\n").replace("\r", "\n") == after:
        return before
    return after.replace("\n", "\r\n" if "\r\n" in before else "\r")


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def touches(edit: Edit, other: Edit, text: str) -> bool:
    """Whether two edits of one text touch the same text, other than by being alike."""
    if edit == other:
        return False
    if edit.start < other.end and other.start < edit.end:
        return True
    if edit.start not in (other.start, other.end) and edit.end not in (other.start, other.end):
        return False
    inserts = [one for one in (edit, other) if one.start == one.end]
    if not inserts:
        return False
    seam = inserts[0].start
    return not (_keeps_lines_before(seam, inserts, text) or _keeps_lines_behind(seam, inserts, text))


def _before(other: Edit, edit: Edit, first: bool) -> bool:
    """Whether what `other` does stands before what `edit` does."""
    if other == edit:
        return False
    if first and other.start == other.end == edit.start == edit.end:
        return False
    return other.end <= edit.start


def _keeps_lines_before(seam: int, inserts: list[Edit], text: str) -> bool:
    """Whether whole lines are put in at the beginning of a line."""
    starts = seam == 0 or (text[seam - 1] in BREAKS and text[seam - 1:seam + 1] != "\r\n")
    return starts and all(one.text.endswith(("\n", "\r")) for one in inserts)


def _keeps_lines_behind(seam: int, inserts: list[Edit], text: str) -> bool:
    """Whether whole lines are put in at the end of a line."""
    ends = seam == len(text) or (text[seam] in BREAKS and text[seam - 1:seam + 1] != "\r\n")
    return ends and all(one.text.startswith(("\n", "\r")) for one in inserts)
