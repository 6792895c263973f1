"""What is inside of calls and of defined resources: schemas for places that no property describes."""

from __future__ import annotations

from typing import Any

import pytest

from designer import catalog
from designer.analysis import analyse
from designer.assist.form_fields import node_at
from designer.assist.form_places import schema_at
from designer.edit import plan
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
    assert starter("equals") is None


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
