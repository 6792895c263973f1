"""What a person types means what was typed, for the type that is wanted there."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from designer.analysis import analyse
from designer.edit import Refused, apply, plan
from designer.syntax import read

TEXT = """\
heat_template_version: 2018-08-31
parameters:
  p: {type: number, constraints: [{range: {min: 1}}]}
  q: {type: json}
  r: {type: comma_delimited_list}
resources:
  server:
    type: OS::Nova::Server
    properties:
      name: x
  rule:
    type: OS::Neutron::SecurityGroupRule
  volume:
    type: OS::Cinder::Volume
  odd:
    type: Not::Known
outputs:
  o: {value: x}
"""
ANALYSIS = analyse(TEXT)
SERVER = ["resources", "server", "properties"]
NAME = [*SERVER, "name"]
FLAG = [*SERVER, "config_drive"]
SIZE = ["resources", "volume", "properties", "size"]
ANYTHING = ["outputs", "o", "value"]


@pytest.mark.parametrize(("path", "typed", "wanted"), [
    *((NAME, text, text) for text in ("false", "0", "", "null", "yes", "0123", '""', " a ", "1e3", "{get_param: p}",
                                      "a\nb\n", "~", "2021-04-16", "0x1f", "é", "a: b # c")),
    *((FLAG, text, value) for text, value in (("false", False), ("yes", True), ("No", False), ("TRUE", True),
                                              ("maybe", "maybe"), ("", ""), ("0", "0"))),
    *((SIZE, text, value) for text, value in (("0", 0), ("0123", 123), ("-1", -1), (" 7 ", 7), ("", ""), ("ten", "ten"),
                                              ("1.5", "1.5"), ("{get_param: p}", {"get_param": "p"}))),
    *((ANYTHING, text, value) for text, value in (
        ("false", False), ("0", 0), ('""', ""), ("", ""), ("null", None), ("yes", "yes"), ("0123", "0123"),
        ("1.5", 1.5),
        ("[1, a]", [1, "a"]), ("{get_param: p}", {"get_param": "p"}), ("'x'", "x"), ("{x", "{x"), ("1e3", "1e3"),
        ("1.10", "1.10"), ("-0", "-0"), ("1e400", "1e400"), ("1.0", 1.0), ("-7", -7))),
    ([*SERVER, "metadata"], "a: 1", {"a": 1}),
    ([*SERVER, "metadata"], "", {}),
    ([*SERVER, "networks"], "[{network: x}]", [{"network": "x"}]),
    ([*SERVER, "networks"], "{get_param: q}", {"get_param": "q"}),
    ([*SERVER, "networks"], "- network: x\n- port: y\n", [{"network": "x"}, {"port": "y"}]),
    ([*SERVER, "networks", 0, "port"], "0123", "0123"),
    (["parameters", "p", "default"], "0123", 123),
    (["parameters", "p", "default"], "1.5", 1.5),
    (["parameters", "p", "label"], "0123", "0123"),
    (["parameters", "p", "hidden"], "yes", True),
    (["parameters", "p", "constraints", 0, "range", "min"], "7", 7),
    (["parameters", "q", "default"], '{"a": [1]}', {"a": [1]}),
    (["parameters", "r", "default"], "a,b", "a,b"),
    (["description"], "null", "null"),
    (["resources", "odd", "properties", "x"], "0123", "0123"),
    (["resources", "odd", "properties", "x"], "12", 12),
    (["resources", "server", "description"], "yes", "yes"),
])
def test_typed(path: list[Any], typed: str, wanted: Any) -> None:
    found = yaml.load(apply(ANALYSIS, {"op": "set", "path": path, "text": typed}), Loader=yaml.CSafeLoader)
    for step in path:
        found = found[step]
    assert type(found) is type(wanted) and found == wanted


@pytest.mark.parametrize(("path", "typed"), [([*SERVER, "metadata"], "a"), ([*SERVER, "networks"], "x"),
                                             ([*SERVER, "metadata"], "{a")])
def test_what_is_no_map_is_refused(path: list[Any], typed: str) -> None:
    with pytest.raises(Refused):
        apply(ANALYSIS, {"op": "set", "path": path, "text": typed})


def test_an_expression() -> None:
    operation = {"op": "set", "path": NAME, "yaml": "{list_join: ['-', [a, {get_param: p}]]}"}
    found = yaml.load(apply(ANALYSIS, operation), Loader=yaml.CSafeLoader)
    assert found["resources"]["server"]["properties"]["name"] == {"list_join": ["-", ["a", {"get_param": "p"}]]}
    with pytest.raises(Refused):
        apply(ANALYSIS, {**operation, "yaml": "{a"})


@pytest.mark.parametrize("given", [{}, {"value": 1, "text": "1"}, {"text": "1", "yaml": "1"}])
def test_one_of_them_is_given(given: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="one of value, text and yaml"):
        apply(ANALYSIS, {"op": "set", "path": NAME, **given})


def test_null_is_a_value() -> None:
    assert "name: null" in apply(ANALYSIS, {"op": "set", "path": NAME, "value": None})


SCRIPTS = ["a\na\na\n   ", "a\n   \n", "a  \n \nb\n  \n\n", "a\n\n \n\n  \n"]


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("style", ["|", "|-", "|+", "|2", "|2+", ">"])
def test_lines_of_blanks_at_the_end_of_a_script_are_a_part_of_it(script: str, style: str) -> None:
    lines = "".join(f"        {line}".rstrip("\n") + "\n" for line in script.split("\n"))
    text = f"resources:\n  a:\n    properties:\n      s: {style}\n{lines}  # behind\n  b: {{type: x}}\n"
    path = ["resources", "a", "properties", "s"]
    value = yaml.load(text, Loader=yaml.CSafeLoader)["resources"]["a"]["properties"]["s"]
    assert plan(read(text), {"op": "set", "path": path, "value": value}).edits == []
    for other in (*SCRIPTS, "z", value + "end"):
        edited = apply(read(text), {"op": "set", "path": path, "value": other})
        assert yaml.load(edited, Loader=yaml.CSafeLoader)["resources"] == {
            "a": {"properties": {"s": other}}, "b": {"type": "x"}}
        assert edited.endswith("  # behind\n  b: {type: x}\n")


def test_what_cannot_be_done_says_where() -> None:
    with pytest.raises(Refused, match=r"the key b in line 3 is written behind a question mark"):
        apply(read("a: 1\nc:\n  ? b\n  : 1\n"), {"op": "set", "path": ["c", "b"], "value": 2})
