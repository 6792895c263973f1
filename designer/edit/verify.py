"""Whether edits make a text mean what was meant: what they touch is read again and compared.

An entry of a block section can be read by itself, because what stands at its column or left of it ends it,
whatever follows. So only the entries that edits touch are read, unless the text is of another kind.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from designer.edit.change import FIRST
from designer.edit.meaning import entries, meant, same
from designer.edit.place import behind_properties, keeps_breaks, last_scalar, line_after, line_start
from designer.edit.refused import Refused
from designer.syntax import DEFAULT_LIMITS, YAML, Mapping, Scalar, read
from designer.syntax.compose import TooManyNodes, compose_entries, may_hold_alias
from designer.syntax.cparser import TooDeep
from designer.text import Edit, apply_edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Change
    from designer.syntax import Document, Node


class _Part:
    """Whole lines of a map: its entries `first` to `last` (none where `last` is less), and the edits inside them."""

    __slots__ = ("map", "change", "first", "last", "start", "end", "edits")

    def __init__(self, mapping: Mapping, change: Change, first: int, last: int, start: int, end: int) -> None:
        self.map = mapping
        self.change = change
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.edits: list[Edit] = []


def verify(document: Document, edits: list[Edit], change: Change) -> None:
    """Raises Refused where the edited text does not read as exactly what the change means."""
    parts = _parts(document, edits, change)
    if parts is None or not all(_holds(document, part) for part in parts) or not _covers(document, change, parts):
        _verify_all(document, edits, change)


def _verify_all(document: Document, edits: list[Edit], change: Change) -> None:
    text = apply_edits(document.text, edits)
    again = read(text)
    if again.root is None and (text.strip() or again.findings):
        raise Refused(_unreadable(again))
    old = document.root.plain() if document.root is not None else {}
    wanted = meant(old, change)
    found = again.root.plain() if again.root is not None else None
    found = {} if found is None else found  # as Heat takes a template that says nothing
    if not same(wanted, found):
        line = document.lines.position(edits[0].start)[0] if edits else 1
        raise Refused(f"what stands in line {line} is repeated elsewhere by an alias (*) and would change there too"
                      if document.aliases else
                      f"this cannot be written in line {line} without changing something else")
    if isinstance(wanted, dict) and not document.aliases:
        _same_order(wanted, found, change)


def _same_order(wanted: dict[str, Any], found: dict[str, Any], change: Change) -> None:
    """What was moved must stand where it was meant to."""
    for step, inner in change.inner.items():
        if inner.insertions and isinstance(step, str) and isinstance(wanted.get(step), dict):
            if list(wanted[step]) != list(found[step]):
                raise Refused("this cannot be put in that place")
    if change.insertions and list(wanted) != list(found):
        raise Refused("this cannot be put in that place")


def _unreadable(again: Document) -> str:
    finding = next((each for each in again.findings if each.code in ("HOT001", "HOT005")), None)
    problem = finding.facts.get("problem") if finding is not None else None
    if problem and "alias" in str(problem):
        return f"an alias needs what would go ({problem})"
    if finding is not None and finding.code == "HOT005":
        return f"the template would be larger or deeper than is read ({finding.facts.get('what')})"
    return "this cannot be written here so that the template can still be read"


def _parts(document: Document, edits: list[Edit], change: Change) -> list[_Part] | None:
    """The parts of the text that edits touch, each in one section or among the sections; None: not to be parted."""
    root, text = document.root, document.text
    if not isinstance(root, Mapping) or root.flow or document.format != YAML or document.aliases or change.final \
            or not root.entries or len(root.index) != len(root.entries) or text.startswith(("&", "!"), root.start) \
            or root.entries[0][0].start != line_start(text, root.entries[0][0].start):
        return None
    parts: list[_Part] = []
    for edit in edits:
        if parts and parts[-1].start <= edit.start and edit.end <= parts[-1].end and parts[-1].start < parts[-1].end:
            parts[-1].edits.append(edit)
            continue
        part = _part_of(root, edit, text, change)
        if part is None or (parts and part.start < parts[-1].end):
            # the entries of two edits run into one another: read as one
            merged = _merged(parts.pop(), part) if parts and part is not None else None
            if merged is None:
                return None
            part = merged
        part.edits.append(edit)
        parts.append(part)
    return parts


def _merged(one: _Part, other: _Part) -> _Part | None:
    if one.map is not other.map or one.last < one.first or other.last < other.first:
        return None
    part = _Part(one.map, one.change, one.first, max(one.last, other.last), one.start, max(one.end, other.end))
    part.edits = one.edits
    return part


def _part_of(root: Mapping, edit: Edit, text: str, change: Change) -> _Part | None:
    pairs = root.entries
    at = bisect_right(pairs, edit.start, key=_key_start) - 1
    if at < 0:
        return None
    following = pairs[at + 1][0].start if at + 1 < len(pairs) else len(text)
    if edit.end > following or (following < len(text) and line_start(text, following) != following):
        return _section_part(root, edit, text, change)
    # what is put between two sections may be the last entry of the first
    for each in (at - 1, at) if edit.start == edit.end == pairs[at][0].start and at else (at,):
        key, section = pairs[each]
        inner = change.inner.get(str(key.value))
        if inner is not None and not inner.final and isinstance(section, Mapping) \
                and edit.start >= line_after(text, key.end):
            behind = pairs[each + 1][0].start if each + 1 < len(pairs) else len(text)
            part = _entry_part(key, section, inner, edit, text, behind)
            if part is not None:
                return part
    return _section_part(root, edit, text, change)


def _entry_part(key: Scalar, section: Mapping, change: Change, edit: Edit, text: str, following: int) -> _Part | None:
    """The entries of a block section that an edit touches."""
    pairs = section.entries
    if section.flow or not pairs or len(section.index) != len(pairs) or behind_properties(
            text, section.start, section.end) != section.start or "<<" in section.index:
        return None
    head = line_after(text, key.end)
    indent = pairs[0][0].start - line_start(text, pairs[0][0].start)
    if pairs[0][0].start < head:
        return None
    first, last = _touched(pairs, edit, indent)
    start = line_start(text, pairs[first][0].start) if first else head
    end = line_start(text, pairs[last + 1][0].start) if last + 1 < len(pairs) else following
    if edit.start < start or edit.end > end:
        return None
    return _Part(section, change, first, last, start, end)


def _touched(pairs: list[tuple[Scalar, Node]], edit: Edit, indent: int) -> tuple[int, int]:
    """The first and last entry whose lines an edit touches; the one before where it stands at a line's beginning."""
    first = bisect_right(pairs, edit.start + indent, key=_key_start) - 1
    if first > 0 and pairs[first][0].start == edit.start + indent:
        first -= 1
    first = max(first, 0)
    return first, max(bisect_left(pairs, edit.end + indent, key=_key_start) - 1, first)


