"""Diagnostics as text, JSON, SARIF and annotations."""

from __future__ import annotations

import json

import pytest

from designer.analysis import analyse
from designer.report import Counts, Result, find_format, format_names
from designer.report.as_text import excerpt, part, printable

TEXT = """heat_template_version: 2018-08-31
resources:
  "ключ\u4e2d":
    type: OS::Heat::RandomString
    depends_on: [othr]
  other:
    type: OS::Heat::RandomString
  other:
    type: OS::Heat::RandomString
"""


def result(text: str = TEXT, path: str = "a stack.yaml") -> Result:
    analysis = analyse(text, path)
    return Result(path, analysis.diagnostics, analysis.document)


def counted(found: Result) -> Counts:
    counts = Counts()
    counts.add([each.severity for each in found.diagnostics])
    return counts


def render(name: str, found: Result) -> str:
    module = find_format(name)
    return str(module.whole([module.part(found)], counted(found)))


def test_the_formats() -> None:
    assert format_names() == ("text", "github", "json", "sarif")


def test_text_shows_the_line_and_a_caret_under_the_fault() -> None:
    assert part(result(), colour=False) == (
        "a stack.yaml:5:18: error HOT116 unknown-dependency: The resource `ключ\u4e2d` depends on `othr`, and there is "
        "no such resource. Did you mean `other`?\n"
        "   5 |     depends_on: [othr]\n"
        "     |                  ^^^^\n"
        "    fix: Write `other`\n"
        "a stack.yaml:6:3: warning HOT004 duplicate-key: `other` is given again further down in the same map: Heat "
        "forgets this one and all below it.\n"
        "   6 |   other:\n"
        "     |   ^^^^^\n"
        "    a stack.yaml:8:3: this one counts\n")
    assert render("text", result()).endswith("1 error, 1 warning in 1 file\n")
    assert render("text", result(TEXT[:TEXT.index("  other")].replace("[othr]", "[]"))) == "1 file: nothing to say\n"


def test_colour_is_for_terminals() -> None:
    assert "\033[" in part(result(), colour=True)
    assert "\033[" not in part(result())


@pytest.mark.parametrize(("line", "start", "end", "shown", "carets"), [
    ("abc def", 4, 7, "abc def", "    ^^^"),
    ("\tabc", 1, 4, " abc", " ^^^"),
    ("\u4e2d\u6587 x", 3, 4, "\u4e2d\u6587 x", "     ^"),
    ("e\u0301 x", 3, 4, "e\u0301 x", "  ^"),
    ("abc", 3, 3, "abc", "   ^"),
    ("a\033[31mb", 0, 1, "a\N{REPLACEMENT CHARACTER}[31mb", "^"),
])
def test_an_excerpt(line: str, start: int, end: int, shown: str, carets: str) -> None:
    assert excerpt(line, start, end) == (shown, carets)


def test_a_long_line_is_cut_around_the_fault() -> None:
    shown, carets = excerpt("x" * 500 + "fault" + "y" * 500, 500, 505)
    assert len(shown) < 160 and shown.startswith("… ") and shown.endswith(" …")
    assert shown[carets.index("^"):len(carets)] == "fault"


def test_nothing_that_a_terminal_would_obey_is_printed() -> None:
    sign = "\N{REPLACEMENT CHARACTER}"
    assert printable("a\tb\033[2J\x07\x9b") == f"a b{sign}[2J{sign}{sign}"


def test_json_is_as_callers_rely_on() -> None:
    data = json.loads(render("json", result()))
    assert data["version"] == 1
    assert data["summary"] == {"files": 1, "errors": 1, "warnings": 1, "infos": 0}
    (file,) = data["files"]
    assert file["path"] == "a stack.yaml"
    assert file["diagnostics"][0] == {
        "code": "HOT116", "name": "unknown-dependency", "severity": "error",
        "message": "The resource `ключ\u4e2d` depends on `othr`, and there is no such resource. Did you mean `other`?",
        "path": ["resources", "ключ\u4e2d", "depends_on", 0],
        "range": {"start": {"line": 5, "column": 18}, "end": {"line": 5, "column": 22}},
        "fixes": [{"title": "Write `other`", "edits": [
            {"range": {"start": {"line": 5, "column": 18}, "end": {"line": 5, "column": 22}}, "text": "other"}]}]}
    assert file["diagnostics"][1]["related"] == [
        {"message": "this one counts", "range": {"start": {"line": 8, "column": 3}, "end": {"line": 8, "column": 8}}}]


def test_a_place_in_another_file_names_it() -> None:
    text = "heat_template_version: 2018-08-31\nresources: {}\n"
    analysis = analyse(text, "a.yaml", environments=[("e.yaml", "parameter_default:\n  x: 1\n")])
    found = Result("a.yaml", analysis.diagnostics, analysis.document, analysis.environment.documents)
    (first, *_) = [each for each in json.loads(render("json", found))["files"][0]["diagnostics"] if "file" in each]
    assert first["file"] == "e.yaml" and first["range"]["end"] == {"line": 1, "column": 18}
    assert "e.yaml:1:1: " in render("text", found)
    assert "file=e.yaml,line=1," in render("github", found)


def test_github_annotations_are_escaped() -> None:
    lines = render("github", result(path="a,b:c.yaml")).splitlines()
    assert lines[0].startswith("::error file=a%2Cb%3Ac.yaml,line=5,endLine=5,col=18,endColumn=21,"
                               "title=HOT116 unknown-dependency::")
    assert lines[1].startswith("::warning ")


def test_sarif() -> None:
    log = json.loads(render("sarif", result()))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["HOT004", "HOT116"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in rules)
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "HOT116"
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20stack.yaml"},
        "region": {"startLine": 5, "startColumn": 18, "endLine": 5, "endColumn": 22}}
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"startLine": 5, "startColumn": 18, "endLine": 5, "endColumn": 22},
         "insertedContent": {"text": "other"}}]
    assert run["results"][1]["relatedLocations"][0]["message"]["text"] == "this one counts"
