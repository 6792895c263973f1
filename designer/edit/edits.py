"""Collecting edits of one text: deletions may touch and overlap, insertions keep their order."""

from __future__ import annotations

from designer.text import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Edits:
    """Edits of `text` while they are gathered."""

    __slots__ = ("text", "deleted", "others", "replaced")

    def __init__(self, text: str) -> None:
        self.text = text
        self.deleted: list[tuple[int, int]] = []
        self.others: list[Edit] = []
        self.replaced: set[tuple[int, int]] = set()

    def insert(self, at: int, text: str) -> None:
        if text:
            self.others.append(Edit(at, at, text))

    def delete(self, start: int, end: int) -> None:
        if start < end:
            self.deleted.append((start, end))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of a range; what an alias makes come twice is replaced once."""
        if start == end:
            self.insert(start, text)
        elif not text:
            self.delete(start, end)
        elif self.text[start:end] != text:
            if (start, end) not in self.replaced:
                self.replaced.add((start, end))
                self.others.append(Edit(start, end, text))

    def finish(self) -> list[Edit]:
        """The edits in the order of the text, none of them overlapping; insertions may stand inside what is deleted."""
        edits = list(self.others)
        points = sorted(edit.start for edit in edits if edit.start == edit.end)
        for start, end in united(self.deleted):
            at = start
            for point in points:
                if at < point < end:
                    edits.append(Edit(at, point, ""))
                    at = point
            edits.append(Edit(at, end, ""))
        edits.sort(key=lambda edit: (edit.start, edit.end))
        return joined(edits, self.text)


def united(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def joined(edits: Sequence[Edit], text: str) -> list[Edit]:
    """Sorted edits with those that touch made one, and those that change nothing left out."""
    found: list[Edit] = []
    for edit in edits:
        if found and found[-1].end == edit.start:
            before = found.pop()
            edit = Edit(before.start, edit.end, before.text + edit.text)
        found.append(edit)
    return [edit for edit in found if text[edit.start:edit.end] != edit.text]


def inverse(edits: Sequence[Edit], text: str) -> list[Edit]:
    """The edits that make `text` again of what the edits, in order, made of it."""
    found = []
    by = 0
    for edit in edits:
        start = edit.start + by
        found.append(Edit(start, start + len(edit.text), text[edit.start:edit.end]))
        by += len(edit.text) - (edit.end - edit.start)
    return found


def composed(first: Sequence[Edit], second: Sequence[Edit], text: str) -> list[Edit]:
    """The edits of `text` that do at once what `first`, and then `second` on its outcome, do; both in order."""
    pieces = _pieces(first, len(text))
    at = 0
    found: list[tuple[int, int, str]] = []
    for edit in second:
        pieces, before, at = _cut(pieces, at, edit.start)
        found += before
        pieces, _, at = _cut(pieces, at, edit.end)
        found.append((0, 0, edit.text))
    edits = []
    at, put = 0, ""
    for start, end, words in [*found, *pieces, (len(text), len(text), "")]:
        if words or start == end < len(text):
            put += words
            continue
        if put or start > at:
            edits.append(Edit(at, start, put))
        at, put = end, ""
    return joined(edits, text)


def _pieces(edits: Sequence[Edit], size: int) -> list[tuple[int, int, str]]:
    """An outcome as what is kept of the text (start, end, "") and what is put in (0, 0, text)."""
    found = []
    at = 0
    for edit in edits:
        found += [(at, edit.start, ""), (0, 0, edit.text)]
        at = edit.end
    return [piece for piece in [*found, (at, size, "")] if piece[0] < piece[1] or piece[2]]


def _cut(pieces: list[tuple[int, int, str]], at: int, point: int) -> tuple[
        list[tuple[int, int, str]], list[tuple[int, int, str]], int]:
    """The pieces behind and before a point of the outcome, the first of which begins `at`; and that point."""
    before: list[tuple[int, int, str]] = []
    for number, (start, end, words) in enumerate(pieces):
        size = len(words) or end - start
        if at + size > point:
            rest = point - at
            if rest and words:
                before.append((0, 0, words[:rest]))
                return [(0, 0, words[rest:]), *pieces[number + 1:]], before, point
            if rest:
                before.append((start, start + rest, ""))
                return [(start + rest, end, ""), *pieces[number + 1:]], before, point
            return pieces[number:], before, point
        before.append((start, end, words))
        at += size
    return [], before, point
