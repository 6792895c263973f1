"""What is known of values that only deployment can tell."""

from __future__ import annotations

from typing import Any

import pytest

from designer.values import Placeholder, is_known, may_be
from designer.values.as_json import as_json

HEAD = """
parameters:
  text: {type: string, constraints: [{length: {max: 5}}, {custom_constraint: nova.flavor}]}
  number: {type: number}
  list: {type: comma_delimited_list}
  json: {type: json}
  flag: {type: boolean}
conditions:
  flag: {get_param: flag}
resources:
  net: {type: OS::Neutron::Net}
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
  odd: {type: Own::Type}
outputs:
  out:
    value: """


def kind(value: Any) -> tuple[str, str, tuple[Any, ...]]:
    assert isinstance(value, Placeholder)
    return value.kind, value.origin, value.of


@pytest.mark.parametrize(("expression", "expected"), [
    ("{get_param: text}", ("string", "get_param", ("text",))),
    ("{get_param: number}", ("number", "get_param", ("number",))),
    ("{get_param: list}", ("list", "get_param", ("list",))),
    ("{get_param: json}", ("any", "get_param", ("json",))),
    ("{get_param: flag}", ("boolean", "get_param", ("flag",))),
    ("{get_param: [list, 0]}", ("string", "get_param", ("list", 0))),
    ("{get_param: [json, a, b]}", ("any", "get_param", ("json", "a", "b"))),
    ("{get_param: 'OS::stack_name'}", ("string", "get_param", ("OS::stack_name",))),
    ("{get_resource: net}", ("string", "get_resource", ("net",))),
    ("{get_attr: [port, fixed_ips]}", ("list", "get_attr", ("port", "fixed_ips"))),
    ("{get_attr: [port, fixed_ips, 0, ip_address]}", ("any", "get_attr", ("port", "fixed_ips", 0, "ip_address"))),
    ("{get_attr: [port, admin_state_up]}", ("string", "get_attr", ("port", "admin_state_up"))),
    ("{get_attr: [port]}", ("map", "get_attr", ("port",))),
    ("{get_attr: [odd, whatever, 5]}", ("any", "get_attr", ("odd", "whatever", 5))),
    ("{get_file: a}", ("string", "get_file", ("a",))),
    ("{digest: [md5, {get_param: text}]}", ("string", "digest", ())),
    ("{str_split: [',', {get_param: text}]}", ("list", "str_split", ())),
    ("{str_split: [',', {get_param: text}, 0]}", ("string", "str_split", ())),
    ("{list_concat: [{get_param: list}, [a]]}", ("list", "list_concat", ())),
    ("{list_concat_unique: [[{get_param: text}], [a]]}", ("list", "list_concat_unique", ())),
    ("{filter: [[a], {get_param: list}]}", ("list", "filter", ())),
    ("{contains: [a, {get_param: list}]}", ("boolean", "contains", ())),
    ("{map_replace: [{get_param: json}, {keys: {a: b}}]}", ("map", "map_replace", ())),
    ("{yaql: {expression: $.data.len(), data: {get_param: list}}}", ("any", "yaql", ())),
    ("{resource_facade: deletion_policy}", ("string", "resource_facade", ("deletion_policy",))),
])
def test_kind_and_origin(run: Any, expression: str, expected: tuple[Any, ...]) -> None:
    found = run(HEAD + expression)
    assert kind(found.output()) == expected
    assert found.codes() == []


def test_parameter_keeps_its_constraints_and_entity(run: Any) -> None:
    value = run(HEAD + "{get_param: text}").output()
    assert value.entity == "nova.flavor"
    assert [(each.kind, each.value) for each in value.constraints] == [("length", {"max": 5}),
                                                                       ("custom_constraint", "nova.flavor")]


def test_reference_knows_its_entity(run: Any) -> None:
    assert run(HEAD + "{get_resource: net}").output().entity == "neutron.network"
    assert run(HEAD + "{get_resource: odd}").output().entity is None


def test_joined_text_keeps_its_known_parts(run: Any) -> None:
    value = run(HEAD + "{list_join: ['-', [a, {get_param: text}, b, {get_resource: net}]]}").output()
    assert [part if isinstance(part, str) else part.of for part in value.parts] == ["a-", ("text",), "-b-", ("net",)]
    value = run(HEAD + "{list_join: ['-', [a], {get_param: list}, [b]]}").output()
    assert [part if isinstance(part, str) else part.of for part in value.parts] == ["a", ("list",), "b"]


