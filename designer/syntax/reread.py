"""Reading again after an edit: only the entries that the edit touches are parsed anew.

An entry of a block section (a resource, a parameter) can be read by itself, because what stands at its column or
left of it ends
it, whatever follows. Where that is in doubt the whole text is read again; the outcome is the same either way.
"""

from __future__ import annotations

import gc

from designer.diagnostics import Finding
from designer.syntax import cparser
from designer.syntax.compose import TooManyNodes, compose_entries, may_hold_alias
from designer.syntax.document import YAML, Document
from designer.syntax.limits import DEFAULT_LIMITS, Limits
from designer.syntax.nodes import Mapping, Node, Scalar
from designer.syntax.ordered import Ordered
from designer.syntax.reader import read
from designer.syntax.shifting import settle, shift

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Reread:
    """What reading again changed: in one `section` the entries `removed` gave way to the entries `added`, by name, each
    with its nodes.

    `section` is None where the whole text was read again, and everything may have changed; "" where only comments
    before all sections did. Of a section that is no map nothing is removed or added: its value is another, though it
    may mean the same.
    """

    __slots__ = ("document", "section", "removed", "added")

    def __init__(self, document: Document, section: str | None = None, removed: tuple[str, ...] = (),
                 added: dict[str, tuple[Scalar, Node]] | None = None) -> None:
        self.document = document
        self.section = section
        self.removed = removed
        self.added = added or {}


def reread(document: Document, text: str, limits: Limits = DEFAULT_LIMITS) -> Reread:
    """The document of a new text, made out of the old one, whose nodes it takes over: the old one is of no more use.

    `text` comes without a byte order mark, as `document.text` does.
    """
    return reread_entries(document, Texts(document.text, text), limits, difference_of(document.text, text)) or Reread(
        read(text, limits))


class Texts:
    """An old text, and a new one with all that lies behind the place at hand.

    What lies before that place may be about to change as well: `moved` by so many code points it then stands further
    behind in the new text. What lies behind it has changed already: `ahead` by so many it stands further behind than in
    the old text.
    """

    __slots__ = ("old", "new", "moved", "ahead")

    def __init__(self, old: str, new: str, moved: int = 0, ahead: int = 0) -> None:
        self.old = old
        self.new = new
        self.moved = moved
        self.ahead = ahead


def reread_entries(document: Document, texts: Texts, limits: Limits, change: tuple[int, int, int]) -> Reread | None:
    """As `reread`, from where the texts differ; None, with the old document as it was, where all is to be read."""
    root, text = document.root, texts.new
    start, end = change[0] + texts.moved, change[2] + texts.moved
    if not isinstance(root, Mapping) or root.flow or document.format != YAML or document.aliases \
            or len(text) > limits.size or may_hold_alias(text[start:end]):
        return None
    by = change[2] - change[1]
    region = _touched(texts, root, change[0], change[1], by + texts.moved)
    if region is None:
        from designer.syntax.outer import reread_outer

        return reread_outer(document, texts, limits, change)
    parsed = _parse(text, region, by, texts.moved, limits)
    if parsed is None:
        return None
    entries, findings = parsed
    section = region.section
    if section.start != section.entries[0][0].start:  # a sign stands before its first key, as of `? key`
        return None
    gone = section.entries[region.first:region.last + 1]
    index = section.index
    names = {str(key.value) for key, _ in entries}
    old_names = {str(key.value) for key, _ in gone}
    if len(index) < len(section.entries) or len(names) < len(entries) or len(index) + len(names) == len(old_names) \
            or any(name in index and name not in old_names for name in names):
        return None
    shift(root, section, region.last + 1, by, document.shelves)
    del section.entries[region.first:region.last + 1]
    settle(section, region.first, entries)
    section.entries[region.first:region.first] = entries
    if [key.value for key, _ in gone] == [key.value for key, _ in entries]:
        index.update((str(key.value), value) for key, value in entries)
    else:
        section.index = _moved(section, index, old_names, entries)
    section.rel_start = section.entries[0][0].start
    section.rel_end = section.entries[-1][1].end
    root.rel_end = root.entries[-1][1].end
    units = {id(key.unit) for key, _ in gone}
    findings = [f for f in document.findings if id(getattr(f.place, "unit", None)) not in units] + findings
    renewed = Document(text, root, findings, YAML, document.bom, False)
    renewed.follow(document, start, end)
    return Reread(renewed, region.name, tuple(str(key.value) for key, _ in gone),
                  {str(key.value): (key, value) for key, value in entries})


