"""What a picture shows: badges, bundles, containers, layers, marks."""

from __future__ import annotations

import pytest

from designer.analysis import analyse
from designer.layout import EVERY, MANY, Options, compose, place, scene_of, severities_of
from designer.layout.marks import count_of, sign_of
from tests.graph.test_explicit import graph_of
from tests.layout.test_place import SITES


def test_what_everything_refers_to_is_a_badge() -> None:
    scene = compose(graph_of(SITES))
    assert scene.cards["port0"].badges == ["group"]
    assert scene.cards["group"].shared == 4
    assert not [link for link in scene.links if link.target == "group"]
    plain = compose(graph_of(SITES), Options(badges=False))
    assert len([link for link in plain.links if link.target == "group"]) == 4
    assert not plain.cards["port0"].badges


def test_networks_gather_what_lives_in_them() -> None:
    scene = compose(graph_of(SITES))
    assert {container.label: set(container.members) for container in scene.containers} == {
        f"net{n}": {f"net{n}", f"sub{n}", f"port{n}", f"server{n}"} for n in range(4)}


def test_what_leads_from_one_network_to_another_belongs_to_none() -> None:
    scene = compose(graph_of(SITES + """
  between:
    type: OS::Nova::Server
    properties: {networks: [{network: {get_resource: net0}}, {network: {get_resource: net1}}]}
"""))
    assert not [container for container in scene.containers if "between" in container.members]


def test_a_container_of_everything_is_none() -> None:
    scene = compose(graph_of("""resources:
  net: {type: OS::Neutron::Net}
  sub: {type: OS::Neutron::Subnet, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
"""))
    assert scene.containers == []


def test_collapsed_containers_are_one_card() -> None:
    scene = compose(graph_of(SITES + """
  between:
    type: OS::Nova::Server
    properties: {networks: [{network: {get_resource: net0}}, {network: {get_resource: net1}}]}
"""), Options(collapse=["/tiers/net0"]), severities={"port0": "warning", "server0": "error", "net1": "info"})
    card = scene.cards["/tiers/net0"]
    assert (card.kind, card.name, card.label, card.severity) == ("collapsed", "net0", "4 resources", "error")
    assert "port0" not in scene.cards and "port1" in scene.cards
    assert card.badges == ["group"]
    assert ("between", "/tiers/net0") in {(link.source, link.target) for link in scene.links}
    assert place(scene).positions.keys() >= scene.cards.keys()


def test_all_containers_collapse_at_once() -> None:
    scene = compose(graph_of(SITES), Options(collapse=[EVERY]))
    assert sorted(scene.cards) == ["/tiers/net0", "/tiers/net1", "/tiers/net2", "/tiers/net3", "group", "password"]


def test_a_large_template_starts_collapsed() -> None:
    sites = "resources:\n" + "".join(f"""
  net{n}: {{type: OS::Neutron::Net}}
  sub{n}: {{type: OS::Neutron::Subnet, properties: {{network: {{get_resource: net{n}}}, cidr: 10.0.0.0/24}}}}
""" for n in range(200)) + "".join(f"  v{n}: {{type: OS::Heat::Value}}\n" for n in range(MANY))
    graph = graph_of(sites)
    scene = compose(graph)
    assert len(scene.cards) == 201
    assert scene.cards["/tiers//OS::Heat::Value"].label == f"{MANY} resources"
    assert len(compose(graph, Options(collapse=())).cards) == len(graph.nodes)


def test_layers_of_parameters_and_outputs() -> None:
    text = """heat_template_version: 2018-08-31
parameters:
  flavor: {type: string, default: a}
  unused: {type: number, default: 1}
conditions:
  nope: {equals: [a, b]}
resources:
  server: {type: OS::Nova::Server, properties: {flavor: {get_param: flavor}, image: b}}
outputs:
  ip: {value: {get_attr: [server, first_address]}}
  gone: {value: {get_param: flavor}, condition: nope}
"""
    analysis = analyse(text)
    assert set(scene_of(analysis).cards) == {"server"}
    scene = scene_of(analysis, Options(layers=("parameters", "outputs")))
    assert set(scene.cards) == {"server", "/parameters/flavor", "/parameters/unused", "/outputs/ip", "/outputs/gone"}
    assert {(link.source, link.target, link.style) for link in scene.links} == {
        ("server", "/parameters/flavor", "reference"), ("/outputs/ip", "server", "attribute"),
        ("/outputs/gone", "/parameters/flavor", "reference")}
    assert scene.cards["/outputs/gone"].enabled is False
    assert scene.cards["/parameters/unused"].label == "number"


