"""The structure of a template, as Heat accepts and refuses it.

What each line expects was asked of Heat 27.0.1: `+` it accepts, `-` it refuses.
"""

from __future__ import annotations

import pytest

from designer.analysis import Analysis, analyse
from designer.parameters import constraint, schema
from designer.validate import keywords
from designer.validate.structure.sections import nearest_version

BASE = "heat_template_version: {version}\n"
RESOURCE = "resources:\n  a:\n    type: OS::Heat::RandomString\n"


def check(text: str, version: str = "2018-08-31") -> Analysis:
    return analyse(BASE.format(version=version) + text)


def errors(text: str, version: str = "2018-08-31") -> list[str]:
    return [each.code for each in check(text, version).diagnostics if each.severity == "error"]


@pytest.mark.parametrize("section", ["resources", "parameters", "outputs"])
@pytest.mark.parametrize(("value", "accepted"), [
    ("", True), ("[]", True), ("{}", True), ('""', True), ("0", True), ("false", True), ("[a]", False), ("text", False),
    ("5", False), ("true", False)])
def test_sections_are_maps_or_nothing(section: str, value: str, accepted: bool) -> None:
    assert errors(f"{section}: {value}\n" + ("" if section == "resources" else RESOURCE)) == (
        [] if accepted else ["HOT105"])


@pytest.mark.parametrize("value", ["", "[]", '""', "0", "false", "text"])
def test_conditions_are_a_map_and_never_nothing(value: str) -> None:
    assert errors(f"conditions: {value}\n" + RESOURCE) == ["HOT105"]


@pytest.mark.parametrize("keyword", ["properties", "metadata", "update_policy"])
@pytest.mark.parametrize("value", ["", "[]", '""', "0", "text", "[a]"])
def test_maps_of_a_resource(keyword: str, value: str) -> None:
    assert errors(RESOURCE + f"    {keyword}: {value}\n") == ["HOT114"]


@pytest.mark.parametrize(("field", "expected"), [
    ("description: ''", []), ("description:", ["HOT114"]), ("description: 5", ["HOT114"]),
    ("description: {get_param: OS::stack_name}", ["HOT114"]),
    ("depends_on: []", []), ("depends_on:", ["HOT115"]), ("depends_on: {}", ["HOT115"]),
    ("depends_on: [1]", ["HOT115"]), ("depends_on: ''", ["HOT116"]), ("depends_on: [a]", ["HOT601"]),
    ("deletion_policy: retain", []), ("deletion_policy: RETAIN", ["HOT117"]), ("deletion_policy: ''", ["HOT117"]),
    ("deletion_policy:", ["HOT114"]), ("deletion_policy: {a: 1}", ["HOT114"]),
    ("deletion_policy: {if: [true, Retain, keep]}", []), ("deletion_policy: {if: [false, Retain, keep]}", ["HOT117"]),
    ("deletion_policy: {list_concat: [[a], [b]]}", ["HOT117"]), ("deletion_policy: {get_resource: a}", ["HOT124"]),
    ("external_id: ''", []), ("external_id: {get_param: OS::stack_name}", []), ("external_id: {a: 1}", ["HOT114"]),
    ("external_id: 5", ["HOT114"]), ("condition:", ["HOT114"]), ("metadata: {get_param: OS::stack_name}", []),
    ("properties: {get_param: OS::stack_name}", ["HOT114"]), ("update_policy: {get_param: OS::stack_name}", ["HOT114"]),
])
def test_fields_of_a_resource(field: str, expected: list[str]) -> None:
    assert errors(RESOURCE + f"    {field}\n") == expected


@pytest.mark.parametrize("keyword", ["condition: true", "external_id: x"])
def test_keywords_that_came_later(keyword: str) -> None:
    assert errors(RESOURCE + f"    {keyword}\n", "2016-04-08") == ["HOT113"]
    assert errors(RESOURCE + f"    {keyword}\n", "2016-10-14") == []


def test_a_resource_that_is_switched_off_is_not_looked_up() -> None:
    off = "    condition: false\n    depends_on: nothing\n"
    assert errors(RESOURCE + off) == []
    assert errors("resources:\n  a/b:\n    type: OS::Heat::None\n    condition: false\n") == []
    assert errors("parameters:\n  a: {type: string, default: x}\n" + RESOURCE + "    condition: false\n") == []


def test_a_resource_that_may_be_switched_off_is_warned_of() -> None:
    text = ("parameters:\n  big: {type: boolean}\nconditions:\n  c: {get_param: big}\n" + RESOURCE
            + "    condition: c\n    depends_on: nothing\n")
    assert ("HOT116", "warning") in [(each.code, each.severity) for each in check(text).diagnostics]


def test_any_properties_may_be_a_function_of_a_type_that_does_nothing() -> None:
    assert errors("resources:\n  a:\n    type: OS::Heat::None\n    properties: {get_param: OS::stack_name}\n") == []


def test_an_external_resource_may_have_any_deletion_policy() -> None:
    text = "resources:\n  a:\n    type: OS::Nova::Server\n    external_id: x\n    deletion_policy: Snapshot\n"
    assert errors(text) == []
    assert errors(text.replace("Snapshot", "Keep")) == ["HOT117"]


