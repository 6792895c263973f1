"""Dependencies that the text says: references, `depends_on`, conditions, branches."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.graph import Graph


def graph_of(text: str, given: dict[str, Any] | None = None) -> Graph:
    """The graph of the resources in `text`, which is what follows the version; parameters come with it where given."""
    analysis = analyse("heat_template_version: 2018-08-31\n" + text, given=given)
    assert analysis.graph is not None
    return analysis.graph


def edges(graph: Graph) -> dict[tuple[str, str], tuple[tuple[str, ...], bool | None]]:
    return {(edge.source, edge.target): (tuple(edge.kinds), edge.enabled) for edge in graph.edges}


NET = "  net: {type: OS::Neutron::Net}\n"


@pytest.mark.parametrize(("value", "kinds"), [
    ("{get_resource: net}", ("get_resource",)),
    ("{get_attr: [net, name]}", ("get_attr",)),
    ("[{get_resource: net}, {get_attr: [net, name]}]", ("get_resource", "get_attr")),
    ("{str_replace: {template: a, params: {a: {get_attr: [net, name]}}}}", ("get_attr",)),
    ("{repeat: {template: {x: y}, for_each: {y: [{get_resource: net}]}}}", ("get_resource",)),
    ("{list_join: ['', [a, {get_resource: net}]]}", ("get_resource",)),
])
def test_what_refers_makes_an_edge(value: str, kinds: tuple[str, ...]) -> None:
    graph = graph_of(f"resources:\n{NET}  v: {{type: OS::Heat::Value, properties: {{value: {value}}}}}\n")
    assert edges(graph) == {("v", "net"): (kinds, True)}


def test_reasons_know_their_places() -> None:
    text = f"""resources:
{NET}  v:
    type: OS::Heat::Value
    depends_on: net
    metadata: {{a: {{get_resource: net}}}}
    properties:
      value: {{get_attr: [net, name]}}
"""
    graph = graph_of(text)
    whole = graph.template.document.text
    edge = graph.edge("v", "net")
    assert edge is not None
    assert {(reason.kind, reason.text(whole), reason.place.path()) for reason in edge.reasons} == {
        ("get_attr", "{get_attr: [net, name]}", ("resources", "v", "properties", "value")),
        ("get_resource", "{get_resource: net}", ("resources", "v", "metadata", "a")),
        ("depends_on", "net", ("resources", "v", "depends_on"))}


@pytest.mark.parametrize("text", [
    # a name that is no resource dangles; Heat refuses it, and there is nothing to draw
    "resources:\n  v: {type: OS::Heat::Value, properties: {value: {get_resource: nope}}}\n",
    "resources:\n  v: {type: OS::Heat::Value, depends_on: nope}\n",
    # a parameter of the same name is no resource
    ("parameters:\n  net: {type: string, default: a}\nresources:\n  v: {type: OS::Heat::Value, properties: "
    "{value: {get_param: net}}}\n"),
    # update policies and the like make nothing wait
    f"resources:\n{NET}  v: {{type: OS::Heat::Value, update_policy: {{a: {{get_resource: net}}}}}}\n",
    # what exists already waits for nothing
    f"resources:\n{NET}  v: {{type: OS::Heat::Value, external_id: x, properties: {{value: {{get_resource: net}}}}}}\n",
])
def test_what_makes_no_edge(text: str) -> None:
    assert edges(graph_of(text)) == {}


CONDITIONS = """parameters:
  p: {type: string}
conditions:
  yes: {equals: [a, a]}
  nope: {equals: [a, b]}
  open: {equals: [{get_param: p}, b]}
"""


@pytest.mark.parametrize(("net", "value", "enabled"), [
    ("yes", "yes", True), ("nope", "yes", False), ("yes", "nope", False), ("open", "yes", None),
    ("open", "nope", False), ("open", "open", None),
])
def test_ends_that_may_be_switched_off(net: str, value: str, enabled: bool | None) -> None:
    text = CONDITIONS.replace("yes:", "'yes':") + f"""resources:
  net: {{type: OS::Neutron::Net, condition: '{net}'}}
  v: {{type: OS::Heat::Value, condition: '{value}', depends_on: net}}
"""
    assert edges(graph_of(text)) == {("v", "net"): (("depends_on",), enabled)}


@pytest.mark.parametrize(("condition", "one", "other"), [("'yes'", True, False), ("nope", False, True),
                                                         ("open", None, None)])
def test_branches_that_may_not_be_taken(condition: str, one: bool | None, other: bool | None) -> None:
    text = CONDITIONS.replace("yes:", "'yes':") + f"""resources:
  one: {{type: OS::Neutron::Net}}
  other: {{type: OS::Neutron::Net}}
  v:
    type: OS::Heat::Value
    properties: {{value: {{if: [{condition}, {{get_resource: one}}, {{get_resource: other}}]}}}}
"""
    graph = graph_of(text)
    found = {edge.target: edge.enabled for edge in graph.edges}
    assert found == {"one": one, "other": other}


def test_given_values_decide() -> None:
    text = CONDITIONS.replace("yes:", "'yes':") + f"resources:\n{NET}" + """  v:
    type: OS::Heat::Value
    condition: open
    depends_on: net
"""
    assert [edge.enabled for edge in graph_of(text).edges] == [None]
    assert [edge.enabled for edge in graph_of(text, {"p": "b"}).edges] == [True]
    assert [edge.enabled for edge in graph_of(text, {"p": "c"}).edges] == [False]


def test_a_template_without_resources_has_an_empty_graph() -> None:
    graph = graph_of("resources: {}\n")
    assert (graph.nodes, graph.edges, graph.cycles, graph.waves, graph.critical_path) == ({}, [], [], [], [])
