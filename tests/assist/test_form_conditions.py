"""Conditions as forms: wherever one stands, at every depth, with the functions that its template's version allows."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import Analysis, analyse
from designer.assist.form_calls import call_at
from designer.assist.form_entries import entry_form
from designer.assist.form_ground import node_at
from designer.assist.form_offers import drop_on, offers
from designer.assist.form_plain import plain_rows
from designer.assist.form_resource import resource_form
from designer.edit import plan
from designer.functions.inside import starter

Path = tuple[str | int, ...]
TEXT = """heat_template_version: 2021-04-16
parameters:
  zone: {type: string, default: a, constraints: [{allowed_values: [a, b]}]}
  count: {type: number, default: 2}
  flag: {type: boolean, default: true}
  names: {type: comma_delimited_list, default: "a,b"}
conditions:
  plain: true
  same: {equals: [{get_param: zone}, b]}
  more: {equals: [3, {get_param: count}]}
  either: {or: [same, {not: more}, {get_param: flag}]}
  both: {and: [either, {contains: [x, {get_param: names}]}]}
  asked: {yaql: {expression: $.data.a, data: {a: {get_param: flag}}}}
  wrong: {get_attr: [server, name]}
  far: "true"
resources:
  server:
    type: OS::Heat::Value
    condition: same
    properties:
      value: {if: [{not: same}, {if: [more, 1, 2]}, 3]}
  other:
    type: OS::Heat::None
    condition: {and: [same, more]}
outputs:
  o: {value: 1, condition: {equals: [{get_param: flag}, false]}}
"""
ANALYSIS = analyse(TEXT)


def expression(name: str, analysis: Analysis = ANALYSIS) -> dict[str, Any]:
    form = entry_form(analysis, "conditions", name)
    assert form is not None
    found: dict[str, Any] = form["expression"]
    return found


def texts(field: dict[str, Any]) -> list[str]:
    return [each["text"] for each in field["choices"]]


def titles(path: Path, analysis: Analysis = ANALYSIS) -> dict[str, list[str]]:
    found = offers(analysis, path)
    assert found is not None
    return {group["title"]: [one["label"] for one in group["offers"]] for group in found["groups"]}


def test_an_expression_is_made_of_fields() -> None:
    assert (expression("plain")["control"], texts(expression("plain"))) == ("choice", ["true", "false"])
    same = expression("same")
    assert (same["control"], same["call"]) == ("call", "equals")
    assert [(each["state"], each["control"], each["text"]) for each in same["fields"]] == [
        ("parameter", "entries", "{get_param: zone}"), ("value", "choice", "b")]
    assert texts(same["fields"][1]) == ["a", "b"] and same["fields"][0]["label"] == "first"
    assert expression("more")["fields"][0]["control"] == "number"
    either = expression("either")
    assert either["listed"] and [each["control"] for each in either["fields"]] == ["choice", "call", "choice"]
    assert either["fields"][1]["fields"][0]["value"] == "more" and either["draft"]["control"] == "choice"
    assert [one["name"] for one in expression("asked")["fields"]] == ["expression", "data"]
    assert expression("asked")["fields"][1]["fields"][0]["state"] == "parameter"
    assert "HOT312" in {each["code"] for each in expression("wrong")["problems"]}
    assert expression("far")["text"] == '"true"' and "HOT253" in {
        each["code"] for each in expression("far")["problems"]}


def test_no_condition_is_offered_what_needs_it() -> None:
    assert texts(expression("same"))[:-2] == []  # a condition is no other one's name
    assert texts(expression("either")["fields"][0]) == [
        "plain", "same", "more", "asked", "wrong", "far", "true", "false"]
    assert "both" not in titles(("conditions", "same", "equals", 0)).get("Conditions", [])


def test_conditions_where_they_are_used() -> None:
    form = resource_form(ANALYSIS, "server")
    assert form is not None
    assert form["parts"]["condition"]["text"] == "same" and "either" in texts(form["parts"]["condition"])
    value = next(one for one in form["properties"] if one["label"] == "value")
    first = value["fields"][0]
    assert (first["call"], first["fields"][0]["control"], first["fields"][0]["value"]) == ("not", "choice", "same")
    inner = value["fields"][1]
    assert inner["fields"][0]["control"] == "choice" and inner["fields"][0]["fixed"] and not inner["fields"][2]["fixed"]
    other = resource_form(ANALYSIS, "other")
    assert other is not None and [one["value"] for one in other["parts"]["condition"]["fields"]] == ["same", "more"]
    output = entry_form(ANALYSIS, "outputs", "o")
    assert output is not None
    condition = next(one for one in output["fields"] if one["label"] == "condition")
    assert condition["fields"][1]["control"] == "switch" and condition["fields"][1]["text"] == "false"


@pytest.mark.parametrize(("version", "functions"), [
    ("2016-10-14", ["and", "equals", "not", "or"]), ("2017-02-24", ["and", "equals", "not", "or"]),
    ("2017-09-01", ["and", "contains", "equals", "not", "or", "yaql"]),
    ("2021-04-16", ["and", "contains", "equals", "not", "or", "yaql"])])
def test_the_functions_of_a_version(version: str, functions: list[str]) -> None:
    analysis = analyse(TEXT.replace("2021-04-16", version))
    for path in (("conditions", "plain"), ("conditions", "either", "or", 1, "not"), ("resources", "other", "condition"),
                 ("resources", "server", "properties", "value", "if", 0), ("outputs", "o", "condition", "equals", 1)):
        assert titles(path, analysis)["Functions"] == functions, path


def test_what_a_condition_may_be_given_by() -> None:
    found = titles(("resources", "other", "condition"))
    assert found["Conditions"][:2] == ["plain", "same"] and found["Parameters"] == ["flag"]
    assert not {"References", "Attributes"} & set(found)
    assert titles(("conditions", "plain"))["Conditions"] == ["true", "false"]
    root = offers(ANALYSIS, ("conditions", "same"))
    assert root is not None and root["unset"] is None and root["extract"] is None and root["inner"] is None
    taken = offers(ANALYSIS, ("conditions", "either", "or", 1))
    assert taken is not None and taken["inner"]["without"] == "not" and taken["moves"]["up"] and taken["unset"]
    operand = offers(ANALYSIS, ("conditions", "same", "equals", 1))
    assert operand is not None and operand["extract"]["name"] == "same" and operand["unset"] is None


@pytest.mark.parametrize(("path", "function", "value"), [
    (("conditions", "same"), "not", {"not": {"equals": [{"get_param": "zone"}, "b"]}}),
    (("conditions", "same"), "and", {"and": [{"equals": [{"get_param": "zone"}, "b"]}, True]}),
    (("conditions", "plain"), "equals", {"equals": ["", ""]}),
    (("resources", "server", "condition"), "or", {"or": ["same", False]}),
    (("resources", "server", "condition"), "equals", {"equals": ["", ""]}),
    (("conditions", "either", "or", 2), "equals", {"equals": [{"get_param": "flag"}, ""]}),
    (("conditions", "either", "or", 3), "not", {"not": False}),
])
def test_a_call_around_a_condition(path: Path, function: str, value: Any) -> None:
    made = call_at(ANALYSIS, path, function)
    assert made is not None
    node = node_at(analyse(plan(ANALYSIS, made[0][0]).applied()), path)
    assert node is not None and node.plain() == value


def test_what_may_not_be_called_in_a_condition() -> None:
    assert call_at(ANALYSIS, ("conditions", "plain"), "str_replace") is None
    assert call_at(ANALYSIS, ("resources", "server", "properties", "value"), "equals") is None


@pytest.mark.parametrize(("path", "typed", "value"), [
    (("conditions", "same", "equals", 1), "0123", "0123"), (("conditions", "same", "equals", 1), "true", "true"),
    (("conditions", "more", "equals", 0), "4", 4), (("outputs", "o", "condition", "equals", 1), "yes", True),
    (("conditions", "both", "and", 1, "contains", 0), "5", 5), (("resources", "server", "condition"), "on", "on"),
    (("resources", "server", "condition"), "false", False),
])
def test_what_is_typed_is_what_it_is_compared_with(path: Path, typed: str, value: Any) -> None:
    node = node_at(analyse(plan(ANALYSIS, {"op": "set", "path": list(path), "text": typed}).applied()), path)
    assert node is not None and (node.plain(), type(node.plain())) == (value, type(value))


def test_what_is_dropped_on_a_condition() -> None:
    path: Path = ("resources", "server", "condition")
    assert drop_on(ANALYSIS, path, "conditions", "more") == [{"op": "set", "path": list(path), "value": "more"}]
    assert drop_on(ANALYSIS, path, "parameters", "flag") is not None
    assert drop_on(ANALYSIS, path, "resources", "other") is None
    assert drop_on(ANALYSIS, ("conditions", "same"), "conditions", "more") is None


def test_without_a_script() -> None:
    rows = plain_rows(entry_form(ANALYSIS, "conditions", "either") or {})
    assert [(row["label"], row["commit"], row["value"]) for row in rows] == [
        ("expression", "yaml", "{or: [same, {not: more}, {get_param: flag}]}"), ("expression 1", "json", '"same"'),
        ("expression 2 not", "json", '"more"'), ("expression 3", "yaml", "{get_param: flag}"),
        ("expression, one more", "json", "")]


COMMENTED = """heat_template_version: 2021-04-16
conditions:
  c:  # c0
    # c1
    or:  # c2
      # c3
      - d  # c4
      - equals: [1, 'x']  # c5
    # c6
  d: true
