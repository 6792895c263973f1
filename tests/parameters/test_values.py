"""Values of parameters. What each line expects was asked of Heat 27.0.1."""

from __future__ import annotations

from typing import Any

import pytest

from designer.parameters import evaluate_parameters, parameter_value, parse_schema
from designer.syntax import read
from designer.template import build_template
from designer.values import Placeholder


def evaluated(schema: str, version: str = "2018-08-31", **more: Any) -> tuple[Any, list[str]]:
    template = build_template(read(f"heat_template_version: {version}\nparameters:\n  p: {schema}\n"))
    assert template is not None
    codes: list[str] = []
    given = more.pop("given", {})
    values = evaluate_parameters(template, given, lambda code, place, **facts: codes.append(code), **more)
    return values["p"], codes


@pytest.mark.parametrize(("type_name", "given", "expected"), [
    ("string", "a", "a"), ("string", 5, "5"), ("string", True, "True"), ("string", ["a"], "['a']"), ("string", "", ""),
    ("number", 5, 5), ("number", "5", 5), ("number", " 5", 5), ("number", "1.5", 1.5), ("number", "1e3", 1000.0),
    ("number", "1_000", 1000), ("number", True, True), ("number", "a", "HOT214"), ("number", [], "HOT214"),
    ("number", "", "HOT214"), ("boolean", "on", True), ("boolean", "No", False), ("boolean", 1, True),
    ("boolean", 0, False), ("boolean", "T", True), ("boolean", "maybe", "HOT214"), ("boolean", 2, "HOT214"),
    ("comma_delimited_list", "a, b,", ["a", " b", ""]), ("comma_delimited_list", "", []),
    ("comma_delimited_list", [1, None], ["1", "None"]), ("comma_delimited_list", 5, "HOT214"),
    ("comma_delimited_list", {}, "HOT214"), ("json", {"a": [1]}, {"a": [1]}), ("json", '{"a": 1}', {"a": 1}),
    ("json", "[1]", [1]), ("json", "5", 5), ("json", "", ""), ("json", 5, 5), ("json", "{a", "HOT214"),
])
def test_a_given_value_is_coerced(type_name: str, given: Any, expected: Any) -> None:
    value, codes = evaluated(f"{{type: {type_name}}}", given={"p": given})
    if isinstance(expected, str) and expected.startswith("HOT"):
        assert codes == [expected]
        assert isinstance(value, Placeholder)
    else:
        assert codes == []
        assert value == expected
        assert type(value) is type(expected)


@pytest.mark.parametrize(("schema", "given", "expected"), [
    ("{type: number, constraints: [{range: {min: 1}}]}", "0", "HOT215"),
    ("{type: number, constraints: [{range: {min: 1}}]}", "1", None),
    ("{type: number, constraints: [{allowed_values: ['1', 2]}]}", 1, None),
    ("{type: number, constraints: [{modulo: {step: 3, offset: 1}}]}", 5, "HOT215"),
    ("{type: string, constraints: [{allowed_values: [1, true]}]}", "True", None),
    ("{type: string, constraints: [{length: {max: 2}}]}", "abc", "HOT215"),
    ("{type: string, constraints: [{allowed_pattern: 'a|ab'}]}", "ab", "HOT215"),
    ("{type: string, constraints: [{allowed_pattern: '[a-z]+'}]}", "ab", None),
    ("{type: boolean, constraints: [{allowed_values: ['yes']}]}", True, None),
    ("{type: comma_delimited_list, constraints: [{allowed_values: [a, b]}]}", "a,c", "HOT215"),
    ("{type: comma_delimited_list, constraints: [{allowed_values: [1]}]}", [1], "HOT215"),
    ("{type: comma_delimited_list, constraints: [{length: {min: 3}}]}", "a,b", "HOT215"),
    ("{type: json, constraints: [{length: {min: 1}}]}", {}, "HOT215"),
    ("{type: json, constraints: [{length: {min: 1}}]}", "5", "HOT215"),
    ("{type: string, constraints: [{custom_constraint: ip_addr}]}", "10.0.0.256", "HOT215"),
    ("{type: string, constraints: [{custom_constraint: nova.flavor}]}", "anything", None),
])
def test_constraints_are_held_against_a_given_value(schema: str, given: Any, expected: str | None) -> None:
    _, codes = evaluated(schema, given={"p": given})
    assert codes == ([expected] if expected else [])


def test_what_goes_before_what() -> None:
    schema = "{type: string, default: own}"
    assert evaluated(schema)[0] == "own"
    assert evaluated(schema, defaults={"p": "environment"})[0] == "environment"
    assert evaluated(schema, given={"p": "given"}, defaults={"p": "environment"})[0] == "given"
    assert evaluated(schema, given={"p": None})[0] == "own"


def test_a_default_is_judged_whatever_is_given() -> None:
    assert evaluated("{type: number, default: 0, constraints: [{range: {min: 1}}]}", given={"p": 5})[1] == ["HOT212"]
    assert evaluated("{type: comma_delimited_list, default: 5}", given={"p": "a"})[1] == ["HOT213"]
    assert evaluated("{type: number, default: a}", given={"p": 5})[1] == []
    assert evaluated("{type: number, default: a}")[1] == ["HOT213"]


