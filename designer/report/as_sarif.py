"""Diagnostics as SARIF 2.1.0, which code hosts and editors read; columns count code points."""

from __future__ import annotations

from json import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.diagnostics import Diagnostic
    from designer.report.result import Counts, Result

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def part(result: Result) -> list[dict[str, Any]]:
    """One file's results."""
    return [_result(result, each) for each in result.diagnostics]


def whole(parts: list[list[dict[str, Any]]], counts: Counts) -> str:
    """The log: one run, with the rules that it speaks of."""
    from importlib.metadata import PackageNotFoundError, version

    from designer.validate import find_rule

    results = [each for part in parts for each in part]
    codes = sorted({each["ruleId"] for each in results})
    for each in results:
        each["ruleIndex"] = codes.index(each["ruleId"])
    try:
        number = version("hot-designer")
    except PackageNotFoundError:
        number = "0.0.0"
    rules = []
    for code in codes:
        rule = find_rule(code)
        if rule is None:
            continue
        title, _, text = (rule.module.__doc__ or "").strip().partition("\n")
        rules.append({"id": code, "name": "".join(word.capitalize() for word in rule.name.split("-")),
                      "shortDescription": {"text": title}, "help": {"text": text.strip(), "markdown": text.strip()}})
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "Hot Designer", "semanticVersion": number, "rules": rules}},
        "columnKind": "unicodeCodePoints", "results": results}]}
    return dumps(log, indent=1) + "\n"


def _result(result: Result, each: Diagnostic) -> dict[str, Any]:
    location = _location(result, each.start, each.end, each.file)
    if each.path:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(str, each.path))}]
    data: dict[str, Any] = {"ruleId": each.code, "level": _LEVELS[each.severity], "message": {"text": each.message},
                            "locations": [location]}
    if each.related:
        data["relatedLocations"] = [
            {"id": number, **_location(result, other.start, other.end, other.file), "message": {"text": other.message}}
            for number, other in enumerate(each.related, 1)]
    if each.fixes:
        data["fixes"] = [{"description": {"text": fix.title}, "artifactChanges": [{
            "artifactLocation": {"uri": _uri(result.path_of(each.file))},
            "replacements": [{"deletedRegion": _region(result, edit.start, edit.end, each.file),
                              "insertedContent": {"text": edit.text}} for edit in fix.edits]}]} for fix in each.fixes]
    return data


def _location(result: Result, start: int, end: int, file: str | None) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(result.path_of(file))},
                                 "region": _region(result, start, end, file)}}


def _region(result: Result, start: int, end: int, file: str | None) -> dict[str, int]:
    line, column = result.position(start, file)
    end_line, end_column = result.position(end, file)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _uri(path: str) -> str:
    from urllib.parse import quote

    place = quote(path.replace("\\", "/"), safe="/~!$&'()*+,;=@", errors="replace")
    return "file://" + place if place.startswith("/") else place
