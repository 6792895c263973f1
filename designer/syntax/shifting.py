"""Moving all that stands behind an edit: by shelves of entries, so that few numbers change.

The entries of a long section stand on shelves, some dozens on each, in the order of the text. What moves a shelf moves
all that stand on it.
"""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from designer.syntax.nodes import Entry

    # of each section that has some, by its id: its shelves in the order of the text
    Shelves: TypeAlias = dict[int, list[Shelf]]

# A section of fewer entries has no shelves: its entries are moved one by one.
LONG = 256
WIDTH = 96
# With so many entries on one, a section gets new shelves.
FULL = 8 * WIDTH


def shift(root: Mapping, section: Mapping, behind: int, by: int, shelves: Shelves) -> None:
    """Move the entries of a section from number `behind` on, and all sections behind it, by some code points."""
    if not by:
        return
    _shift_entries(section, behind, by, shelves)
    shift_sections(root, next(at for at, (_, value) in enumerate(root.entries) if value is section) + 1, by, shelves)


def shift_sections(root: Mapping, behind: int, by: int, shelves: Shelves) -> None:
    """Move the sections from number `behind` on by some code points."""
    for key, value in root.entries[behind:] if by else ():
        key.rel_start += by
        key.rel_end += by
        if isinstance(value, Mapping):
            value.rel_start += by
            value.rel_end += by
            _shift_entries(value, 0, by, shelves)
        else:
            value.unit.base += by


def settle(section: Mapping, first: int, entries: list[Entry]) -> None:
    """Put new entries, which count from the start of the text, on the shelf beside which they stand.

    They are to stand at number `first`, and are not among the section's entries yet.
    """
    beside = max(first - 1, 0)
    if beside >= len(section.entries):
        return
    shelf = section.entries[beside][0].unit.shelf
    for key, _ in entries:
        key.unit.base -= shelf.base
        key.unit.shelf = shelf


def _shift_entries(section: Mapping, first: int, by: int, shelves: Shelves) -> None:
    entries = section.entries
    at, count = first, len(entries)
    if at >= count:
        return
    if count < LONG and id(section) not in shelves:
        for key, _ in entries[at:]:
            key.unit.base += by
        return
    own = shelves.get(id(section))
    if own is None:
        own = shelves[id(section)] = _shelved(entries)
    shelf = entries[at][0].unit.shelf
    while at < count and entries[at][0].unit.shelf is shelf:
        entries[at][0].unit.base += by
        at += 1
    if at < count:
        for each in own[own.index(entries[at][0].unit.shelf):]:
            each.base += by
    if at - first > FULL:
        shelves[id(section)] = _shelved(entries)


def _shelved(entries: list[Entry]) -> list[Shelf]:
    """Put all entries on new shelves."""
    shelves = []
    for start in range(0, len(entries), WIDTH):
        shelf = Shelf(0)
        shelves.append(shelf)
        for key, _ in entries[start:start + WIDTH]:
            key.unit.base += key.unit.shelf.base
            key.unit.shelf = shelf
    return shelves
