"""Every diagnostic at its place: `tests/cases/HOT304/*.yaml`.

A case is a small template with a comment below each fault, whose carets mark the columns of the line above:

    type: OS::Nova::Sever
    #     ^^^^^^^^^^^^^^^ HOT401

A `#` with a caret right behind it marks its own column too, for what begins in the first one. Several
comments may stand below one line. `# anywhere HOT003` expects a diagnostic without saying where; `# given
name=value` gives a parameter its value, `# target queens` chooses a release.
Beside `case.yaml`, `case.env.yaml` is its environment; files in folders below are what it names.

Errors that are not marked fail the case; warnings and advice may be there unmarked. `ok-*.yaml` must give no
error and not the diagnostic of its folder.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from designer.analysis import Analysis, analyse
from designer.catalog import release_rank
from designer.validate import all_rules

HERE = Path(__file__).parent
MARK = re.compile(r"^(\s*)#(\s*)(\^+)\s+(HOT\d{3})\s*$")
ANYWHERE = re.compile(r"^\s*# anywhere (HOT\d{3})\s*$")
TARGET = re.compile(r"^\s*# target (\S+)$", re.MULTILINE)
GIVEN = re.compile(r"^\s*# given ([^=\s]+)=(.*)$")
CASES = sorted(path for path in HERE.glob("HOT*/*") if path.is_file() and not path.stem.endswith(".env"))
# Shown at a place that no template of its own can have: see the tests named here.
ELSEWHERE = {
    "HOT220": "tests/functions/test_alone.py: only an expression evaluated for real needs values",
    "HOT307": "tests/functions/test_alone.py: only an expression evaluated for real needs files",
    "HOT338": "tests/functions/test_alone.py: only an expression evaluated for real needs a parent",
    "HOT802": "tests/nesting/test_nesting.py: only what is opened without its folder lacks files that way",
    "HOT812": "tests/nesting/test_nesting.py: it shows in the innermost stack",
    "HOT816": "tests/environment/test_environment.py: it takes two environments",
    "HOT123": "tests/validate/test_structure.py: half a million characters",
    "HOT122": "tests/validate/test_structure.py: more than 1,000 resources",
}


def identify(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def expected_of(text: str) -> tuple[set[tuple[str, int, int, int]], set[str]]:
    """The marks: (code, line, first column, column behind the last), and the codes expected anywhere."""
    marks: set[tuple[str, int, int, int]] = set()
    anywhere: set[str] = set()
    subject = 0
    for number, line in enumerate(text.splitlines(), 1):
        mark = MARK.match(line)
        if mark:
            start = len(mark.group(1)) + 1 + (1 + len(mark.group(2)) if mark.group(2) else 0)
            end = mark.start(3) + len(mark.group(3)) + 1
            marks.add((mark.group(4), subject, start, end))
            continue
        found = ANYWHERE.match(line)
        if found:
            anywhere.add(found.group(1))
        subject = number
    return marks, anywhere


def examine(path: Path) -> Analysis:
    """The analysis of a case with its environment and the values given in it."""
    content = path.read_bytes()
    environment = path.with_suffix(".env.yaml")
    environments = [(environment.name, environment.read_bytes())] if environment.exists() else []
    given = dict(match.groups() for line in content.decode("utf-8", "replace").splitlines()
                 if (match := GIVEN.match(line)))
    target = TARGET.search(content.decode("utf-8", "replace"))
    return analyse(content, path.name, given, environments, folder=str(path.parent),
                   target=release_rank(target.group(1)) if target else None)


def places(analysis: Analysis, code: str | None = None) -> set[tuple[str, int, int, int]]:
    """The diagnostics as marks would show them; one over several lines ends with its first."""
    found = set()
    lines = analysis.document.lines
    for each in analysis.diagnostics:
        if code in (None, each.code) and each.file is None:
            line, start = lines.position(each.start)
            end_line, end = lines.position(each.end)
            if end_line != line:
                end = len(lines.line(line)) + 1
            found.add((each.code, line, start, end))
    return found


@pytest.mark.parametrize("path", CASES, ids=identify)
def test_case(path: Path) -> None:
    analysis = examine(path)
    # what is wrong inside a nested template is one thing at the place that makes it
    errors = {each.code for each in analysis.diagnostics
              if each.severity == "error" and (each.file is None or each.file.endswith(".env.yaml"))}
    if path.name.startswith("ok-"):
        assert not errors, [each for each in analysis.diagnostics if each.severity == "error"]
        assert path.parent.name not in {each.code for each in analysis.diagnostics}
        return
    marks, anywhere = expected_of(path.read_text("utf-8", errors="replace"))
    assert marks or anywhere, "a case expects something"
    assert path.parent.name in {mark[0] for mark in marks} | anywhere, "a case shows the diagnostic of its folder"
    found = places(analysis)
    assert marks <= found, sorted(found)
    codes = {each.code for each in analysis.diagnostics}
    assert anywhere <= codes
    marked = {mark[0] for mark in marks}
    for code in errors - anywhere:
        assert code in marked, [each for each in analysis.diagnostics if each.code == code]
        assert places(analysis, code) <= marks, [each for each in analysis.diagnostics if each.code == code]


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_rule_has_a_case(code: str) -> None:
    if code in ELSEWHERE:
        return
    folder = HERE / code
    assert any(not path.name.startswith("ok-") for path in folder.glob("*")), f"no case in tests/cases/{code}"


def test_every_case_has_a_rule() -> None:
    assert {path.name for path in HERE.glob("HOT*")} <= set(all_rules())