def test_redundant_links_are_a_layer() -> None:
    text = """resources:
  c: {type: OS::Heat::Value}
  b: {type: OS::Heat::Value, depends_on: c}
  a: {type: OS::Heat::Value, depends_on: [b, c]}
"""
    links = {(link.source, link.target) for link in compose(graph_of(text)).links}
    assert links == {("a", "b"), ("b", "c")}
    links = {(link.source, link.target) for link in compose(graph_of(text), Options(layers=["redundant"])).links}
    assert links == {("a", "b"), ("b", "c"), ("a", "c")}


ADDRESSES = "resources:\n" + "".join(
    f"  router{n}: {{type: OS::Neutron::Router, properties: {{external_gateway_info: {{network: ext}}}}}}\n"
    f"  ip{n}: {{type: OS::Neutron::FloatingIP, properties: {{floating_network: ext}}}}\n" for n in range(3))


def test_many_on_many_is_a_bundle() -> None:
    scene = compose(graph_of(ADDRESSES))
    assert [(bundle.sources, bundle.targets) for bundle in scene.bundles] == [
        (["ip0", "ip1", "ip2"], ["router0", "router1", "router2"])]
    assert scene.links == []
    assert scene.bundles[0].id in place(scene).positions
    assert compose(graph_of(ADDRESSES), Options(layers=())).bundles == []


def test_one_on_many_is_links() -> None:
    text = ADDRESSES + "  more: {type: OS::Neutron::Net}\n"
    only = "".join(line + "\n" for line in text.splitlines() if "router1" not in line and "router2" not in line)
    scene = compose(graph_of(only))
    assert scene.bundles == []
    assert {(link.source, link.target, link.style) for link in scene.links} == {
        (f"ip{n}", "router0", "hidden") for n in range(3)}


def test_a_bundle_too_wide_to_draw_is_told_on_its_cards() -> None:
    many = "resources:\n" + "".join(
        f"  router{n}: {{type: OS::Neutron::Router, properties: {{external_gateway_info: {{network: ext}}}}}}\n"
        f"  ip{n}: {{type: OS::Neutron::FloatingIP, properties: {{floating_network: ext}}}}\n" for n in range(30))
    scene = compose(graph_of(many))
    assert scene.bundles == [] and scene.links == []
    assert len(scene.cards["ip0"].waits) == 1


@pytest.mark.parametrize(("type_name", "properties", "count"), [
    ("OS::Heat::ResourceGroup", {"count": 5}, "5"), ("OS::Heat::ResourceGroup", {"count": "5"}, "5"),
    ("OS::Heat::ResourceGroup", {}, ""), ("OS::Heat::ResourceGroup", {"count": True}, ""),
    ("OS::Heat::AutoScalingGroup", {"min_size": 1, "max_size": 3}, "1–3"),
    ("OS::Heat::AutoScalingGroup", {"min_size": 2, "max_size": 2}, "2"),
    ("OS::Heat::AutoScalingGroup", {"min_size": 1, "max_size": 3, "desired_capacity": 2}, "2"),
    ("OS::Nova::Server", {"count": 5}, ""), ("OS::Heat::ResourceGroup", None, ""),
    ("OS::Heat::ResourceGroup", {"count": "<script>"}, ""),
])
def test_how_many_a_card_stands_for(type_name: str, properties: object, count: str) -> None:
    assert count_of(type_name, properties) == count


@pytest.mark.parametrize(("type_name", "sign"), [
    ("OS::Nova::Server", "server"), ("OS::Neutron::Subnet", "subnet"), ("OS::Neutron::Net", "network"),
    ("OS::Neutron::SecurityGroup", "shield"), ("my.yaml", "stack"), ("", "stack"), ("Some::Thing", "box"),
])
def test_signs(type_name: str, sign: str) -> None:
    assert sign_of(type_name, "other") == sign


def test_conditions_are_marked() -> None:
    text = """conditions:
  open: {equals: [a, b]}
resources:
  a: {type: OS::Heat::Value, condition: open}
  b: {type: OS::Heat::Value, condition: {equals: [a, a]}}
"""
    scene = compose(graph_of(text))
    assert (scene.cards["a"].condition, scene.cards["a"].enabled) == ("open", False)
    assert scene.cards["b"].condition == "…"


def test_what_waits_to_be_filled_in_is_unfinished_and_what_is_wrong_is_worse() -> None:
    text = ("heat_template_version: 2021-04-16\nresources:\n  a: {type: OS::Neutron::Subnet, properties: {network: }}\n"
            "  b: {type: OS::Neutron::Subnet, properties: {network: , cidr: 10.0.0.0/99}}\n")
    assert severities_of(analyse(text).diagnostics) == {"a": "unfinished", "b": "error"}
