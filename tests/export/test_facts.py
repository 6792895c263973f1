"""`graph --format json`: the whole truth, as scripts rely on it."""

from __future__ import annotations

from designer import export
from designer.analysis import analyse
from designer.export.facts import graph_facts
from tests.export.test_pictures import two_tier

TEXT = """\
heat_template_version: 2018-08-31
conditions:
  nope: {equals: [a, b]}
resources:
  net: {type: OS::Neutron::Net}
  sub:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    condition: nope
    properties: {network: {get_resource: net}}
  server:
    type: OS::Nova::Server
    condition: {not: nope}
    depends_on: [port, net]
    properties:
      networks: [{network: {get_resource: net}}]
      image: a
"""


def test_nodes() -> None:
    nodes = {node["name"]: node for node in graph_facts(analyse(TEXT).graph)["nodes"]}
    assert nodes["sub"] == {
        "name": "sub", "type": "OS::Neutron::Subnet", "condition": None, "enabled": True,
        "range": {"start": {"line": 6, "column": 3}, "end": {"line": 10, "column": 24}}}
    assert (nodes["port"]["condition"], nodes["port"]["enabled"]) == ("nope", False)
    assert (nodes["server"]["condition"], nodes["server"]["enabled"]) == ("{not: nope}", True)


def test_edges() -> None:
    edges = {(edge["from"], edge["to"]): edge for edge in graph_facts(analyse(TEXT).graph)["edges"]}
    assert set(edges) == {("sub", "net"), ("port", "net"), ("server", "net"), ("server", "port"), ("server", "sub")}
    assert edges["sub", "net"] == {
        "from": "sub", "to": "net", "kinds": ["get_resource"], "redundant": False, "enabled": True,
        "reasons": [{"kind": "get_resource", "path": ["resources", "sub", "properties", "network"],
                     "range": {"start": {"line": 9, "column": 16}, "end": {"line": 9, "column": 35}},
                     "text": "{get_resource: net}"}]}
    assert (edges["port", "net"]["enabled"], edges["server", "port"]["enabled"]) == (False, False)
    assert edges["server", "net"]["kinds"] == ["get_resource", "depends_on"]
    assert edges["server", "net"]["redundant"] is True
    assert edges["server", "net"]["reasons"][1]["path"] == ["resources", "server", "depends_on", 1]
    hidden = edges["server", "sub"]
    assert (hidden["kinds"], hidden["redundant"]) == (["hidden"], False)
    assert hidden["reasons"][0]["path"] == ["resources", "server"]
    assert "subnet" in hidden["reasons"][0]["text"]


def test_paths_are_those_of_their_places() -> None:
    graph = two_tier().graph
    assert graph is not None
    told = [reason["path"] for edge in graph_facts(graph)["edges"] for reason in edge["reasons"]]
    assert told == [list(reason.place.path()) for edge in graph.pairs() for reason in edge.reasons]


def test_an_aliased_reference_is_where_it_is_written() -> None:
    text = """\
heat_template_version: 2018-08-31
resources:
  net: {type: OS::Neutron::Net}
  a: {type: OS::Heat::Value, properties: {value: &it {get_resource: net}}}
  b: {type: OS::Heat::Value, properties: {value: *it}}
"""
    edges = graph_facts(analyse(text).graph)["edges"]
    assert [(edge["from"], edge["reasons"][0]["text"], edge["reasons"][0]["path"][1]) for edge in edges] == [
        ("a", "&it {get_resource: net}", "a"), ("b", "*it", "b")]


def test_cycles() -> None:
    text = """\
heat_template_version: 2018-08-31
resources:
  a: {type: OS::Heat::Value, depends_on: b}
  b: {type: OS::Heat::Value, depends_on: a}
"""
    assert graph_facts(analyse(text).graph)["cycles"] == [["a", "b", "a"]]


def test_what_is_no_template_has_no_graph() -> None:
    assert export.graph_json([("a.yaml", analyse("- a")), ("b.yaml", None)])["files"] == [
        {"path": "a.yaml", "nodes": [], "edges": [], "cycles": []},
        {"path": "b.yaml", "nodes": [], "edges": [], "cycles": []}]
