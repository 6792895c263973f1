"""Completion, hover, the inspector and the outline, on templates whole and half typed."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.assist import complete, hover, outline

TEXT = """\
heat_template_version: 2018-08-31
parameters:
  flavor: {type: string, description: how big}
conditions:
  big: {equals: [{get_param: flavor}, m1.big]}
resources:
  net:
    type: OS::Neutron::Net
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
  server:
    type: OS::Nova::Server
    condition: big
    depends_on: net
    properties:
      flavor: {get_param: flavor}
      networks:
        - port: {get_resource: port}
      flavour: x
outputs:
  ip: {value: {get_attr: [server, first_address]}}
"""


def offered(before: str, after: str = "") -> dict[str, dict[str, Any]]:
    found = complete(analyse(before + after), len(before))
    assert 0 <= found["from"] <= len(before) <= found["to"]
    return {option["label"]: option for option in found["options"]}


HEAD, TAIL = TEXT.split("outputs:\n")[0], "outputs:\n" + TEXT.split("outputs:\n")[1]
NEW = "  new:\n    type: OS::Nova::Server\n"
IN_NEW = NEW + "    properties:\n      "


@pytest.mark.parametrize(("typed", "expected", "absent"), [
    ("out", ["outputs"], ["resources"]),
    ("  new:\n    ", ["type", "properties", "condition"], ["flavor"]),
    ("  new:\n    type: OS::Neut", ["OS::Neutron::Net"], ["OS::Nova::Server"]),
    (IN_NEW, ["flavor", "networks", "user_data"], ["fixed_ips"]),
    (IN_NEW + "networks:\n        - ", ["port", "network"], ["flavor"]),
    (IN_NEW.replace("Nova::Server", "Neutron::Port") + "network: ", ["net", "flavor", "get_param"], ["port"]),
    (IN_NEW + "config_drive: ", ["true", "false"], []),
    (NEW + "    depends_on: [", ["net", "server"], ["new"]),
    (NEW + "    condition: ", ["big"], ["net"]),
    (IN_NEW + "name: {get_attr: [server, ", ["first_address"], ["net"]),
    (IN_NEW + "name: {get_param: ", ["flavor", "OS::stack_name"], []),
    (IN_NEW + "name: {get_resource: ", ["net", "port"], ["flavor"]),
])
def test_what_could_stand_there(typed: str, expected: list[str], absent: list[str]) -> None:
    for after in ("", "\n" + TAIL):
        found = offered(HEAD + typed, after)
        assert not set(expected) - set(found), (sorted(found)[:40], after)
        assert not set(absent) & set(found)


def test_a_resource_is_offered_as_a_reference() -> None:
    assert offered(HEAD + IN_NEW + "networks:\n        - network: ")["net"]["insert"] == "{get_resource: net}"


def test_nothing_is_offered_inside_a_script() -> None:
    assert offered(HEAD + IN_NEW + "user_data: |\n        ec") == {}


@pytest.mark.parametrize(("word", "kind", "title"), [
    ("OS::Nova::Server", "type", "OS::Nova::Server"), ("get_attr", "function", "get_attr"),
    ("first_address", "attribute", "first_address of Nova Server"), ("networks:", "property", "networks"),
    ("big\n", "condition", "condition big"), ("flavor}\n", "parameter", "parameter flavor"),
    ("port}", "resource", "resource port"), ("net\n    prop", "resource", "resource net")])
def test_hover(word: str, kind: str, title: str) -> None:
    found = hover(analyse(TEXT), TEXT.index(word) + 1)
    assert found is not None and (found["kind"], found["title"]) == (kind, title)
    assert TEXT[found["start"]:found["end"]] in word


def test_nothing_to_say_is_none() -> None:
    assert hover(analyse("a: [1"), 2) is None
    assert hover(analyse(TEXT), 0) is None


def test_the_outline_wears_the_worst_severity() -> None:
    # whether the server is made at all is not decided: its fault is a likely one
    tree = outline(analyse(TEXT))
    assert [section["section"] for section in tree] == [
        "parameters", "parameter_groups", "conditions", "resources", "outputs"]
    assert {each["name"]: each["severity"] for each in tree[3]["entries"]} == {
        "net": None, "port": None, "server": "warning"}


def test_the_outline_tells_groups_and_what_waits_to_be_filled_in() -> None:
    tree = outline(analyse("""heat_template_version: 2021-04-16
parameter_groups:
  - label: Sizes
    parameters: [flavor, [odd]]
  - nothing
parameters:
  flavor:
    type: string
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor:
"""))
    groups = tree[1]["entries"]
    assert [(group["name"], group["path"]) for group in groups] == [
        ("Sizes", ("parameter_groups", 0)), ("", ("parameter_groups", 1))]
    assert [(each["name"], each["path"]) for each in groups[0]["members"]] == [
        ("flavor", ("parameter_groups", 0, "parameters", 0))]
    assert tree[2]["entries"] == [] and tree[4]["entries"] == []
    assert tree[3]["entries"][0]["unfinished"]
