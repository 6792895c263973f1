"""The inspector's forms: what their addresses answer, and what they refuse."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.web.conftest import Visitor

TEMPLATE = b"""heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, default: m1.small}
resources:
  net:
    type: OS::Neutron::Net
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
  server:
    type: OS::Nova::Server
    properties:
      flavor: "<script>alert(1)</script>"
      networks:
        - port: {get_resource: port}
outputs:
  "a/b <i>":
    value: {get_attr: [server, first_address]}
"""


def ask(visit: Visitor, id: str, address: str, path: object = None, **more: str) -> Any:
    query = "&".join(f"{name}={quote(value)}" for name, value in more.items())
    where = "" if path is None else f"path={quote(json.dumps(path))}&"
    return visit.fragment(f"/d/{id}/form{address}?{where}{query}")


def test_the_form_of_each_kind_of_entry(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    for node, words in (("server", "Properties"), ("/parameters/flavor", "Constraints"), ("", "Parameter groups"),
                        ("/outputs/a/b <i>", "a/b &lt;i&gt;"), ("/outputs/none", "There is no resource")):
        answer = visit.fragment(f"/d/{id}/inspect?node={quote(node)}")
        assert answer.status_code == 200 and words in answer.text, node
        assert "<script>" not in answer.text and "<i>" not in answer.text
        assert " style=" not in answer.text and "onclick" not in answer.text


def test_a_group_that_names_a_parameter_uses_it(visit: Visitor) -> None:
    groups = b"parameter_groups: [{parameters: []}, {label: Sizes, parameters: [flavor]}]\nresources:"
    id = visit.open(TEMPLATE.replace(b"resources:", groups, 1))
    answer = visit.fragment(f"/d/{id}/inspect?node=/parameters/flavor").text
    assert 'data-select="/parameter_groups/1">group 2</a>' in answer


def test_what_is_inside_of_what_is_not_set(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    inside = ask(visit, id, "", ["resources", "server", "properties", "deployment_swift_data"])
    assert inside.status_code == 200 and 'data-name="container"' in inside.text
    item = ask(visit, id, "", ["resources", "server", "properties", "networks", 1], what="item")
    assert 'data-name="subnet"' in item.text


def test_offers_bring_their_operations(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    path = ["resources", "server", "properties", "flavor"]
    offers = ask(visit, id, "/offers", path)
    assert "get_param" in offers.text and "extract_parameter" in offers.text
    none = ask(visit, id, "/offers", path, q="nothing like that")
    assert "get_param" not in none.text


def test_what_is_dropped_and_what_is_asked_of_a_resource(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    path = ["resources", "server", "properties", "image"]
    dropped = ask(visit, id, "/value", path, node="/parameters/flavor")
    assert dropped.json["operations"] == [
        {"op": "set", "path": path, "value": {"get_param": "flavor"}}]
    steps = ask(visit, id, "/value", path, steps="port.fixed_ips.0.ip_address")
    assert steps.json["operations"][0]["value"] == {
        "get_attr": ["port", "fixed_ips", 0, "ip_address"]}
    types = ask(visit, id, "/types", node="port")
    assert types.text.index("OS::Neutron::") < types.text.index("OS::Nova::")


@pytest.mark.parametrize("path", [
    None, "", "x", {}, [], [None], [True], [-1], [1.5], ["x" * 1001], ["a"] * 61, [10**9], [["a"]]])
def test_a_path_that_is_none(visit: Visitor, path: object) -> None:
    id = visit.open(TEMPLATE)
    for what in ("", "/offers", "/value"):
        assert ask(visit, id, what, path, node="net").status_code == 400
    assert visit.fragment(f"/d/{id}/form?path={'[' * 5000}").status_code == 400


@pytest.mark.parametrize("path", [
    ["resources"], ["resources", "none", "properties", "x"], ["resources", 0, "properties"], ["nothing", "at", "all"],
    ["resources", "server", "properties"], ["parameters", "none", "type"]])
def test_a_place_that_takes_no_value(visit: Visitor, path: list[str]) -> None:
    id = visit.open(TEMPLATE)
    for what in ("", "/offers"):
        assert ask(visit, id, what, path).status_code == 404
    assert ask(visit, id, "/value", path, node="net").status_code == 404


def test_what_may_not_stand_there(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    path = ["resources", "server", "properties", "image"]
    for node in ("server", "none", "/parameters/none", "/outputs/address", "//", "/", ""):
        assert ask(visit, id, "/value", path, node=node).status_code == 404
    assert ask(visit, id, "/value", path, steps="...").status_code == 400
    assert ask(visit, id, "/types", node="none").status_code == 404


@pytest.mark.parametrize("text", [b"", b"- a\n", b"a: [", b"resources: 5\n", b"resources: {a: 1, b: {type: [x]}}\n",
                                  b"parameters: {p: 1, q: {type: {}}}\noutputs: {o: }\nconditions: {c: }\n",
                                  b"parameter_groups: [1, {parameters: 3}]\n",
                                  b"resources: {a: {type: OS::Nova::Server, properties: [x], depends_on: {}}}\n"])
def test_a_template_that_is_not_whole(visit: Visitor, text: bytes) -> None:
    id = visit.open(text)
    for node in ("", "a", "b", "/parameters/p", "/parameters/q", "/outputs/o", "/conditions/c", "/parameter_groups/0",
                 "/parameter_groups/1", "/parameter_groups/x"):
        assert visit.fragment(f"/d/{id}/inspect?node={quote(node)}").status_code == 200, node
