"""The version that a template needs, and what another would break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.analysis import analyse
from designer.assist import inspect_versions
from designer.cli.versions import run
from designer.versions import breaks, lowest_version

BODY = "resources:\n  a: {type: OS::Heat::Value, properties: {value: %s}}\n"


@pytest.mark.parametrize(("value", "lowest", "code"), [
    ("x", "2013-05-23", None),
    ("{str_replace: {template: a, params: {b: c}}}", "2013-05-23", None),
    ("{list_join: [',', [a]]}", "2013-05-23", None),
    ("{repeat: {template: a, for_each: {b: [c]}}}", "2015-04-30", "HOT313"),
    ("{list_join: [',', [a], [b]]}", "2015-10-15", "HOT321"),
    ("{map_merge: [{a: b}]}", "2016-04-08", "HOT313"),
    ("{yaql: {expression: $.data, data: 1}}", "2016-10-14", "HOT313"),
    ("{filter: [[a], [a, b]]}", "2017-02-24", "HOT313"),
    ("{make_url: {host: a}}", "2017-09-01", "HOT313"),
    ("{list_concat_unique: [[a], [b]]}", "2017-09-01", "HOT313"),
    ("{if: [true, a]}", "2021-04-16", "HOT321"),
])
def test_what_a_function_needs(value: str, lowest: str, code: str | None) -> None:
    analysis = analyse("heat_template_version: 2021-04-16\n" + BODY % value)
    found, reasons = lowest_version(analysis)
    assert found == lowest
    assert [each.code for each in reasons] == ([code] if code else [])
    for each in reasons:
        assert analysis.document.text[each.start:each.end]
        assert "this template says" not in each.message


@pytest.mark.parametrize(("text", "lowest", "code"), [
    ("parameters:\n  p: {type: string, default: a, tags: [x]}\n" + BODY % "x", "2018-03-02", "HOT202"),
    ("conditions:\n  c: true\n" + BODY % "x", "2016-10-14", "HOT104"),
    (BODY % "x" + "  b: {type: OS::Heat::Value, external_id: x}\n", "2016-10-14", "HOT113"),
])
def test_what_sections_and_keywords_need(text: str, lowest: str, code: str) -> None:
    found, reasons = lowest_version(analyse("heat_template_version: 2021-04-16\n" + text))
    assert found == lowest
    assert code in {each.code for each in reasons}


def test_a_function_that_newer_versions_removed_asks_for_no_newer_one() -> None:
    analysis = analyse("heat_template_version: 2013-05-23\n" + BODY % "{'Fn::Select': [0, [a]]}")
    assert lowest_version(analysis) == ("2013-05-23", [])
    assert [each.code for each in breaks(analysis, "2018-08-31")] == ["HOT311"]
    assert breaks(analysis, "2015-04-30") == []


def test_what_is_wrong_already_is_not_broken() -> None:
    analysis = analyse("heat_template_version: 2018-08-31\n" + BODY % "{get_resource: nothing}")
    assert breaks(analysis, "2013-05-23") == []


def test_a_value_that_becomes_another_is_said() -> None:
    """Before 2017-09-01 `repeat` does not look at `permutations`."""
    value = "{repeat: {template: x y, for_each: {x: [a, b], y: [c, d]}, permutations: false}}"
    older = analyse("heat_template_version: 2016-10-14\n" + BODY % value)
    assert [(each.code, each.path) for each in breaks(older, "2021-04-16")] == [(None, ("resources", "a"))]
    assert breaks(older, "2017-02-24") == []
    assert lowest_version(older)[0] == "2015-04-30"
    newer = analyse("heat_template_version: 2021-04-16\n" + BODY % value)
    assert [each.code for each in lowest_version(newer)[1]] == [None]
    assert lowest_version(newer)[0] == "2017-09-01"


def test_only_the_function_is_named_not_what_follows() -> None:
    analysis = analyse("heat_template_version: 2021-04-16\nresources:\n  a:\n    type: OS::Nova::Server\n"
                       "    properties: {flavor: {if: [true, a, b]}, networks: [{network: n}]}\n")
    assert [each.code for each in breaks(analysis, "2016-04-08")] == ["HOT313"]


def test_no_template() -> None:
    assert lowest_version(analyse("- a list")) == (None, [])
    assert breaks(analyse("- a list"), "2015-04-30") == []


def test_facts_for_the_inspector() -> None:
    facts = inspect_versions(analyse("heat_template_version: rocky\n" + BODY % "{map_merge: [{a: b}]}"),
                             to="2013-05-23")
    assert facts["version"] == "2018-08-31"
    assert facts["lowest"] == "2016-04-08"
    assert [each["code"] for each in facts["breaks"]] == ["HOT313"]
    assert json.loads(json.dumps(facts)) == facts | {"reasons": json.loads(json.dumps(facts["reasons"])),
                                                     "breaks": json.loads(json.dumps(facts["breaks"]))}


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("heat_template_version: 2021-04-16\n" + BODY % "{map_merge: [{a: b}]}")
    assert run([str(path)]) == 0
    assert "needs 2016-04-08 or newer" in capsys.readouterr().out
    assert run(["--to", "2013-05-23", str(path)]) == 1
    assert "breaks 1 thing:" in capsys.readouterr().out
    assert run(["--to", "newton", "--format", "json", str(path)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    assert data["files"][0]["breaks"] == []
    assert data["files"][0]["reasons"][0]["range"]["start"] == {"line": 3, "column": 51}


@pytest.mark.parametrize("text", ["a: 1\n", "resources: {}\n", "heat_template_version:\n" + BODY % "x", BODY % "x", ""])
def test_a_template_that_states_no_version(text: str) -> None:
    analysis = analyse(text)
    assert lowest_version(analysis)[0] in (None, "2013-05-23")
    assert breaks(analysis, "2013-05-23") == []
    assert {each.code for each in breaks(analysis, "2018-08-31")} <= {"HOT101"}