def test_replaced_text_keeps_its_known_parts(run: Any) -> None:
    value = run(HEAD + "{str_replace: {template: x $a y $b $a, params: {$a: {get_param: text}, $b: 5}}}").output()
    assert [part if isinstance(part, str) else part.of for part in value.parts] == ["x ", ("text",), " y 5 ", ("text",)]
    joined = "{list_join: [x, [{get_param: text}, z]]}"
    inner = run(HEAD + "{str_replace: {template: <$a>, params: {$a: " + joined + "}}}").output()
    assert [part if isinstance(part, str) else part.of for part in inner.parts] == ["<", ("text",), "xz>"]


def test_nothing_but_one_text_is_that_text(run: Any) -> None:
    assert kind(run(HEAD + "{list_join: [',', [{get_param: text}]]}").output())[1:] == ("get_param", ("text",))


def test_url_keeps_its_known_parts(run: Any) -> None:
    value = run(HEAD + "{make_url: {scheme: http, host: {get_param: text}, port: 80, path: /a}}").output()
    assert [part if isinstance(part, str) else part.of for part in value.parts] == ["http://", ("text",), ":80/a"]


def test_merged_map_keeps_what_nothing_can_change(run: Any) -> None:
    value = run(HEAD + "{map_merge: [{a: 1}, {get_param: json}, {b: 2}]}").output()
    assert value.kind == "map"
    assert value.keys == {"b": 2}


def test_repeated_template_is_known_as_an_item(run: Any) -> None:
    value = run(HEAD + "{repeat: {template: {port: $p, name: x}, for_each: {$p: {get_param: list}}}}").output()
    assert value.kind == "list"
    assert value.item["name"] == "x"
    assert value.item["port"].kind == "string"


def test_undecided_if_chooses(run: Any) -> None:
    value = run(HEAD + "{if: [flag, a, {get_param: text}]}").output()
    assert kind(value) == ("string", "if", ("flag",))
    assert value.choices[0] == "a"
    assert not value.nullable
    assert run(HEAD + "{if: [flag, 1, 1]}").output() == 1
    assert run(HEAD + "{if: [flag, a]}").output().nullable
    assert run(HEAD + "{if: [flag, 1, [a]]}").output().kind == "any"


def test_what_may_be_left_out_is_nullable_in_its_place(run: Any) -> None:
    value = run(HEAD + "[{if: [flag, a]}, b]").output()
    assert value[1] == "b"
    assert value[0].nullable


def test_known_in_part(run: Any) -> None:
    value = run(HEAD + "{a: [1, {get_param: text}], b: {list_concat: [[x], [y]]}}").output()
    assert value["b"] == ["x", "y"]
    assert value["a"][0] == 1
    assert not is_known(value)


@pytest.mark.parametrize(("expression", "code"), [
    ("{list_join: [',', [{get_param: number}]]}", "HOT329"), ("{list_join: [',', {get_param: text}]}", "HOT323"),
    ("{str_split: [',', {get_param: list}]}", "HOT323"), ("{digest: [md5, {get_param: number}]}", "HOT323"),
    ("{list_concat: [{get_param: number}]}", "HOT323"), ("{map_merge: [{get_param: list}]}", "HOT323"),
    ("{contains: [a, {get_param: number}]}", "HOT323"), ("{make_url: {query: {get_param: text}}}", "HOT334"),
    ("{repeat: {template: a, for_each: {a: {get_param: text}}}}", "HOT323"),
    ("{str_replace: {template: {get_param: list}, params: {}}}", "HOT323"),
])
def test_placeholders_of_a_kind_that_cannot_fit(run: Any, expression: str, code: str) -> None:
    assert run(HEAD + expression).codes() == [code]


def test_what_an_attribute_is_said_to_be_is_no_promise(run: Any) -> None:
    found = run(HEAD + "{list_join: [',', {get_attr: [port, admin_state_up]}]}").faults
    assert [(code, facts["certain"]) for code, _, facts in found] == [("HOT323", False)]


def test_may_be() -> None:
    assert may_be(5, "integer")
    assert not may_be(5, "string")
    assert may_be(Placeholder("number", "get_param"), "integer")
    assert may_be(Placeholder("string", "get_attr"), "list")
    assert not may_be(Placeholder("any", "if", choices=("a", ["b"])), "map")


def test_as_json(run: Any) -> None:
    value = as_json(run(HEAD + "[{list_join: ['-', [a, {get_param: text}]]}, {get_param: list}]").output())
    assert value[0] == {"placeholder": {"kind": "string", "origin": "list_join", "of": [], "parts": [
        "a-", {"placeholder": {"kind": "string", "origin": "get_param", "of": ["text"], "entity": "nova.flavor",
                               "constraints": [{"length": {"max": 5}}, {"custom_constraint": "nova.flavor"}]}}]}}
    assert value[1]["placeholder"]["item"] == {"placeholder": {"kind": "string", "origin": "get_param", "of": ["list"]}}
