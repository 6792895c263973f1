"""Rules are found by their place; findings become diagnostics with ranges, each once, in order."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import designer.validate.registry as registry
from designer.analysis import analyse
from designer.diagnostics import Finding
from designer.errors import DesignerError
from designer.syntax import Span, read
from designer.validate import all_rules, diagnostics_of, find_rule
from designer.validate.registry import range_of, read_folder

DESIGNER = Path(registry.__file__).parent.parent


def write_rule(folder: Path, name: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text('"""A title."""\n', "utf-8")


def test_rules_are_found_by_place_and_name(tmp_path: Path) -> None:
    write_rule(tmp_path, "hot304_unknown_attribute.py")
    write_rule(tmp_path / "outputs", "hot999_other.py")
    found = read_folder(str(tmp_path))
    assert {code: (rule.name, rule.folder) for code, rule in found.items()} == {
        "HOT304": ("unknown-attribute", ""), "HOT999": ("other", "outputs")}


@pytest.mark.parametrize("names", [("hot304_one.py", "hot304_two.py"), ("hot304_one.py", "hot305_one.py")])
def test_a_code_or_a_name_given_twice_is_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    write_rule(tmp_path, names[0])
    write_rule(tmp_path / "outputs", names[1])
    with pytest.raises(DesignerError, match="two rules"):
        read_folder(str(tmp_path))


def test_a_file_that_is_no_rule_is_refused(tmp_path: Path) -> None:
    write_rule(tmp_path, "unknown_attribute.py")
    with pytest.raises(DesignerError, match="is named like"):
        read_folder(str(tmp_path))


def test_find_rule_by_code_and_by_name() -> None:
    rule = find_rule("hot102")
    assert rule is not None and rule.name == "unknown-version"
    assert find_rule("unknown-version") is rule
    assert find_rule("unknown_version") is rule
    assert find_rule("HOT000") is None


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_rule_has_words_a_severity_and_a_page(code: str) -> None:
    module = all_rules()[code].module
    assert callable(module.message)
    assert hasattr(module, "SEVERITY") or callable(module.severity)
    page = module.__doc__ or ""
    title = page.strip().partition("\n")[0]
    assert 10 < len(title) <= 110 and title.endswith((".", "?")), title
    assert re.search(r"^Source: ", page, re.MULTILINE), "the page names its source"
    assert "```yaml" in page or code in ("HOT002", "HOT122", "HOT123"), "the page shows an example"
    assert bool(all_rules()[code].folder) == hasattr(module, "check")


def test_every_code_reported_anywhere_has_a_rule() -> None:
    reported = set()
    for path in DESIGNER.rglob("*.py"):
        if "rules" not in path.parts:
            reported |= set(re.findall(r"[\"'](HOT\d{3})[\"']", path.read_text("utf-8")))
    assert reported <= set(all_rules()), sorted(reported - set(all_rules()))


def test_every_rule_is_reported_somewhere() -> None:
    said = "".join(path.read_text("utf-8") for path in DESIGNER.rglob("*.py"))
    assert [code for code in all_rules() if f'"{code}"' not in said] == []


def test_a_code_without_a_rule_is_our_own_fault() -> None:
    with pytest.raises(DesignerError, match="HOT000"):
        diagnostics_of([Finding("HOT000", Span(0, 1), {})], read("a: 1"))


def test_facts_that_a_rule_cannot_say_are_our_own_fault() -> None:
    with pytest.raises(DesignerError, match="HOT102"):
        diagnostics_of([Finding("HOT102", Span(0, 1), {})], read("a: 1"))


def test_diagnostics_come_once_and_in_order() -> None:
    document = read("heat_template_version: 1\nb: 2\n")
    findings = [Finding("HOT104", Span(25, 26), {"section": "b"}), Finding("HOT101", Span(0, 5), {}),
                Finding("HOT104", Span(25, 26), {"section": "b"})]
    assert [each.code for each in diagnostics_of(findings, document)] == ["HOT101", "HOT104"]


def test_what_is_not_certain_is_a_warning() -> None:
    document = read("a: 1")
    for certain, severity in ((True, "error"), (False, "warning")):
        (found,) = diagnostics_of([Finding("HOT104", Span(0, 1), {"section": "a", "certain": certain})], document)
        assert found.severity == severity


@pytest.mark.parametrize(("text", "start", "end", "expected"), [
    ("a: b  \n", 3, 6, "b"), ("a: b", 4, 4, "b"), ("a: b\n", 4, 4, "b"), ("\n", 0, 0, "\n"), ("a: b\n\n", 3, 6, "b"),
    ("abc", 9, 12, "c")])
def test_a_range_is_trimmed_and_never_empty(text: str, start: int, end: int, expected: str) -> None:
    first, last = range_of(Span(start, end), text)
    assert text[first:last] == expected


def test_a_missing_value_is_pointed_at_by_its_key() -> None:
    text = "heat_template_version: 2018-08-31\nresources:\n  key:\n    type:\n"
    found = [each for each in analyse(text).diagnostics if each.severity == "error"]
    assert [text[each.start:each.end] for each in found] == ["type"]


def test_a_place_in_another_file_is_placed_there() -> None:
    other = read("parameters:\n  a: 1\n")
    place = other.root.get("parameters").key("a")  # type: ignore[union-attr]
    (found,) = diagnostics_of([Finding("HOT809", place, {"file": "env.yaml", "parameter": "a", "known": ()})],
                              read("b: 1"), {"env.yaml": other})
    assert (found.file, found.start, found.end) == ("env.yaml", 14, 15)


def test_a_clean_template_loads_no_words() -> None:
    code = ("import sys; from designer.analysis import analyse; analyse('heat_template_version: 2018-08-31\\n"
            "resources:\\n  key:\\n    type: OS::Heat::RandomString\\n');"
            "print(*[m for m in sys.modules if '.rules.hot' in m or m in ('re', 'dataclasses', 'typing', 'enum', "
            "'inspect', 'argparse', 'pathlib', 'logging', 'networkx', 'jsonschema', 'json', 'yaml.constructor')])")
    code = "from designer.syntax.cparser import import_lean; import_lean(); " + code
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True,
                          cwd=DESIGNER.parent)
    assert done.stdout.strip() == ""