def _section_part(root: Mapping, edit: Edit, text: str, change: Change) -> _Part | None:
    """Sections that an edit touches: none, where it only puts something between two of them."""
    pairs = root.entries
    first = bisect_right(pairs, edit.start, key=_key_start) - 1
    if edit.start == edit.end == line_start(text, edit.start) and first >= 0:
        before = first - 1 if pairs[first][0].start == edit.start else first
        if before >= 0 and _ends_before(pairs[before][1], edit.start, text):
            return _Part(root, change, before + 1, before, edit.start, edit.start)
    if first < 0:
        return None
    first, last = _touched(pairs, edit, 0)
    start = pairs[first][0].start
    end = pairs[last + 1][0].start if last + 1 < len(pairs) else len(text)
    if edit.start < start or line_start(text, start) != start or (end < len(text) and line_start(text, end) != end):
        return None
    return _Part(root, change, first, last, start, end)


def _ends_before(node: Node, at: int, text: str) -> bool:
    """Whether a section is over before an offset, so that nothing put there becomes a part of it."""
    if node.end <= at:
        return True
    last = last_scalar(text, node)
    return isinstance(last, Scalar) and last.style in ("|", ">") and not keeps_breaks(text, last) \
        and not text[at:last.end].strip()


def _holds(document: Document, part: _Part) -> bool:
    """Whether a part, edited and read by itself, means what is wanted of it."""
    text, mapping = document.text, part.map
    chunk = apply_edits(text[part.start:part.end],
                        [Edit(each.start - part.start, each.end - part.start, each.text) for each in part.edits])
    if part.end < len(text) and chunk and not chunk.endswith("\n"):
        return False
    if may_hold_alias(chunk) or any(
            line[:3] in ("---", "...") or line[:1] in ("%", "\ufeff") for line in chunk.split("\n")):
        return False
    found = _read_part(chunk, mapping)
    if found is None:
        return False
    own = mapping.entries[0][0].start
    indent = own - line_start(text, own)
    alone = part.first == 0 and part.last == len(mapping.entries) - 1 and mapping.parent is not None
    for key, _ in found:
        at = key.start
        stands = at - line_start(chunk, at)
        if stands != indent and not (alone and found and stands == found[0][0].start - line_start(
                chunk, found[0][0].start) > 0):
            return False
    if mapping.parent is not None and alone and not found:
        return False  # a section without entries is for the look at the whole
    old = [(str(key.value), value.plain()) for key, value in mapping.entries[part.first:part.last + 1]]
    change = part.change
    wanted = entries(old, change, first=part.first == 0)
    if part.last < part.first:
        before = mapping.entries[part.last][0].value if part.last >= 0 else FIRST
        wanted = [(str(each.key), each.value) for each in change.insertions if each.after == before]
    return len(found) == len(wanted) and all(
        key.value == name and same(value.plain(), plain)
        for (key, value), (name, plain) in zip(found, wanted, strict=True))


