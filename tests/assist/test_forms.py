"""Fields: how a value is given, what it is edited with, and what it may be given by instead."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.assist.form_entries import entry_form, template_form
from designer.assist.form_offers import drop_on, offers, types_for
from designer.assist.form_resource import inner_form, resource_form

TEXT = """heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, default: m1.small, constraints: [{custom_constraint: nova.flavor}]}
  other: {type: string}
  count: {type: number, default: 3, constraints: [{range: {min: 1}}]}
conditions:
  big: {equals: [{get_param: count}, 3]}
resources:
  net:
    type: OS::Neutron::Net
    properties: {admin_state_up: 'no', value_specs: &specs {a: "true", b: true, c: plain}}
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
      value_specs: *specs
  server:
    type: OS::Nova::Server
    properties:
      flavor:
      image: {get_param: other}
      name: [a]
      flavour: x
      user_data:
        str_replace:
          template: hello $x
          params: {$x: 1}
      networks:
        - port: {get_resource: port}
        - network: {get_attr: [port, fixed_ips, 0, subnet_id]}
outputs:
  address: {value: {get_attr: [server, first_address]}}
"""


@pytest.fixture(scope="module")
def analysis() -> Any:
    return analyse(TEXT)


def fields(form: Any) -> dict[str, Any]:
    return {each["label"]: each for each in form["properties"]}


def test_states_and_controls(analysis: Any) -> None:
    form = resource_form(analysis, "server")
    assert form is not None
    found = {name: (one["state"], one["control"]) for name, one in fields(form).items()}
    assert found["flavor"] == ("open", "string")
    assert found["image"] == ("parameter", "string")
    assert found["name"] == ("value", "source")
    assert found["user_data"] == ("function", "call")
    assert found["networks"] == ("value", "list")
    assert found["key_name"] == ("unset", "string")
    assert found["config_drive"] == ("unset", "switch")
    assert found["user_data_format"] == ("unset", "choice")
    assert list(found)[:6] == ["flavor", "image", "name", "user_data", "networks", "flavour"]
    one = fields(form)
    assert one["flavor"]["unfinished"] and not one["image"]["unfinished"]
    assert one["image"]["pill"] == "parameter other" and one["image"]["select"] == "/parameters/other"
    assert one["flavour"]["stray"] and one["flavour"]["problems"][0]["code"] == "HOT402"
    assert [(each["name"], each["control"]) for each in one["user_data"]["fields"]] == [
        ("template", "text"), ("params", "entries")]
    port = one["networks"]["fields"][0]["fields"][0]
    assert port["pill"] == "id of port" and port["select"] == "port"
    attribute = one["networks"]["fields"][1]["fields"][0]
    assert attribute["state"] == "attribute" and attribute["steps"] == ["fixed_ips", "0", "subnet_id"]


def test_what_a_page_shows_of_any_value(analysis: Any) -> None:
    found = fields(resource_form(analysis, "net"))
    assert found["admin_state_up"]["text"] == "false"
    specs = {one["label"]: one["text"] for one in found["value_specs"]["fields"]}
    assert specs == {"a": '"true"', "b": "true", "c": "plain"}
    assert fields(resource_form(analysis, "port"))["value_specs"]["state"] == "repeated"


def test_offers_are_sorted_by_how_well_they_fit(analysis: Any) -> None:
    found = offers(analysis, ("resources", "server", "properties", "flavor"))
    assert found is not None
    groups = {group["title"]: [one["label"] for one in group["offers"]] for group in found["groups"]}
    assert groups["Parameters"][0] == "flavor" and "References" not in groups
    found = offers(analysis, ("resources", "server", "properties", "networks", 0, "network"))
    groups = {group["title"]: [one["label"] for one in group["offers"]] for group in found["groups"]}
    assert groups["References"] == ["net"]
    # what waits for the resource itself is not offered to it
    found = offers(analysis, ("resources", "net", "properties", "name"))
    titles = [group["title"] for group in found["groups"]]
    assert titles == ["Parameters", "Functions"]
    assert offers(analysis, ("parameters", "count", "label"))["groups"] == []
    assert offers(analysis, ("resources", "server", "properties", "image"), "oth er")["groups"][0]["offers"][0][
        "operations"] == [{"op": "set", "path": ["resources", "server", "properties", "image"],
                           "value": {"get_param": "other"}}]


def test_inside_and_dropped(analysis: Any) -> None:
    item = inner_form(analysis, ("resources", "server", "properties", "networks", 2))
    assert item is not None and {one["label"] for one in item["fields"]} >= {"port", "network", "subnet"}
    assert drop_on(analysis, ("resources", "server", "properties", "image"), "resources", "net") == [
        {"op": "set", "path": ["resources", "server", "properties", "image"], "value": {"get_resource": "net"}}]
    assert drop_on(analysis, ("parameters", "count", "default"), "parameters", "other") is None
    assert types_for(analysis, "port")[0]["name"].startswith("OS::Neutron::")


def test_the_forms_of_entries(analysis: Any) -> None:
    count = entry_form(analysis, "parameters", "count")
    assert count is not None and count["constraints"]["fields"][0]["label"] == "range"
    kinds = {one["label"]: (one["state"], one["control"]) for one in count["fields"]}
    assert kinds["default"] == ("value", "number") and kinds["hidden"] == ("unset", "switch")
    big = entry_form(analysis, "conditions", "big")
    assert big is not None and big["holds"] is True and big["expression"]["call"] == "equals"
    address = entry_form(analysis, "outputs", "address")
    assert address is not None and address["fields"][0]["pill"] == "first address of server"
    whole = template_form(analysis)
    assert whole is not None and [one["name"] for one in whole["parameters"]] == ["flavor", "other", "count"]
    assert entry_form(analysis, "outputs", "none") is None and entry_form(analysis, "parameter_groups", "0") is None


def test_a_text_where_true_or_false_is_wanted_is_shown_whole() -> None:
    text = 'resources:\n  n: {type: OS::Neutron::Net, properties: {shared: "a\\r\\nb"}}\n'
    shared = fields(resource_form(analyse("heat_template_version: 2018-08-31\n" + text), "n"))["shared"]
    assert (shared["control"], shared["text"]) == ("source", r'"a\r\nb"')