def difference_of(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts differ: from the same start up to an end in the old and an end in the new."""
    start = _common(old, new)
    most = min(len(old), len(new)) - start
    tail = _common_tail(old, new, most)
    return start, len(old) - tail, len(new) - tail


# So many signs are compared at a time.
PIECE = 1 << 14


def _common(old: str, new: str) -> int:
    most = min(len(old), len(new))
    low = 0
    while low < most and old[low:low + PIECE] == new[low:low + PIECE]:
        low += PIECE
    low, high = min(low, most), min(low + PIECE, most)
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_tail(old: str, new: str, most: int) -> int:
    ends, others = len(old), len(new)
    low = 0
    while low < most and old[max(ends - low - PIECE, 0):ends - low] == new[max(others - low - PIECE, 0):others - low]:
        low += PIECE
    low, high = min(low, most), min(low + PIECE, most)
    while low < high:
        middle = (low + high + 1) // 2
        if old[ends - middle:ends - low] == new[others - middle:others - low]:
            low = middle
        else:
            high = middle - 1
    return low


class _Region:
    """Whole lines of a section, from the entry `first` to the entry `last`, that an edit touches.

    `indent` is the column that the entries of the section stand at.
    """

    __slots__ = ("name", "section", "first", "last", "start", "end", "indent")

    def __init__(self, name: str, section: Mapping, first: int, last: int, start: int, end: int, indent: int) -> None:
        self.name = name
        self.section = section
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.indent = indent


def _touched(texts: Texts, root: Mapping, start: int, end: int, by: int) -> _Region | None:
    """The region of an edit; what lies behind it stands `by` code points further behind in the new text."""
    text, whole = texts.old, len(texts.old) + texts.ahead
    for at, (key, section) in enumerate(root.entries):
        following = root.entries[at + 1][0].start if at + 1 < len(root.entries) else whole
        if not section.start <= start <= end <= following:
            continue
        if not isinstance(section, Mapping) or section.flow or not section.entries or "<<" in section.index \
                or (following != whole and texts.new[following + by - 1:following + by] not in ("\r", "\n")):
            return None
        entries = section.entries
        own = entries[0][0].start
        line = _line_start(text, own)
        if text[line:own].strip(" "):
            return None
        indent = own - line
        first, last = _entry_at(section, start + indent), _entry_at(section, end + indent)
        if first is None or last is None:
            return None
        if first and start <= entries[first][0].start:
            first -= 1  # the edit stands in the indentation of a key: what it is about may be the entry before
        region_start = _line_start(text, entries[first][0].start)
        region_end = _line_start(texts.new, entries[last + 1][0].start + by) - by if last + 1 < len(entries) else (
            following)
        if start < region_start or end > region_end or text[region_start:entries[first][0].start].strip(" "):
            return None
        return _Region(str(key.value), section, first, last, region_start, region_end, indent)
    return None


def _entry_at(section: Mapping, offset: int) -> int | None:
    """The number of the last entry that begins at an offset or before, None where there is none."""
    entries = section.entries
    low, high = 0, len(entries)
    while low < high:
        middle = (low + high) // 2
        if entries[middle][0].start <= offset:
            low = middle + 1
        else:
            high = middle
    return low - 1 if low else None


def _line_start(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, offset) + 1
    return max(text.rfind("\r", start, offset) + 1, start)


def _parse(text: str, region: _Region, by: int, moved: int, limits: Limits) -> tuple[
        list[tuple[Scalar, Node]], list[Finding]] | None:
    """The entries that a region of the new text holds by itself, None where it cannot be said to stand by itself.

    By `moved` code points it stands further behind than its old start says.
    """
    chunk = text[region.start + moved:region.end + by + moved]
    if region.end + by + moved < len(text) and not chunk.endswith("\n"):
        return None
    if may_hold_alias(chunk) or ("?" in chunk and any(line.lstrip(" -").startswith("?") for line in chunk.split("\n"))):
        return None  # of `? key` the sign is where its map begins, and a value that is not there where the next begins
    if any(line[:3] in ("---", "...") or line[:1] in ("%", "\ufeff") for line in chunk.split("\n")):
        return None
    findings: list[Finding] = []

    def report(code: str, place: Any, **facts: Any) -> None:
        findings.append(Finding(code, place, facts))

    collecting = gc.isenabled()
    gc.disable()
    try:
        entries = compose_entries(chunk, region.section, region.start, limits, report)
    except (cparser.TooDeep, TooManyNodes, RecursionError):
        return None
    except Exception as error:
        if not any(kind.__name__ == "YAMLError" for kind in type(error).__mro__) and not isinstance(error, ValueError):
            raise
        return None
    finally:
        if collecting:
            gc.enable()
    if entries is None:
        return None
    indent = region.indent if region.first else None
    for key, _ in entries:
        at = key.start + moved
        column = at - _line_start(text, at)
        indent = column if indent is None else indent
        if column != indent or not column or text[at - column:at].strip(" "):
            return None
    if not region.first and region.last + 1 < len(region.section.entries) and entries:
        after = region.section.entries[region.last + 1][0].start + by + moved
        if after - _line_start(text, after) != indent:
            return None
    return entries, findings


def _moved(section: Mapping, index: dict[str, Node], gone: set[str], entries: list[tuple[Scalar, Node]]) -> Ordered[
        Node]:
    """The index of a section some of whose entries, all by now in their places, gave way to others."""
    if not isinstance(index, Ordered):
        known, index = index, Ordered(lambda: [str(key.value) for key, _ in section.entries])
        index.update(known)
    for name in gone:
        del index[name]
    index.update((str(key.value), value) for key, value in entries)
    index.disorder()
    return index
