"""Parameter groups on the clipboard and once more: a parameter is in one group alone."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.edits.heats import load
from designer.analysis import analyse
from designer.edit import Refused, apply, plan, plan_all
from designer.edit.clipboard import copy_entries, described
from designer.syntax import read

TEXT = """\
heat_template_version: 2018-08-31
parameter_groups:
  # who may come in
  - label: Access  # first
    description: how
    parameters:
      - key  # of the person
      - user
  - label: Size
    parameters: [flavor]
parameters:
  key: {type: string}
  user:
    type: string  # a name
  flavor: {type: string}
  alone: {type: string}
resources:
  r: {type: OS::Heat::Value, properties: {value: {get_param: user}}}
"""
BARE = "heat_template_version: 2018-08-31\nparameters:\n  user: {type: string}\n"


def copied(*entries: tuple[str, str]) -> str:
    return copy_entries(analyse(TEXT), entries)


def groups(text: str) -> Any:
    return [(each["label"], each["parameters"]) for each in load(text)["parameter_groups"]]


def test_a_group_is_copied_with_its_parameters() -> None:
    text = copied(("parameter_groups", "0"))
    assert text.startswith("parameter_groups:\n  # who may come in\n  - label: Access  # first\n")
    assert "  user:\n    type: string  # a name\n" in text and "flavor" not in text
    assert described(text) == {"whole": False, "counts": {"parameter_groups": 1, "parameters": 2}}


def test_pasted_elsewhere() -> None:
    found = apply(read(BARE), {"op": "paste", "text": copied(("parameter_groups", "0"), ("parameter_groups", "1"))})
    assert groups(found) == [("Access", ["key", "user"]), ("Size", ["flavor"])]
    assert list(load(found)["parameters"]) == ["user", "key", "flavor"]
    assert all(each.severity == "info" for each in analyse(found).diagnostics)


def test_pasted_where_it_was_copied_it_has_parameters_of_its_own() -> None:
    step = plan(read(TEXT), {"op": "paste", "text": copied(("parameter_groups", "0"))})
    found = step.applied()
    assert groups(found) == [("Access", ["key", "user"]), ("Size", ["flavor"]), ("Access 2", ["key_2", "user_2"])]
    assert step.focus == ("parameter_groups", 2) and step.notes == ("key is called key_2 here",
                                                                    "user is called user_2 here")
    assert "  # who may come in\n  - label: Access 2  # first\n" in found
    assert "      - key_2  # of the person\n" in found


def test_cut_and_pasted_it_has_the_same_parameters() -> None:
    text = copied(("parameter_groups", "1"))
    cut = apply(read(TEXT), {"op": "remove_group", "group": 1})
    found = apply(read(cut), {"op": "paste", "text": text})
    assert groups(found) == groups(TEXT) and list(load(found)["parameters"]) == list(load(TEXT)["parameters"])


def test_with_resources_references_follow() -> None:
    found = load(apply(read(TEXT), {"op": "paste", "text": copied(("parameter_groups", "0"), ("resources", "r"))}))
    assert found["resources"]["r_2"]["properties"]["value"] == {"get_param": "user_2"}


def test_parameters_that_are_nowhere_are_left_out() -> None:
    text = "parameter_groups:\n  - label: X\n    parameters: [user, gone]\n  - label: Y\n    parameters: [gone]\n"
    assert groups(apply(read(BARE), {"op": "paste", "text": text})) == [("X", ["user"])]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_once_more(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    step = plan(read(text), {"op": "duplicate_group", "group": 0})
    found = step.applied()
    assert groups(found) == [("Access", ["key", "user"]), ("Access 2", ["key_2", "user_2"]), ("Size", ["flavor"])]
    assert list(load(found)["parameters"]) == ["key", "user", "key_2", "user_2", "flavor", "alone"]
    assert step.focus == ("parameter_groups", 1) and step.description == "Duplicate as Access 2"
    assert newline == "\n" or found.count("\r\n") == found.count("\n")


def test_once_more_in_json_and_in_brackets() -> None:
    text = '{"parameter_groups": [{"label": "A", "parameters": ["p"]}], "parameters": {"p": {"type": "string"}}}'
    assert groups(apply(read(text), {"op": "duplicate_group", "group": 0})) == [("A", ["p"]), ("A 2", ["p_2"])]
    text = "parameter_groups: [{label: A, parameters: [p]}]\nparameters:\n  p: {type: string}\n"
    assert groups(apply(read(text), {"op": "duplicate_group", "group": 0})) == [("A", ["p"]), ("A 2", ["p_2"])]


def test_several_at_once() -> None:
    found = plan_all(read(TEXT), [{"op": "duplicate_group", "group": at} for at in (1, 0)]).applied()
    assert [label for label, _ in groups(found)] == ["Access", "Access 2", "Size", "Size 2"]


def test_no_such_group() -> None:
    with pytest.raises(Refused, match="no parameter group number 7"):
        apply(read(TEXT), {"op": "duplicate_group", "group": 7})
    with pytest.raises(Refused, match="no parameter group number x"):
        copied(("parameter_groups", "x"))
