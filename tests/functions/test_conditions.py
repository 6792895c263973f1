"""Conditions: what they decide, and which of their faults count."""

from __future__ import annotations

from typing import Any

from designer.analysis import Analysis, analyse
from designer.reanalysis import reanalyse

TEMPLATE = """heat_template_version: 2018-08-31
conditions:
  odd: {equals: [{get_param: nope}, 1]}
resources:
  a:
    type: OS::Heat::Value
    properties:
      value: {if: [true, 1, 2]}
"""


def severities(analysis: Analysis) -> dict[str, str]:
    return {each.code: each.severity for each in analysis.diagnostics}


def test_a_fault_counts_where_the_condition_is_used() -> None:
    used = TEMPLATE.replace("[true", "[odd")
    assert severities(analyse(TEMPLATE))["HOT302"] == "warning"
    assert severities(analyse(used))["HOT302"] == "error"


def test_an_edit_changes_which_conditions_are_used() -> None:
    used = TEMPLATE.replace("[true", "[odd")
    assert severities(reanalyse(analyse(TEMPLATE), used)) == severities(analyse(used))
    assert severities(reanalyse(analyse(used), TEMPLATE)) == severities(analyse(TEMPLATE))


def test_a_condition_is_used_by_one_that_is_used(run: Any) -> None:
    text = """
conditions:
  odd: {get_param: nope}
  user: {not: odd}
  idle: {not: odd}
resources:
  a: {type: OS::Heat::RandomString, condition: %s}
"""
    assert run(text % "user").faults[0][2]["certain"] is True
    assert run(text % "true").faults[0][2]["certain"] is False


def test_decisions(run: Any) -> None:
    found = run("""
parameters:
  given: {type: boolean, default: false}
  missing: {type: boolean}
conditions:
  given: {get_param: given}
  missing: {get_param: missing}
  neither: {and: [given, missing]}
  either: {or: [missing, given]}
  sure: {or: [missing, {not: given}]}
  equal: {equals: [{get_param: missing}, true]}
resources:
  without: {type: OS::Heat::RandomString, condition: given}
  perhaps: {type: OS::Heat::RandomString, condition: either}
  with: {type: OS::Heat::RandomString, condition: {not: given}}
outputs:
  gone: {condition: neither, value: {get_attr: [without, value]}}
""")
    assert found.values.conditions == {"given": False, "missing": None, "neither": False, "either": None, "sure": True,
                                       "equal": None}
    assert {name: each.enabled for name, each in found.values.resources.items()} == {
        "without": False, "perhaps": None, "with": True}
    assert found.values.outputs["gone"].enabled is False
    assert {code for code, _, facts in found.faults if facts.get("certain", True)} == {"HOT254"}


def test_a_circle_is_told_by_name() -> None:
    text = TEMPLATE.replace("  odd: {equals: [{get_param: nope}, 1]}", "  a: {not: b}\n  b: {not: a}").replace(
        "[true", "[a")
    (found,) = [each for each in analyse(text).diagnostics if each.code == "HOT252"]
    assert "a -> b -> a" in found.message
    assert found.severity == "error"
