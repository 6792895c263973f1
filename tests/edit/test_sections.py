"""Parameter groups, parameters, conditions and outputs as things of their own; version and description."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from designer.edit import Refused, apply
from designer.syntax import read

TEXT = """\
heat_template_version: 2018-08-31
description: one

parameter_groups:
  # those of the network
  - label: Network
    parameters:
      - net
      - subnet  # below
  - label: Server
    parameters: [flavor]

parameters:
  net: {type: string}
  subnet: {type: string}
  flavor: {type: string}
  key: {type: string}

conditions:
  big: {equals: [{get_param: flavor}, l]}

resources:
  a: {type: OS::Heat::None, condition: big}

outputs:
  one: {value: {get_resource: a}}
"""


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def groups_after(*operations: dict[str, Any], text: str = TEXT) -> list[tuple[str, list[str]]]:
    for operation in operations:
        text = apply(read(text), operation)
    return [(each.get("label"), each["parameters"]) for each in loaded(text).get("parameter_groups", [])]


NETWORK, SERVER = ("Network", ["net", "subnet"]), ("Server", ["flavor"])


@pytest.mark.parametrize(("operation", "wanted"), [
    ({"op": "add_group", "label": "Access", "parameters": ["key"]}, [NETWORK, SERVER, ("Access", ["key"])]),
    ({"op": "add_group", "label": "Access", "parameters": ["key"], "position": 0}, [("Access", ["key"]), NETWORK,
                                                                                   SERVER]),
    ({"op": "add_group", "label": "All", "parameters": ["flavor", "net"]}, [("Network", ["subnet"]),
                                                                           ("All", ["flavor", "net"])]),
    ({"op": "remove_group", "group": 0}, [SERVER]),
    ({"op": "remove_group", "group": 1}, [NETWORK]),
    ({"op": "rename_group", "group": 1, "to": "Machine"}, [NETWORK, ("Machine", ["flavor"])]),
    ({"op": "move", "path": ["parameter_groups", 1], "to": 0}, [SERVER, NETWORK]),
    ({"op": "move", "path": ["parameter_groups", 0, "parameters", 1], "to": 0}, [
        ("Network", ["subnet", "net"]), SERVER]),
    ({"op": "group", "parameter": "key", "label": "Server"}, [NETWORK, ("Server", ["flavor", "key"])]),
    ({"op": "group", "parameter": "flavor", "label": "Network", "position": 0}, [
        ("Network", ["flavor", "net", "subnet"])]),
    ({"op": "group", "parameter": "net", "label": "Network", "position": 1}, [("Network", ["subnet", "net"]), SERVER]),
    ({"op": "group", "parameter": "net"}, [("Network", ["subnet"]), SERVER]),
])
def test_groups(operation: dict[str, Any], wanted: list[tuple[str, list[str]]]) -> None:
    assert groups_after(operation) == wanted


def test_comments_of_groups_stay() -> None:
    text = apply(read(TEXT), {"op": "remove_group", "group": 1})
    assert "# those of the network" in text and "# below" in text
    assert "# those of the network" not in apply(read(TEXT), {"op": "remove_group", "group": 0})


def test_the_last_group_takes_the_section_along() -> None:
    text = TEXT
    for _ in range(2):
        text = apply(read(text), {"op": "remove_group", "group": 0})
    assert "parameter_groups" not in text
    assert groups_after({"op": "add_group", "label": "New", "parameters": ["key"]}, text=text) == [("New", ["key"])]


@pytest.mark.parametrize(("operation", "reason"), [
    ({"op": "add_group", "label": "Server", "parameters": ["key"]}, "there is a parameter group Server already"),
    ({"op": "add_group", "label": "x", "parameters": ["nobody"]}, "there is no parameter nobody"),
    ({"op": "add_group", "label": "x", "parameters": []}, "a list of names"),
    ({"op": "remove_group", "group": 2}, "there is no parameter group number 2"),
    ({"op": "rename_group", "group": 2, "to": "x"}, "there is no parameter group number 2"),
])
def test_refused(operation: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        apply(read(TEXT), operation)


@pytest.mark.parametrize(("section", "name", "copy"), [("parameters", "key", "key_2"), ("conditions", "big", "big_2"),
                                                       ("outputs", "one", "one_2"), ("resources", "a", "a_2")])
def test_duplicates(section: str, name: str, copy: str) -> None:
    before, after = loaded(TEXT), loaded(apply(read(TEXT), {"op": "duplicate", "section": section, "name": name}))
    assert list(after[section])[list(before[section]).index(name) + 1] == copy
    assert after[section].pop(copy) == before[section][name]
    assert after == before


def test_several_at_once() -> None:
    text = TEXT.replace("  a: {type: OS::Heat::None, condition: big}", "  a: {type: X}\n  b: {type: X, depends_on: a}")
    found = loaded(apply(read(text), {"op": "duplicate_resource", "names": ["b", "a"]}))["resources"]
    assert list(found) == ["a", "b", "a_2", "b_2"] and found["b_2"]["depends_on"] == "a_2"


@pytest.mark.parametrize(("path", "value", "line"), [
    (["heat_template_version"], "2021-04-16", "heat_template_version: 2021-04-16"),
    (["heat_template_version"], "wallaby", "heat_template_version: wallaby"),
    (["description"], "Two: more", 'description: "Two: more"'),
])
def test_version_and_description(path: list[str], value: str, line: str) -> None:
    text = apply(read(TEXT), {"op": "set", "path": path, "value": value})
    assert line in text.split("\n") and len(text.split("\n")) == len(TEXT.split("\n"))


def test_a_description_where_there_was_none() -> None:
    text = apply(read("heat_template_version: 2018-08-31\nresources: {}\n"),
                 {"op": "set", "path": ["description"], "value": "x"})
    assert text == "heat_template_version: 2018-08-31\ndescription: x\nresources: {}\n"


@pytest.mark.parametrize("section", ["parameters", "outputs", "conditions", "resources"])
def test_order(section: str) -> None:
    text = TEXT
    new = {"  one: ": "  two: {value: 1}\n", "  big: ": "  small: {not: big}\n", "  a: ": "  b: {type: X}\n"}
    for old, line in new.items():
        text = text.replace(old, line + old)
    names = list(loaded(text)[section])
    found = loaded(apply(read(text), {"op": "move", "path": [section, names[-1]], "before": names[0]}))
    assert list(found[section]) == [names[-1], *names[:-1]]
