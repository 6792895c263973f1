"""What is inside of calls and of defined resources: schemas for places that no property describes."""

from __future__ import annotations

from typing import Any

import pytest

from designer import catalog
from designer.analysis import analyse
from designer.assist.form_ground import node_at
from designer.assist.form_places import schema_at
from designer.assist.form_resource import resource_form
from designer.edit import plan
from designer.environment.files import Given
from designer.functions import find, names
from designer.functions.inside import argument_of, starter

TEXT = """heat_template_version: 2021-04-16
resources:
  group:
    type: OS::Heat::ResourceGroup
    properties:
      resource_def:
        type: OS::Nova::Server
        properties:
          user_data: {str_replace: {template: hello, params: {$x: {list_join: [",", [a]]}}}}
          networks: [{network: n}]
outputs:
  all: {value: {if: [big, {get_attr: [group, refs]}, none]}}
"""
SERVER = ("resources", "group", "properties", "resource_def", "properties")
PLACES: list[tuple[tuple[str | int, ...], str]] = [
    ((*SERVER, "networks", 0, "network"), "String"),
    ((*SERVER, "user_data", "str_replace", "template"), "String"),
    ((*SERVER, "user_data", "str_replace", "params", "$x", "list_join", 0), "String"),
    ((*SERVER, "user_data", "str_replace", "params", "$x", "list_join", 1), "List"),
    (("outputs", "all", "value", "if", 1, "get_attr", 0), "String"),
    (("outputs", "all", "value", "if", 2), "Any"),
]


@pytest.mark.parametrize(("path", "kind"), PLACES)
def test_the_schema_of_a_place(path: tuple[str | int, ...], kind: str) -> None:
    schema = schema_at(analyse(TEXT), path)
    assert schema is not None and schema.type == kind


def test_what_is_typed_into_an_argument_is_what_its_place_wants() -> None:
    path = (*SERVER, "user_data", "str_replace", "params", "$x", "list_join", 0)
    text = plan(analyse(TEXT), {"op": "set", "path": list(path), "text": "0"}).applied()
    node: Any = node_at(analyse(text), path)
    assert node.value == "0"


def test_a_call_is_put_around_what_is_there() -> None:
    assert starter("str_replace", "hello") == {"str_replace": {"template": "hello", "params": {}}}
    assert starter("list_join", "a") == {"list_join": ["", ["a"]]}
    assert starter("list_join", ["a"]) == {"list_join": ["", ["a"]]}
    assert starter("get_attr") == {"get_attr": [None, None]}
    assert starter("digest", "x") == {"digest": ["sha512", "x"]}
    assert starter("str_split", "x") == {"str_split": ["", "x"]}
    assert starter("equals", {"get_param": "p"}) == {"equals": [{"get_param": "p"}, ""]}
    assert starter("and", "c") == {"and": ["c", True]} and starter("or", "c") == {"or": ["c", False]}
    assert starter("not") == {"not": False} and starter("resource_facade_") is None


def test_a_branch_is_what_the_call_stands_for() -> None:
    kind = catalog.find("OS::Nova::Server")
    assert kind is not None
    shape = argument_of("if", kind.properties["networks"])
    assert shape is not None
    branch = shape.inside(1)
    assert branch is not None and branch.type == "List" and branch.item is not None


def test_every_form_is_one_that_its_function_takes() -> None:
    with_form = [name for name in names("2021-04-16") if getattr(find(name), "FORM", None)]
    assert len(with_form) > 12
    for name in with_form:
        call = starter(name, "x")
        assert call is not None and list(call) == [name]


MEMBERS = """heat_template_version: 2021-04-16
resources:
  scaled:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 2
      resource:
        type: OS::Heat::ResourceGroup
        properties:
          resource_def:
            type: OS::Nova::Server
            properties: {flavor: 1, networks: [{network: n}]}
        stray: 1
  chain:
    type: OS::Heat::ResourceChain
    properties:
      resources: [OS::Neutron::Net, OS::Neutron::Port]
      resource_properties: {name: x}
  unlike:
    type: OS::Heat::ResourceChain
    properties:
      resources: [OS::Neutron::Net, mine.yaml]
      resource_properties: {a: 1}
  own:
    type: OS::Heat::AutoScalingGroup
    properties: {min_size: 1, max_size: 2, resource: {type: nested.yaml, properties: {size: 1}}}
"""
NESTED = """heat_template_version: 2021-04-16
parameters:
  size: {type: number}
  label: {type: string, default: x}
"""
MEMBER: tuple[str | int, ...] = ("resources", "scaled", "properties", "resource")
INNER = (*MEMBER, "properties", "resource_def", "properties")


def test_what_a_property_defines_has_the_fields_of_its_type() -> None:
    analysis = analyse(MEMBERS)
    form = resource_form(analysis, "scaled")
    assert form is not None
    member = next(each for each in form["properties"] if each["label"] == "resource")
    assert member["control"] == "map" and [each["label"] for each in member["fields"]] == [
        "type", "properties", "deletion_policy", "metadata", "update_policy", "stray"]
    assert member["fields"][5]["stray"] and not any("stray" in each for each in member["fields"][:5])
    inner = member["fields"][1]["fields"][0]
    assert inner["label"] == "resource_def" and {"count", "index_var"} <= {
        each["label"] for each in member["fields"][1]["fields"]}
    server = next(each for each in inner["fields"] if each["label"] == "properties")
    assert [(each["label"], each["control"]) for each in server["fields"][:2]] == [
        ("flavor", "string"), ("networks", "list")]
    schema = schema_at(analysis, (*INNER, "networks", 1, "port"))
    assert schema is not None and schema.entity == "neutron.port"
    policy = schema_at(analysis, (*MEMBER, "update_policy", "batch_create"))
    assert policy is not None and policy.type == "Map"
    assert schema_at(analysis, (*MEMBER, "metadata", "any")) is not None


def test_what_is_typed_into_a_member_is_what_its_type_wants() -> None:
    text = plan(analyse(MEMBERS), {"op": "set", "path": [*INNER, "flavor"], "text": "0123"}).applied()
    assert 'flavor: "0123"' in text
    text = plan(analyse(MEMBERS), {"op": "set", "path": [*INNER, "config_drive"], "text": "yes"}).applied()
    assert "config_drive: true" in text


def test_a_chain_has_the_fields_that_all_its_types_have() -> None:
    analysis = analyse(MEMBERS)
    form = resource_form(analysis, "chain")
    assert form is not None
    passed = next(each for each in form["properties"] if each["label"] == "resource_properties")
    names = {each["label"] for each in passed["fields"]}
    assert passed["control"] == "map" and {"name", "value_specs"} <= names and not {"network", "shared"} & names
    form = resource_form(analysis, "unlike")
    assert form is not None and next(each for each in form["properties"] if each["label"] == "resource_properties")[
        "control"] == "entries"


def test_a_template_as_the_type_of_a_member() -> None:
    files = {"nested.yaml": NESTED}
    analysis = analyse(MEMBERS, "main.yaml", files=Given(files))
    form = resource_form(analysis, "own")
    assert form is not None
    member = next(each for each in form["properties"] if each["label"] == "resource")
    inner = next(each for each in member["fields"] if each["label"] == "properties")
    assert [(each["label"], each["control"]) for each in inner["fields"]] == [("size", "number"), ("label", "string")]