def _read_part(chunk: str, mapping: Mapping) -> list[tuple[Scalar, Node]] | None:
    try:
        return compose_entries(chunk, mapping, 0, DEFAULT_LIMITS, _ignore)
    except (TooDeep, TooManyNodes, RecursionError):
        return None
    except Exception as error:
        if not any(kind.__name__ == "YAMLError" for kind in type(error).__mro__) and not isinstance(error, ValueError):
            raise
        return None


def _covers(document: Document, change: Change, parts: list[_Part]) -> bool:
    """Whether every change lies in one of the parts; one that lies outside of all changes nothing, or is lost."""
    root = document.root
    if not isinstance(root, Mapping) or not _insertions_covered(root, change, parts):
        return False
    for step, inner in change.inner.items():
        at = next((at for at, (key, _) in enumerate(root.entries) if key.value == step), None)
        if at is None:
            return False
        if any(part.map is root and part.first <= at <= part.last for part in parts):
            continue
        section = root.entries[at][1]
        if inner.final or inner.name is not None or not isinstance(section, Mapping) \
                or not _insertions_covered(section, inner, parts):
            return False
        names = _names(section, parts)
        if not all(name in names for name in inner.inner):
            return False
    return True


def _names(mapping: Mapping, parts: list[_Part]) -> set[str]:
    return {str(key.value) for part in parts if part.map is mapping
            for key, _ in mapping.entries[part.first:part.last + 1]}


def _insertions_covered(mapping: Mapping, change: Change, parts: list[_Part]) -> bool:
    """Whether all that comes into a map stands in one of the parts, under names that nothing else there has."""
    new = [each.key for each in change.insertions] + [
        inner.name for inner in change.inner.values() if inner.name is not None]
    if not new:
        return True
    gone = {step for step, inner in change.inner.items() if inner.removed or inner.name is not None}
    if len(set(new)) < len(new) or any(name in mapping.index and name not in gone for name in new):
        return False
    names = _names(mapping, parts)
    behind = {mapping.entries[part.last][0].value for part in parts if part.map is mapping and part.last < part.first}
    first = any(part.map is mapping and part.first == 0 for part in parts)
    return all(first if each.after is FIRST else each.after in names or each.after in behind
               for each in change.insertions)


def _key_start(pair: tuple[Scalar, Node]) -> int:
    return pair[0].start


def _ignore(code: str, place: object, **facts: object) -> None:
    pass