@pytest.mark.parametrize("value", ["", "[]", "x", "5"])
def test_outputs_are_maps(value: str) -> None:
    assert errors(RESOURCE + f"outputs:\n  o: {value}\n") == ["HOT130"]


@pytest.mark.parametrize(("value", "expected"), [
    ("{}", ["HOT131"]), ("{description: x}", ["HOT131"]), ("{condition: false}", ["HOT131"]), ("{value: }", []),
    ("{value: 1, description: [1]}", []), ("{value: 1, other: 2}", [])])
def test_fields_of_an_output(value: str, expected: list[str]) -> None:
    assert errors(RESOURCE + f"outputs:\n  o: {value}\n") == expected


@pytest.mark.parametrize(("first", "expected"), [
    ("heat_template_version: newton", []), ('heat_template_version: "2013-05-23"', []),
    ("heat_template_version: Newton", ["HOT102"]), ("heat_template_version: xena", ["HOT102"]),
    ("heat_template_version: 2013-05-24", ["HOT102"]), ("heat_template_version: 20130523", ["HOT101"]),
    ("heat_template_version:", ["HOT101"]), ("heat_template_version: []", ["HOT101"]),
    ("heat_template_version: 2018-08-31\nAWSTemplateFormatVersion: 2010-09-09", ["HOT103"]),
    ("heat_template_version: 2018-08-31\nHeatTemplateFormatVersion:", ["HOT103"]),
    ("heat_template_version: 2018-08-31\n__undefined__: 5", []),
    ("heat_template_version: 2018-08-31\nmappings: {}", ["HOT104"]), ("description: x", ["HOT101"])])
def test_versions_and_sections(first: str, expected: list[str]) -> None:
    found = analyse(first + "\n" + RESOURCE).diagnostics
    assert [each.code for each in found if each.severity == "error"] == expected


@pytest.mark.parametrize(("written", "nearest"), [
    ("2018-08-30", "2018-03-02"), ("2018-8-31", "2018-08-31"), ("20180831", "2018-08-31"),
    ("2030-01-01", "2021-04-16"), ("2012-01-01", "2013-05-23"), ("Rocky", "rocky"), ("2018/08/31", "2018-08-31"),
    ("qeens", "queens"), ("zzzz", None)])
def test_the_version_that_was_probably_meant(written: str, nearest: str | None) -> None:
    assert nearest_version(written) == nearest


@pytest.mark.parametrize("text", ["", "# a comment\n", "---\n", "null", "{}"])
def test_an_empty_template(text: str) -> None:
    assert [each.code for each in analyse(text).diagnostics] == ["HOT003"]


def test_all_faults_are_said_at_once() -> None:
    text = RESOURCE + "    properties:\n    depends_on: [b, c]\n    foo: 1\noutputs:\n  o: 1\nother: 2\n"
    assert sorted(errors(text)) == ["HOT104", "HOT113", "HOT114", "HOT116", "HOT116", "HOT130"]


def test_more_resources_than_heat_allows() -> None:
    text = "resources:\n" + "".join(f"  r{n}: {{type: OS::Heat::None}}\n" for n in range(1001))
    assert [(each.code, each.severity) for each in check(text).diagnostics] == [("HOT122", "warning")]


@pytest.mark.parametrize(("size", "expected"), [(520_000, []), (525_000, ["HOT123"]), (1_100_000, ["HOT123"])])
def test_more_text_than_heat_allows(size: int, expected: list[str]) -> None:
    text = "# a comment counts for nothing\n" * 5 + RESOURCE + f"    description: {'x' * size}\n"
    assert [each.code for each in check(text).diagnostics] == expected


def test_a_cycle_names_its_path_and_every_place() -> None:
    text = ("resources:\n  a: {type: OS::Heat::None, depends_on: b}\n  b: {type: OS::Heat::None, depends_on: c}\n"
            "  c: {type: OS::Heat::None, depends_on: a}\n")
    (found,) = check(text).diagnostics
    assert found.code == "HOT601" and "a → b → c → a" in found.message
    assert found.path[:2] == ("resources", "a") and len(found.related) == 2


def test_fixes_do_what_they_say() -> None:
    from designer.text import apply_edits

    text = "heat_template_version: 2018-08-31\n" + RESOURCE + '    "dependson": []\n    metadata:\n'
    analysis = analyse(text)
    edits = [edit for each in analysis.diagnostics for fix in each.fixes[:1] for edit in fix.edits]
    mended = apply_edits(text, edits)
    assert mended == "heat_template_version: 2018-08-31\n" + RESOURCE + '    "depends_on": []\n'
    assert analyse(mended).diagnostics == []


def test_the_tables_agree_with_those_that_parameters_are_read_by() -> None:
    newest = "2021-04-16"
    assert set(keywords.available(keywords.PARAMETER_KEYWORDS, newest)) == set(schema.keys_of(newest))
    assert set(keywords.available(keywords.PARAMETER_KEYWORDS, "2017-09-01")) == set(schema.keys_of("2017-09-01"))
    assert set(keywords.CONSTRAINT_KEYWORDS) == set(constraint.KEYS)
    assert keywords.CONSTRAINT_KEYWORDS["modulo"] == constraint.MODULO_SINCE
    assert keywords.PARAMETER_TYPES == schema.TYPES
