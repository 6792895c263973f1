"""Diagnostics for a person at a terminal: place, words, and the line with a caret under the fault.

    stack.yaml:12:34: error HOT304 unknown-attribute: `server` has no attribute `adress`. Did you mean `addresses`?
       12 |       port: {get_attr: [server, adress]}
          |                                 ^^^^^^
"""

from __future__ import annotations

import os
import sys

from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics import Diagnostic
    from designer.report.result import Counts, Result

WIDTH = 140
_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "info": "\033[1;34m"}
_BOLD, _DIM, _PLAIN = "\033[1m", "\033[2m", "\033[0m"


def part(result: Result, colour: bool | None = None) -> str:
    """All that is to be said of one file; empty where there is nothing."""
    coloured = wants_colour() if colour is None else colour
    return "".join([_diagnostic(result, each, coloured) for each in result.diagnostics])


def whole(parts: list[str], counts: Counts) -> str:
    """The diagnostics of all files, and a line that sums up."""
    said = [counted(number, word) for number, word in
            ((counts.errors, "error"), (counts.warnings, "warning"), (counts.infos, "info")) if number]
    files = counted(counts.files, "file")
    return "".join(parts) + (f"{', '.join(said)} in {files}\n" if said else f"{files}: nothing to say\n")


def wants_colour() -> bool:
    """Whether standard output is a terminal whose user has not asked for plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _diagnostic(result: Result, each: Diagnostic, coloured: bool) -> str:
    line, column = result.position(each.start, each.file)
    severity = _paint(each.severity, _COLOURS[each.severity], coloured)
    place = _paint(f"{result.path_of(each.file)}:{line}:{column}:", _BOLD, coloured)
    lines = [f"{place} {severity} {each.code} {each.name}: {printable(each.message)}"]
    document = result.document_of(each.file)
    if document is not None and document.text:
        end_line, end_column = document.lines.position(each.end)
        written = document.lines.line(line)
        last = end_column - 1 if end_line == line else len(written)
        shown, carets = excerpt(written, column - 1, last)
        number = str(line)
        gutter = " " * len(number)
        lines.append(_paint(f"   {number} | ", _DIM, coloured) + shown)
        lines.append(_paint(f"   {gutter} | ", _DIM, coloured) + _paint(carets, _COLOURS[each.severity], coloured))
    for other in each.related:
        at = ":".join(map(str, result.position(other.start, other.file)))
        lines.append(f"    {result.path_of(other.file)}:{at}: {printable(other.message)}")
    for fix in each.fixes:
        lines.append(f"    fix: {printable(fix.title)}")
    return "\n".join(lines) + "\n"


def excerpt(line: str, start: int, end: int) -> tuple[str, str]:
    """A line as it can be shown, cut to the terminal's width around a range of it, and the carets under that range."""
    end = max(end, start + 1)
    first = 0
    if len(line) > WIDTH:
        first = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    last = min(len(line), first + WIDTH)
    before = ("… " if first else "") + printable(line[first:start])
    marked = printable(line[start:min(end, last)])
    after = printable(line[min(end, last):last]) + (" …" if last < len(line) else "")
    return before + marked + after, " " * _columns(before) + "^" * max(_columns(marked), 1)


def printable(text: str) -> str:
    """A text without what a terminal would obey: tabs become blanks, all other control characters a sign."""
    if text.isascii() and text.isprintable():
        return text
    return "".join([sign if sign.isprintable() else " " if sign in "\t\n" else "\N{REPLACEMENT CHARACTER}"
                    for sign in text])


def _columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _paint(text: str, colour: str, coloured: bool) -> str:
    return f"{colour}{text}{_PLAIN}" if coloured else text
