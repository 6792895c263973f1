"""What is offered when one resource is drawn to another, or a new one dropped between two."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.edit import plan_all
from designer.edit.offers import between, connections, name_for
from designer.edit.uses import uses_of

TEXT = """\
heat_template_version: 2018-08-31
parameters:
  label: {type: string}
parameter_groups:
  - label: Names
    parameters: [label]
conditions:
  big: {equals: [{get_param: label}, a]}
resources:
  net:
    type: OS::Neutron::Net
    properties: {name: {get_param: label}}
  subnet:
    type: OS::Neutron::Subnet
    condition: big
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    depends_on: subnet
    properties:
      network:
  floating:
    type: OS::Neutron::FloatingIP
    properties:
      floating_network: public
  group:
    type: OS::Neutron::SecurityGroup
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
      networks:
        - network: {get_resource: net}
  mystery:
    type: Not::A::Type
outputs:
  where: {value: {get_attr: [server, first_address]}}
"""
ANALYSIS = analyse(TEXT)


def offered(source: str, target: str) -> list[tuple[str, str, bool]]:
    return [(offer["kind"], offer["title"], offer["replaces"]) for offer in connections(ANALYSIS, source, target)]


@pytest.mark.parametrize(("source", "target", "first"), [
    ("port", "net", ("reference", "network", False)),
    ("server", "port", ("reference", "networks[1].port", False)),
    ("server", "group", ("reference", "security_groups", False)),
    ("floating", "port", ("reference", "port_id", False)),
    ("port", "subnet", ("reference", "fixed_ips[0].subnet", False)),
    ("floating", "server", ("depends_on", "depends_on", False)),
    ("mystery", "net", ("depends_on", "depends_on", False)),
    ("net", "mystery", ("depends_on", "depends_on", False)),
])
def test_the_best_is_first(source: str, target: str, first: tuple[str, str, bool]) -> None:
    offers = offered(source, target)
    assert offers[0] == first
    assert offers[-1] == ("depends_on", "depends_on", False)


def test_attributes_come_behind_references() -> None:
    offers = offered("floating", "port")
    assert ("attribute", "fixed_ip_address: fixed_ips[0].ip_address of port", False) in offers
    assert [kind for kind, _, _ in offers] == sorted((kind for kind, _, _ in offers),
                                                     key=["reference", "attribute", "depends_on"].index)


def test_what_stands_there_is_not_offered_again() -> None:
    assert offered("subnet", "net") == [("depends_on", "depends_on", False)]


def test_what_is_held_is_offered_as_replaced() -> None:
    text = TEXT.replace("      network:\n", "      network: public\n")
    offers = connections(analyse(text), "port", "net")
    assert offers[0]["replaces"] is True


def test_a_circle_is_told() -> None:
    assert all(offer["circular"] for offer in connections(ANALYSIS, "net", "server"))
    assert not any(offer["circular"] for offer in connections(ANALYSIS, "server", "group"))


def test_nothing_is_offered_to_oneself_or_nobody() -> None:
    assert connections(ANALYSIS, "net", "net") == connections(ANALYSIS, "net", "gone") == []
    assert between(ANALYSIS, "net", "net", "OS::Heat::Value") == []


@pytest.mark.parametrize("source", ["net", "subnet", "port", "floating", "group", "server", "mystery"])
def test_every_offer_can_be_done_and_connects(source: str) -> None:
    for target in ("net", "subnet", "port", "group", "server"):
        for offer in connections(ANALYSIS, source, target):
            if offer["circular"]:
                continue
            after = analyse(plan_all(ANALYSIS, offer["operations"]).applied())
            assert after.graph is not None and after.graph.edge(source, target) is not None, offer


def test_between() -> None:
    offers = between(ANALYSIS, "server", "net", "OS::Neutron::Port")
    assert [offer["replaces"] for offer in offers] == [True, False]
    after = plan_all(ANALYSIS, offers[0]["operations"]).applied()
    plain: Any = analyse(after).document.root.plain()  # type: ignore[union-attr]
    assert plain["resources"]["server"]["properties"]["networks"] == [{"port": {"get_resource": "port_2"}}]
    assert plain["resources"]["port_2"] == {"type": "OS::Neutron::Port",
                                            "properties": {"network": {"get_resource": "net"}}}
    kept = analyse(plan_all(ANALYSIS, offers[1]["operations"]).applied())
    assert kept.graph is not None and kept.graph.edge("server", "net") is not None


@pytest.mark.parametrize("type_name", ["OS::Heat::Value", "Not::A::Type", "OS::Neutron::RouterInterface"])
def test_between_always_finds_a_way(type_name: str) -> None:
    for offer in between(ANALYSIS, "subnet", "net", type_name):
        graph = analyse(plan_all(ANALYSIS, offer["operations"]).applied()).graph
        assert graph is not None
        assert graph.edge("subnet", offer["name"]) is not None and graph.edge(offer["name"], "net") is not None


def test_names_for_new_resources() -> None:
    assert [name_for(ANALYSIS, each) for each in ("OS::Neutron::RouterInterface", "OS::Neutron::Port", "a/b/web.yaml")
            ] == ["router_interface", "port_2", "web"]


def test_uses() -> None:
    uses = uses_of(ANALYSIS, "resources", "net")
    assert [(use["where"], use["text"], use["subject"]["name"]) for use in uses] == [
        ("subnet.network", "{get_resource: net}", "subnet"),
        ("server.networks[0].network", "{get_resource: net}", "server")]
    assert all(TEXT[use["start"]:use["end"]] == use["text"] for use in uses)
    kinds = [(use["kind"], use["subject"]["section"]) for use in uses_of(ANALYSIS, "parameters", "label")]
    assert kinds == [("group", "parameter_groups"), ("get_param", "conditions"), ("get_param", "resources")]
    assert [use["path"] for use in uses_of(ANALYSIS, "conditions", "big")] == [["resources", "subnet", "condition"]]
    assert [use["path"] for use in uses_of(ANALYSIS, "resources", "subnet")] == [["resources", "port", "depends_on"]]
    assert uses_of(ANALYSIS, "outputs", "where") == []
