"""Inline ignores: `# ignore HOT304 - reason`, at a line's end or alone above it.

Several codes or names may stand there, with commas between them. The reason is for the next reader, and asked
for; an ignore that ignores nothing is said, so that none outlives its fault. Faults of reading cannot be ignored: with
them nothing else would be looked at.
"""

from __future__ import annotations

from designer.diagnostics import ERROR, Diagnostic, Finding
from designer.syntax import Scalar, Span, node_at
from designer.syntax.document import JSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax import Document

MARK = "# ignore"
UNUSED = "HOT910"
WITHOUT_REASON = "HOT911"


class Ignore:
    """One comment: the line it speaks of, the codes it names, its own range, and which of the codes were needed."""

    __slots__ = ("line", "codes", "start", "end", "reason", "used")

    def __init__(self, line: int, codes: list[str], start: int, end: int, reason: str) -> None:
        self.line = line
        self.codes = codes
        self.start = start
        self.end = end
        self.reason = reason
        self.used: set[str] = set()


def heed_ignores(diagnostics: list[Diagnostic], document: Document) -> list[Diagnostic]:
    """The diagnostics that no comment of the document ignores, with what there is to say of the comments."""
    ignores = find_ignores(document)
    if not ignores:
        return diagnostics
    kept = [diagnostic for diagnostic in diagnostics if not _ignored(diagnostic, ignores, document)]
    findings = []
    for ignore in ignores:
        place = Span(ignore.start, ignore.end)
        for code in ignore.codes:
            if code not in ignore.used:
                findings.append(Finding(UNUSED, place, {"wanted": code}))
        if not ignore.reason:
            findings.append(Finding(WITHOUT_REASON, place, {"codes": ignore.codes}))
    if findings:
        from designer.validate.registry import diagnostics_of

        kept += diagnostics_of(findings, document, ignores=False)
        kept.sort(key=lambda each: (each.file or "", each.start, each.code))
    return kept


def find_ignores(document: Document) -> list[Ignore]:
    """The ignores of a document, in order; what looks like one inside a script or a string is none."""
    found: list[Ignore] = []
    text = document.text
    if document.format == JSON:
        return found
    at = text.find(MARK)
    while at >= 0:
        behind = text[at + len(MARK):at + len(MARK) + 1]
        if behind in (" ", "\t") and _is_comment(document, at):
            ignore = _read(document, at)
            if ignore is not None:
                found.append(ignore)
        at = text.find(MARK, at + len(MARK))
    return found


def _is_comment(document: Document, at: int) -> bool:
    if at > 0 and document.text[at - 1] not in " \t\r\n":
        return False
    around = node_at(document.root, at)
    return not (around and isinstance(around[-1], Scalar) and around[-1].start <= at < around[-1].end)


def _read(document: Document, at: int) -> Ignore | None:
    """The ignore at a comment; None where its first word is neither a code nor a name: somebody's own words then."""
    from designer.validate.registry import find_rule

    lines = document.lines
    line, column = lines.position(at)
    written = lines.line(line)
    words, _, reason = written[column - 1 + len(MARK):].partition(" - ")
    codes = []
    for word in words.removesuffix(" -").replace(",", " ").split():
        rule = find_rule(word)
        if rule is not None:
            codes.append(rule.code)
        elif word[:3].upper() == "HOT" and word[3:].isdecimal():
            codes.append(word)
        else:
            break
    if not codes:
        return None
    if not written[:column - 1].strip():
        line = _next_line_with_text(document, line)
    return Ignore(line, codes, at, at + len(written.rstrip()) - column + 1, reason.strip())


def _next_line_with_text(document: Document, line: int) -> int:
    lines = document.lines
    for number in range(line + 1, len(lines) + 1):
        written = lines.line(number).strip()
        if written and not written.startswith("#"):
            return number
    return line


def _ignored(diagnostic: Diagnostic, ignores: list[Ignore], document: Document) -> bool:
    if diagnostic.file is not None or (diagnostic.code.startswith("HOT0") and diagnostic.severity == ERROR):
        return False
    line, _ = document.lines.position(diagnostic.start)
    for ignore in ignores:
        if ignore.line == line and diagnostic.code in ignore.codes:
            ignore.used.add(diagnostic.code)
            return True
    return False
