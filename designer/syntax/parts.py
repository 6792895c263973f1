"""Reading again after an edit that touches several places: each by itself.

A name that is changed with all that refer to it changes a few lines here and there; what lies between is not read.
"""

from __future__ import annotations

from designer.syntax.document import Document
from designer.syntax.limits import DEFAULT_LIMITS, Limits
from designer.syntax.nodes import Mapping
from designer.syntax.reader import read
from designer.syntax.reread import Texts, difference_of, reread_entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from designer.syntax.nodes import Node, Scalar
    from designer.syntax.reread import Reread

    # start and end in the old text, and what stands there in the new one
    Region: TypeAlias = tuple[int, int, str]

# Of more places than these, all that lies between them is read as well.
MOST_REGIONS = 24
# How many entries behind one that changed the next that did not is looked for, and how far it may have moved.
AHEAD = 8
WINDOW = 8_000


class Touched:
    """What an edit changed in a section: the names of entries that are not what they were, and those that stand there
    now, each with its nodes.

    `reordered` tells that entries that are still there stand in another order among themselves.
    """

    __slots__ = ("removed", "added", "reordered")

    def __init__(self) -> None:
        self.removed: dict[str, None] = {}
        self.added: dict[str, tuple[Scalar, Node]] = {}
        self.reordered = False

    def take(self, removed: tuple[str, ...], added: dict[str, tuple[Scalar, Node]]) -> None:
        """Note what one more place of the section changed."""
        stayed = [name for name in removed if name in added]
        self.reordered = self.reordered or stayed != [name for name in added if name in removed] \
            or any(name in self.removed for name in added) or any(name in self.added for name in removed)
        for name in removed:
            if self.added.pop(name, None) is None:
                self.removed[name] = None
        self.added.update(added)


def reread_parts(document: Document, text: str, limits: Limits = DEFAULT_LIMITS) -> tuple[
        Document, dict[str, Touched] | None]:
    """The document of a new text, made out of the old one, which is of no more use; and what changed in each section.

    None for the latter where the whole text was read again, and everything may have changed.
    """
    old = document.text
    regions = regions_of(document, text)
    touched: dict[str, Touched] = {}
    by = len(text) - len(old)
    ahead = 0
    while regions:  # from the last to the first, so that what is still to be done stands where it stood
        start, end, words = regions[-1]
        grown = len(words) - (end - start)
        again = _reread_region(document, Texts(old, text, by - grown - ahead, ahead), start, end, words, limits)
        if again is None:
            break
        document = again.document
        touched.setdefault(str(again.section), Touched()).take(again.removed, again.added)
        ahead += grown
        regions.pop()
    if not regions:
        return document, touched
    # what moved down is to be taken out above before it is put in below
    behind = regions[-1][1]
    now = old[:behind] + text[len(text) - (len(old) - behind + ahead):]
    done = 0
    for start, end, words in regions:
        step = f"{now[:start + done]}{words}{now[end + done:]}"
        again = _reread_region(document, Texts(now, step), start + done, end + done, words, limits)
        if again is None:
            return read(text, limits), None
        document, now = again.document, step
        done += len(words) - (end - start)
        touched.setdefault(str(again.section), Touched()).take(again.removed, again.added)
    return (document, touched) if now == text else (read(text, limits), None)


def _reread_region(document: Document, texts: Texts, start: int, end: int, words: str, limits: Limits) -> Reread | None:
    first, behind, there = difference_of(texts.old[start:end], words)
    return reread_entries(document, texts, limits, (start + first, start + behind, start + there))


def regions_of(document: Document, text: str) -> list[Region]:
    """Where a text differs from that of a document, entry by entry; in the order of the text."""
    old = document.text
    start, old_end, new_end = difference_of(old, text)
    whole = [(start, old_end, text[start:new_end])]
    marks = _marks(document, start, old_end)
    if len(marks) < 2:
        return whole
    bounds = [start, *marks, old_end]
    found: list[Region] = []
    at, number = start, 0
    while number < len(bounds) - 1:
        length = bounds[number + 1] - bounds[number]
        if at + length <= new_end and text.startswith(old[bounds[number]:bounds[number + 1]], at):
            at += length
            number += 1
            continue
        behind, there = _next_alike(old, text, bounds, number, at, new_end)
        found.append((bounds[number], bounds[behind], text[at:there]))
        at, number = there, behind
    if at < new_end:
        found.append((old_end, old_end, text[at:new_end]))
    return found if len(found) <= MOST_REGIONS else whole


def _next_alike(old: str, new: str, bounds: list[int], number: int, at: int, new_end: int) -> tuple[int, int]:
    """The next bound behind which both texts go on alike, and where that is in the new text."""
    for behind in range(number + 1, min(number + 1 + AHEAD, len(bounds) - 1)):
        entry = old[bounds[behind]:bounds[behind + 1]]
        there = new.find(entry, at, min(new_end, at + bounds[behind + 1] - bounds[number] + WINDOW))
        if there >= 0 and (entry.strip() or behind == len(bounds) - 2):
            return behind, there
    return len(bounds) - 1, new_end


def _marks(document: Document, start: int, end: int) -> list[int]:
    """Where sections and their entries begin, between two offsets."""
    root = document.root
    if not isinstance(root, Mapping) or root.flow:
        return []
    found = []
    for key, section in root.entries:
        if start < key.start < end:
            found.append(key.start)
        if isinstance(section, Mapping) and not section.flow and section.start < end and section.end > start:
            entries = section.entries
            low, high = 0, len(entries)
            while low < high:
                middle = (low + high) // 2
                if entries[middle][0].start <= start:
                    low = middle + 1
                else:
                    high = middle
            while low < len(entries) and entries[low][0].start < end:
                found.append(entries[low][0].start)
                low += 1
    return sorted(set(found))
