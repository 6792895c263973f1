"""Reading again what stands in no entry of a section: the first lines, and sections that are no maps."""

from __future__ import annotations

from designer.syntax.document import YAML, Document
from designer.syntax.nodes import Mapping
from designer.syntax.reader import read
from designer.syntax.shifting import shift_sections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax.limits import Limits
    from designer.syntax.reread import Reread, Texts


def reread_outer(document: Document, texts: Texts, limits: Limits, change: tuple[int, int, int]) -> Reread | None:
    """As `reread_entries`, where an edit touches the comments before all sections, or one section that is no map.

    None, with the old document as it was, where all is to be read.
    """
    from designer.syntax.reread import Reread

    root, text = document.root, texts.new
    assert isinstance(root, Mapping)
    by = change[2] - change[1]
    at = _section_of(root, change[0], change[1], len(texts.old) + texts.ahead)
    if at is None:
        return None
    start = root.entries[at][0].start if at >= 0 else 0
    last = at + 1 == len(root.entries)
    end = (len(texts.old) + texts.ahead if last else root.entries[at + 1][0].start) + by
    chunk = text[start + texts.moved:end + texts.moved]
    if (chunk and not last and not chunk.endswith("\n")) or any(
            line[:3] in ("---", "...") or line[:1] in ("%", "\ufeff") for line in chunk.split("\n")):
        return None
    name = ""
    findings = document.findings
    if at < 0:
        if texts.old[:1].isspace() or chunk[:1].isspace() or any(
                line.strip(" \r") and not line.lstrip(" ").startswith("#") for line in chunk.split("\n")):
            return None
    else:
        key, old = root.entries[at]
        again = read(chunk, limits)
        if not isinstance(again.root, Mapping) or again.findings or again.aliases or again.format != YAML \
                or again.root.flow or len(again.root.entries) != 1:
            return None
        found, value = again.root.entries[0]
        if found.value != key.value or found.start or isinstance(value, Mapping) or "<<" in again.root.index:
            return None
        name = str(key.value)
        value.unit.base += start
        value.parent = root
        root.entries[at] = key, value
        root.index[name] = value
        findings = [each for each in findings if getattr(each.place, "unit", None) is not old.unit]
    shift_sections(root, at + 1, by, document.shelves)
    if at < 0:
        root.rel_start += by
    root.rel_end = root.entries[-1][1].end
    renewed = Document(text, root, findings, YAML, document.bom, False)
    renewed.follow(document, change[0] + texts.moved, change[2] + texts.moved)
    return Reread(renewed, name)


def _section_of(root: Mapping, start: int, end: int, whole: int) -> int | None:
    """The number of the section that is no map in which an edit lies, -1 before all; None where it lies in none."""
    if not root.entries or len(root.index) != len(root.entries):
        return None
    if end <= root.entries[0][0].start:
        return -1
    for at, (key, value) in enumerate(root.entries):
        following = root.entries[at + 1][0].start if at + 1 < len(root.entries) else whole
        if key.end < start and end <= following:
            if following < end + 1 and at + 1 < len(root.entries):
                return None  # the next section's name may be another now
            return at if not isinstance(value, Mapping) else None
    return None
