"""Diagnostics for programs: JSON, in the form that callers rely on (`version` 1).

Lines and columns count from 1, in code points; the end is exclusive.
"""

from __future__ import annotations

from json import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics import Diagnostic
    from designer.report.result import Counts, Result


def part(result: Result) -> dict[str, Any]:
    """One file's entry."""
    return {"path": result.path, "diagnostics": [diagnostic_data(result, each) for each in result.diagnostics]}


def whole(parts: list[dict[str, Any]], counts: Counts) -> str:
    """The document, a file a line."""
    summary = {"files": counts.files, "errors": counts.errors, "warnings": counts.warnings, "infos": counts.infos}
    files = ",\n".join([dumps(each) for each in parts])
    return f'{{"version": 1,\n"files": [\n{files}],\n"summary": {dumps(summary)}}}\n'


def diagnostic_data(result: Result, each: Diagnostic) -> dict[str, Any]:
    """A diagnostic as plain data; the web serves the same."""
    data: dict[str, Any] = {"code": each.code, "name": each.name, "severity": each.severity, "message": each.message,
                            "path": list(each.path)}
    if each.tags:
        data["tags"] = list(each.tags)
    if each.file is not None:
        data["file"] = each.file
    data["range"] = range_data(result, each.start, each.end, each.file)
    if each.related:
        data["related"] = [
            {"message": other.message, **({"file": other.file} if other.file is not None else {}),
             "range": range_data(result, other.start, other.end, other.file)} for other in each.related]
    if each.fixes:
        data["fixes"] = [{"title": fix.title, "edits": [
            {"range": range_data(result, edit.start, edit.end, each.file), "text": edit.text} for edit in fix.edits]}
            for fix in each.fixes]
    return data


def range_data(result: Result, start: int, end: int, file: str | None = None) -> dict[str, Any]:
    """A range as `{"start": {"line", "column"}, "end": {...}}`."""
    line, column = result.position(start, file)
    end_line, end_column = result.position(end, file)
    return {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}
