"""Diagnostics as annotations of GitHub Actions, a line each: `::error file=stack.yaml,line=12,col=34,...::words`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.report.result import Counts, Result

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def part(result: Result) -> str:
    """One file's annotations."""
    lines = []
    for each in result.diagnostics:
        line, column = result.position(each.start, each.file)
        end_line, end_column = result.position(each.end, each.file)
        facts = {"file": result.path_of(each.file), "line": line, "endLine": end_line}
        if end_line == line:  # GitHub takes columns within one line only, and its end is the last that belongs to it
            facts.update(col=column, endColumn=max(end_column - 1, column))
        facts["title"] = f"{each.code} {each.name}"
        written = ",".join([f"{name}={_property(str(fact))}" for name, fact in facts.items()])
        lines.append(f"::{_COMMANDS[each.severity]} {written}::{_data(each.message)}\n")
    return "".join(lines)


def whole(parts: list[str], counts: Counts) -> str:
    """The annotations of all files."""
    return "".join(parts)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
