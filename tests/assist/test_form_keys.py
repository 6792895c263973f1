"""The entries of maps of any keys: where each stands, and what could be added to what a text is given."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.assist.form_offers import offers, path_at
from designer.assist.form_resource import resource_form
from designer.functions.standins import unnamed

TEXT = """heat_template_version: 2021-04-16
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: x
      flavour: y
      metadata: {a: 1, b: {c: 2}}
      user_data:
        str_replace:
          template: |
            $host $db ${other}
          params: {$host: a}
  nested:
    type: other.yaml
    properties: {one: 1, two: 2}
"""
ANALYSIS = analyse(TEXT)


def fields(name: str) -> dict[str, Any]:
    form = resource_form(ANALYSIS, name)
    assert form is not None
    return {each["label"]: each for each in form["properties"]}


def test_entries_know_their_place() -> None:
    found = fields("server")
    assert [each["place"] for each in found["metadata"]["fields"]] == [(0, 2), (1, 2)]
    assert found["metadata"]["fields"][1]["fields"][0]["place"] == (0, 1)
    assert found["flavor"]["place"] is None and found["flavour"]["stray"]
    assert [each["place"] for each in fields("nested").values()] == [(0, 2), (1, 2)]


def test_what_a_text_names_is_offered() -> None:
    call = fields("server")["user_data"]
    path = ["resources", "server", "properties", "user_data", "str_replace", "params"]
    assert [(each["name"], each["operations"]) for each in call["names"]] == [
        ("$db", [{"op": "set", "path": [*path, "$db"], "value": ""}])]


@pytest.mark.parametrize(("text", "keys", "names"), [
    ("a $x ${y} %z% <%w%> __V__ $1 100% $", [], ["${y}", "$x", "<%w%>", "%z%", "__V__"]),
    ("$x %y%", ["%a%"], ["%y%"]),
    ("$xs $x", ["$x"], []),
    ("$x $y", ["odd"], []),
    ("", [], []),
])
def test_words_that_look_like_names(text: str, keys: list[str], names: list[str]) -> None:
    assert unnamed(text, keys) == names


@pytest.mark.parametrize(("path", "up", "down"), [
    (["metadata", "a"], False, True), (["metadata", "b"], True, False), (["metadata", "b", "c"], False, False),
])
def test_where_an_entry_can_go(path: list[str], up: bool, down: bool) -> None:
    found = offers(ANALYSIS, ("resources", "server", "properties", *path))
    assert found is not None and (bool(found["moves"]["up"]), bool(found["moves"]["down"])) == (up, down)


def test_known_keys_have_no_order() -> None:
    found = offers(ANALYSIS, ("resources", "server", "properties", "flavor"))
    assert found is not None and found["moves"] is None
    found = offers(ANALYSIS, ("resources", "nested", "properties", "two"))
    assert found is not None and found["moves"]["up"]


CALLS = analyse("""heat_template_version: 2021-04-16
parameters:
  conf: {type: json}
conditions:
  big: {equals: [a, b]}
resources:
  port:
    type: OS::Neutron::Port
    properties: {network: x}
  v:
    type: OS::Heat::Value
    properties:
      value:
        a: {get_attr: [port, fixed_ips, 0, ip_address]}
        b: {get_param: [conf, a]}
        c: {if: [big, 1, 2]}
        d: {repeat: {for_each: {}, template: a <%x%>}}
""")
VALUE = ("resources", "v", "properties", "value")


def arguments(name: str) -> list[dict[str, Any]]:
    form = resource_form(CALLS, "v")
    assert form is not None
    value = next(each for each in form["properties"] if each["label"] == "value")
    found = next(each for each in value["fields"] if each["label"] == name)
    return [*found["fields"], *([found["draft"]] if found.get("draft") else [])]


def test_each_step_of_a_path_is_suggested() -> None:
    found = arguments("a")
    assert "fixed_ips" in found[1]["suggestions"] and found[2]["suggestions"] == ["0"]
    assert "ip_address" in found[3]["suggestions"] and "subnet" in found[3]["suggestions"]
    assert [each["text"] for each in arguments("c")[0]["choices"]] == ["big", "true", "false"]


def test_a_list_is_given_to_what_is_repeated() -> None:
    form = resource_form(CALLS, "v")
    assert form is not None
    found = next(one for each in form["properties"] for one in each["fields"] if one["label"] == "d")
    assert [(each["name"], each["operations"][0]["value"]) for each in found["names"]] == [("<%x%>", [])]


def test_another_path() -> None:
    found = offers(CALLS, (*VALUE, "b"))
    assert found is not None and found["steps"] == ["conf", "a"]
    assert path_at(CALLS, (*VALUE, "b"), ["conf", "b", "0"]) == [
        {"op": "set", "path": [*VALUE, "b"], "value": {"get_param": ["conf", "b", 0]}}]
    assert path_at(CALLS, (*VALUE, "b"), ["conf"])[0]["value"] == {"get_param": "conf"}
    assert path_at(CALLS, (*VALUE, "a"), ["port", "name"])[0]["value"] == {"get_attr": ["port", "name"]}