outputs:
  o:
    value:  # c0
      # c1
      - a  # c2

      # c3
      - |
        #!/bin/sh

        echo
    # c4
  level:
    value:  # c0
    # c1
    - a  # c2

    # c3
    - b  # c4
    # c5
  short:
    value:
      # c6
      get_param: x  # c7
  last: {value: 1}
"""


@pytest.mark.parametrize(("path", "functions"), [(("conditions", "c"), ["not", "and", "or", "equals", "yaql"]),
                                                 (("outputs", "o", "value"), ["list_join", "list_concat", "if", "yaql",
                                                                              "str_replace", "repeat"]),
                                                 (("outputs", "level", "value"), ["list_join", "contains", "if"]),
                                                 (("outputs", "short", "value"), ["list_join", "if", "yaql"])])
def test_comments_stay_inside_a_call(path: Path, functions: list[str]) -> None:
    analysis = analyse(COMMENTED)
    there = node_at(analysis, path)
    assert there is not None
    for function in functions:
        made = call_at(analysis, path, function)
        assert made is not None
        text = plan(analysis, made[0][0]).applied()
        node = node_at(analyse(text), path)
        assert node is not None and node.plain() == starter(function, there.plain()), function
        assert text.count("#") == COMMENTED.count("#") and text.endswith(COMMENTED[COMMENTED.index("  last:"):])


def test_a_call_that_is_taken_away_leaves_comments() -> None:
    analysis = analyse(COMMENTED.replace("      - equals: [1, 'x']  # c5\n", "").replace("- d", "- not: d"))
    found = offers(analysis, ("conditions", "c"))
    assert found is not None
    text = plan(analysis, found["inner"]["operations"][0]).applied()
    assert "  c:  # c0\n    # c1\n    not: d  # c4\n" in text.replace("# c2\n", "")
