"""Keys of maps: renamed in place and put in another order, with their comments and with the texts that name them."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.edits.heats import load
from designer.edit import Refused, apply
from designer.syntax import read

TEXT = """\
resources:
  a:
    type: OS::Heat::Value
    metadata:
      # about one
      one: 1  # the first
      # about two
      'two': 2
      three: {x: 1, y: 2}
    properties:
      value:
        str_replace:
          template: |
            host=$host  $hosts
            port
          params:
            $host: a  # of the host
            $hosts: b
  b:
    type: OS::Heat::Value
    properties:
      value: {yaql: {expression: $.data.x + $.data.xs, data: {x: 1, xs: 2}}}
  c:
    type: OS::Heat::Value
    properties:
      value:
        repeat: {for_each: {<%p%>: [1]}, template: {"a<%p%>": ["<%p%>", 1]}}
"""
META = ["resources", "a", "metadata"]
PARAMS = ["resources", "a", "properties", "value", "str_replace", "params"]


def done(operation: dict[str, Any], text: str = TEXT) -> str:
    return apply(read(text), operation)


@pytest.mark.parametrize(("path", "to", "old", "new"), [
    ([*META, "one"], "un", "      one: 1  # the", "      un: 1  # the"),
    ([*META, "two"], "0123", "'two'", "'0123'"),
    ([*META, "three", "x"], "yes", "three: {x", 'three: {"yes"'),
    ([*PARAMS, "$host"], "%h%", "$host  $hosts\n            port\n          params:\n            $host: a",
     '%h%  $hosts\n            port\n          params:\n            "%h%": a'),
    (["resources", "b", "properties", "value", "yaql", "data", "x"], "first",
     "$.data.x + $.data.xs, data: {x:", "$.data.first + $.data.xs, data: {first:"),
    (["resources", "c", "properties", "value", "repeat", "for_each", "<%p%>"], "<%port%>",
     '{<%p%>: [1]}, template: {"a<%p%>": ["<%p%>", 1]}', '{"<%port%>": [1]}, template: {"a<%port%>": ["<%port%>", 1]}'),
])
def test_a_key_gets_another_name(path: list[Any], to: str, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert done({"op": "rename_key", "path": path, "to": to}) == TEXT.replace(old, new)


def test_an_entry_of_a_section_is_renamed_with_its_references() -> None:
    text = "parameters:\n  a: {type: string}\noutputs:\n  o: {value: {get_param: a}}\n"
    assert done({"op": "rename_key", "path": ["parameters", "a"], "to": "b"}, text) == text.replace(
        " a:", " b:").replace("get_param: a", "get_param: b")


@pytest.mark.parametrize(("path", "to", "reason"), [
    ([*META, "one"], "two", "there is a a.metadata.two already"),
    ([*META, "one"], "", "needs a name"),
    ([*META, "none"], "x", "there is no a.metadata.none in a map"),
    ([*META, 0], "x", "there is no"),
    (["resources", "a"], "b", "there is a resource b already"),
    ([*PARAMS, "$hosts"], "port", "has port in it already"),
    (["resources", "b", "properties", "value", "yaql", "data", "x"], "a b", "is no name"),
])
def test_refused(path: list[Any], to: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason.replace("$", r"\$")):
        done({"op": "rename_key", "path": path, "to": to})


def test_one_of_two_keys_of_a_name_is_not_renamed() -> None:
    with pytest.raises(Refused, match="stands there twice"):
        done({"op": "rename_key", "path": ["resources", "a", "x"], "to": "y"}, "resources:\n  a:\n    x: 1\n    x: 2\n")


@pytest.mark.parametrize("before", [True, False])
def test_comments_travel_with_the_key_that_they_describe(before: bool) -> None:
    operation = {"op": "move", "path": [*META, "two"], **({"before": "one"} if before else {"to": 0})}
    assert done(operation) == TEXT.replace(
        "      # about one\n      one: 1  # the first\n      # about two\n      'two': 2\n",
        "      # about two\n      'two': 2\n      # about one\n      one: 1  # the first\n")


def test_in_a_text_with_windows_breaks() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert done({"op": "rename_key", "path": [*PARAMS, "$hosts"], "to": "$all"}, text) == text.replace("$hosts", "$all")


def test_in_json() -> None:
    text = '{\n  "resources": {"a": {"type": "X", "metadata": {"a": 1, "b": 2}}}\n}\n'
    path = ["resources", "a", "metadata", "a"]
    assert done({"op": "rename_key", "path": path, "to": "no"}, text) == text.replace('"a": 1', '"no": 1')
    assert done({"op": "move", "path": path, "to": 1}, text) == text.replace('{"a": 1, "b": 2}', '{"b": 2, "a": 1}')


def test_what_a_merge_key_brings_is_renamed_here_alone() -> None:
    text = "resources:\n  a: &a\n    type: X\n    metadata: {m: 1}\n  b:\n    <<: *a\n    description: d\n"
    found = done({"op": "rename_key", "path": ["resources", "b", "type"], "to": "kind"}, text)
    assert load(found)["resources"] == {"a": {"type": "X", "metadata": {"m": 1}},
                                        "b": {"kind": "X", "metadata": {"m": 1}, "description": "d"}}


def test_a_new_entry_takes_no_other_s_place() -> None:
    path = ["resources", "a", "metadata"]
    assert "      four: \"0123\"\n" in done({"op": "insert", "path": [*path, "four"], "text": "0123"})
    with pytest.raises(Refused, match="already"):
        done({"op": "insert", "path": [*path, "one"], "text": "x"})
    with pytest.raises(Refused, match="one of value and text"):
        done({"op": "insert", "path": [*path, "five"]})