def test_no_value_is_a_placeholder() -> None:
    value, codes = evaluated("{type: string, constraints: [{length: {min: 3}}, {custom_constraint: nova.flavor}]}")
    assert codes == []
    assert (value.kind, value.origin, value.of, value.entity) == ("string", "get_param", ("p",), "nova.flavor")
    assert [each.kind for each in value.constraints] == ["length", "custom_constraint"]
    value, _ = evaluated("{type: comma_delimited_list}")
    assert (value.kind, value.item.kind) == ("list", "string")
    assert evaluated("{type: json}")[0].kind == "any"
    assert evaluated("{type: nonsense, default: 5}")[0].kind == "any"
    assert evaluated("nothing")[0].kind == "any"


def test_no_value_is_a_fault_where_all_is_at_hand() -> None:
    assert evaluated("{type: string}", complete=True)[1] == ["HOT220"]
    assert evaluated("{type: string, default: ''}", complete=True) == ("", [])


def test_pseudo_parameters() -> None:
    template = build_template(read("heat_template_version: 2018-08-31\n"))
    assert template is not None
    values = evaluate_parameters(template, {"OS::stack_name": "web"}, lambda *_, **__: None)
    assert values["OS::stack_name"] == "web"
    assert values["OS::project_id"].entity == "keystone.project"
    assert set(values) == {"OS::stack_id", "OS::stack_name", "OS::project_id"}


def test_parameter_value() -> None:
    template = build_template(read("parameters: {p: {type: number, default: '5'}}"))
    assert template is not None
    schema = parse_schema(template.parameters["p"], "2018-08-31", lambda *_, **__: None)
    assert parameter_value(schema, None) == 5
    assert parameter_value(schema, "7.5") == 7.5
    with pytest.raises(ValueError, match="x"):
        parameter_value(schema, "x")


@pytest.mark.parametrize(("schema", "version", "expected"), [
    ("{type: string, tags: [a]}", "2018-03-02", []), ("{type: string, tags: [a]}", "2017-09-01", ["HOT202"]),
    ("{type: string, tags: a}", "2018-03-02", ["HOT207"]), ("{type: string, tags: null}", "2018-03-02", ["HOT207"]),
    ("{type: string, schema: {}}", "2013-05-23", []), ("{default: a}", "2013-05-23", ["HOT203"]),
    ("{type: null}", "2013-05-23", ["HOT204"]), ("{type: [string]}", "2013-05-23", ["HOT204"]),
    ("{type: string, constraints: null}", "2013-05-23", []),
    ("{type: string, constraints: {}}", "2013-05-23", ["HOT205"]),
    ("{type: string, constraints: [a]}", "2013-05-23", ["HOT206"]),
    ("{type: string, constraints: [{}]}", "2013-05-23", ["HOT209"]),
    ("{type: number, constraints: [{modulo: {step: 1, offset: 0}}]}", "2016-10-14", ["HOT209"]),
    ("{type: number, constraints: [{modulo: {step: 1, offset: 0}}]}", "2017-02-24", []),
    ("{type: number, constraints: [{modulo: {step: 1, offset: 0}, range: {min: 1}}]}", "2016-10-14", []),
    ("{type: number, constraints: [{modulo: {step: 1, offset: 0}, range: {min: 1}}]}", "2017-02-24", ["HOT216"]),
    ("{type: number, constraints: [{range: {min: '1', max: 2.5}}]}", "2013-05-23", []),
    ("{type: string, constraints: [{length: {min: '1'}}]}", "2013-05-23", []),
    ("{type: string, constraints: [{length: {min: null}}]}", "2013-05-23", ["HOT211"]),
    ("{type: string, constraints: [{length: {mni: 1}}]}", "2013-05-23", ["HOT208"]),
    ("{type: string, constraints: [{allowed_pattern: '('}]}", "2013-05-23", ["HOT211"]),
    ("{type: json, constraints: [{custom_constraint: ip_addr}]}", "2013-05-23", ["HOT210"]),
    ("{type: string, constraints: [{custom_constraint: nope}]}", "2013-05-23", ["HOT217"]),
    ("{type: nope, constraints: [{range: {min: 1}}]}", "2013-05-23", ["HOT204"]),
])
def test_schemas(schema: str, version: str, expected: list[str]) -> None:
    assert evaluated(schema, version)[1] == expected


def test_hostile_patterns_and_values_do_no_harm() -> None:
    schema = "{type: string, constraints: [{allowed_pattern: '(a+)+b'}]}"
    assert evaluated(schema, given={"p": "a" * 5000})[1] == ["HOT215"]
    assert evaluated("{type: json}", given={"p": "[" * 100_000})[1] == ["HOT214"]
    assert evaluated("{type: number}", given={"p": "9" * 100_000})[1] in (["HOT214"], [])
