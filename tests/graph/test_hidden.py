"""Dependencies that plug-ins add: every type that does, against what Heat was seen to do."""

from __future__ import annotations

import pytest

from designer.graph import Graph
from designer.graph.hidden import rules_for
from tests.graph.test_explicit import graph_of

NETS = """resources:
  net: {type: OS::Neutron::Net}
  other: {type: OS::Neutron::Net}
  sub: {type: OS::Neutron::Subnet, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
  sub2: {type: OS::Neutron::Subnet, properties: {network: {get_resource: other}, cidr: 10.1.0.0/24}}
  router: {type: OS::Neutron::Router, properties: {external_gateway_info: {network: ext}}}
  inside:
    type: OS::Neutron::RouterInterface
    properties: {router: {get_resource: router}, subnet: {get_resource: sub}}
"""


def hidden(graph: Graph, source: str) -> set[str]:
    """What a resource waits for by a plug-in's will alone or among other reasons."""
    return {edge.target for edge in graph.pairs() if edge.source == source and "hidden" in edge.kinds}


PORT = "{type: OS::Neutron::Port, properties: {network: {get_resource: net}%s}}"


@pytest.mark.parametrize(("resource", "waits"), [
    # ports wait for all subnets of their network, by whatever its name is written
    (PORT % "", {"sub"}),
    ("{type: OS::Neutron::Port, properties: {network_id: {get_resource: net}}}", {"sub"}),
    ("{type: OS::Neutron::Port, properties: {network: net}}", {"sub"}),
    ("{type: OS::Neutron::Port, properties: {network: {str_replace: {template: n, params: {n: {get_resource: net}}}}}}",
     {"sub"}),
    ("{type: OS::Neutron::Port, properties: {network: somewhere}}", set()),
    # servers for the subnets of their networks, for all of them where a network is not named
    ("{type: OS::Nova::Server, properties: {networks: [{network: {get_resource: net}}]}}", {"sub"}),
    ("{type: OS::Nova::Server, properties: {networks: [{uuid: {get_resource: other}}]}}", {"sub2"}),
    ("{type: OS::Nova::Server, properties: {networks: [{port: a}]}}", {"sub", "sub2"}),
    ("{type: OS::Nova::Server, properties: {networks: [{network: x}, {network: {get_attr: [net, name]}}]}}",
     {"sub", "sub2"}),
    ("{type: OS::Nova::Server, properties: {networks: []}}", set()),
    ("{type: OS::Nova::Server, properties: {image: a}}", set()),
    # routers for the subnets of their gateway's network
    ("{type: OS::Neutron::Router, properties: {external_gateway_info: {network: {get_resource: other}}}}", {"sub2"}),
    ("{type: OS::Neutron::Router}", set()),
    # gateways for their router's interfaces and their network's subnets
    ("{type: OS::Neutron::RouterGateway, properties: {router_id: router, network: {get_resource: other}}}",
     {"inside", "sub2"}),
    # routes for what makes their next hop reachable
    ("{type: OS::Neutron::ExtraRoute, properties: {router_id: {get_resource: router}}}", {"inside"}),
    ("{type: OS::Neutron::ExtraRouteSet, properties: {router: {get_resource: router}}}", {"inside"}),
    # floating IPs for routers on their network
    ("{type: OS::Neutron::FloatingIP, properties: {floating_network: ext}}", {"router"}),
    ("{type: OS::Neutron::FloatingIP, properties: {floating_network: elsewhere}}", set()),
])
def test_each_type_waits_for_what_it_must(resource: str, waits: set[str]) -> None:
    assert hidden(graph_of(f"{NETS}  it: {resource}\n"), "it") == waits


@pytest.mark.parametrize(("type_name", "port"), [
    ("FloatingIP, properties: {floating_network: x, port_id: {get_resource: port}",
     ", fixed_ips: [{subnet: {get_resource: sub}}]"),
    ("FloatingIPAssociation, properties: {floatingip_id: x, port_id: {get_resource: port}",
     ", fixed_ips: [{subnet_id: {get_resource: sub}}]"),
    ("FloatingIPPortForward, properties: {floatingip: x, internal_port: {get_resource: port}",
     ", fixed_ips: [{subnet: {get_resource: sub}}]"),
])
def test_addresses_wait_for_the_interface_that_serves_their_port(type_name: str, port: str) -> None:
    text = f"{NETS}  port: {PORT % port}\n  it: {{type: OS::Neutron::{type_name}}}}}\n"
    assert hidden(graph_of(text), "it") == {"inside"}


def test_an_interface_with_no_known_subnet_may_serve_any_port() -> None:
    text = NETS + """  unknown:
    type: OS::Neutron::RouterInterface
    properties: {router: {get_resource: router}, subnet: {get_attr: [net, name]}}
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
  it: {type: OS::Neutron::FloatingIP, properties: {floating_network: x, port_id: {get_resource: port}}}
"""
    assert hidden(graph_of(text), "it") == {"unknown"}


def test_attachments_wait_for_route_tables() -> None:
    text = """resources:
  vpc: {type: AWS::EC2::VPC, properties: {CidrBlock: 10.0.0.0/16}}
  table: {type: AWS::EC2::RouteTable, properties: {VpcId: {Ref: vpc}}}
  it: {type: AWS::EC2::VPCGatewayAttachment, properties: {VpcId: vpc}}
  elsewhere: {type: AWS::EC2::VPCGatewayAttachment, properties: {VpcId: other}}
""".replace("{Ref: vpc}", "{get_resource: vpc}")
    graph = graph_of(text)
    assert hidden(graph, "it") == {"table"}
    assert hidden(graph, "elsewhere") == set()


@pytest.mark.parametrize(("one", "other", "same"), [
    ("{get_attr: [net, name]}", "{get_attr: [net, name]}", True),
    ("{get_attr: [net, name]}", "{get_attr: [other, name]}", False),
    ("{get_param: p}", "{get_param: p}", True),
    ("{get_param: p}", "{get_param: q}", False),
    ("{get_param: p}", "value", False),
])
def test_two_unknown_values_are_the_same_only_where_they_are_written_alike(one: str, other: str, same: bool) -> None:
    text = f"""parameters:
  p: {{type: string}}
  q: {{type: string}}
resources:
  net: {{type: OS::Neutron::Net}}
  other: {{type: OS::Neutron::Net}}
  sub: {{type: OS::Neutron::Subnet, properties: {{network: {one}, cidr: 10.0.0.0/24}}}}
  it: {{type: OS::Neutron::Port, properties: {{network: {other}}}}}
"""
    assert hidden(graph_of(text), "it") == ({"sub"} if same else set())


def test_what_is_switched_off_takes_no_part_and_what_is_open_may() -> None:
    text = """parameters:
  p: {type: string}
conditions:
  nope: {equals: [a, b]}
  open: {equals: [{get_param: p}, b]}
resources:
  net: {type: OS::Neutron::Net}
  other: {type: OS::Neutron::Net}
  gone: {type: OS::Neutron::Subnet, condition: nope, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
  may: {type: OS::Neutron::Subnet, condition: open, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
  one: {type: OS::Neutron::Subnet, properties: {network: {if: [open, {get_resource: net}, {get_resource: other}]}}}
  it: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
"""
    found = {edge.target: edge.enabled for edge in graph_of(text).pairs()
             if edge.source == "it" and "hidden" in edge.kinds}
    assert found == {"may": None, "one": None}


def test_pairs_join_what_the_text_says() -> None:
    graph = graph_of(f"{NETS}  it: {PORT % ', fixed_ips: [{subnet: {get_resource: sub}}]'}\n")
    edge = graph.pair("it", "sub")
    assert edge is not None
    assert edge.kinds == ["get_resource", "hidden"]
    explicit = graph.edge("it", "sub")
    assert explicit is not None
    assert explicit.kinds == ["get_resource"]
    assert graph.pair("sub", "it") is None


def test_many_on_many_is_one_group() -> None:
    count = 40
    text = "resources:\n" + "".join(
        f"  router{n}: {{type: OS::Neutron::Router, properties: {{external_gateway_info: {{network: ext}}}}}}\n"
        f"  ip{n}: {{type: OS::Neutron::FloatingIP, properties: {{floating_network: ext}}}}\n" for n in range(count))
    graph = graph_of(text)
    assert [(len(group.sources), len(group.targets)) for group in graph.groups] == [(count, count)]
    assert sum(1 for _ in graph.pairs()) == count * count
    assert [len(wave) for wave in graph.waves] == [count, count]


def test_every_file_is_found_by_its_type() -> None:
    import os

    from designer.graph import hidden as package

    folder = os.path.dirname(package.__file__)
    files = [name for name in os.listdir(folder) if name.startswith(("os_", "aws_"))]
    names = ["OS::Neutron::" + last for last in (
        "Port", "Router", "RouterGateway", "FloatingIP", "FloatingIPAssociation", "FloatingIPPortForward", "ExtraRoute",
        "ExtraRouteSet")] + ["OS::Nova::Server", "AWS::EC2::VPCGatewayAttachment"]
    assert len(rules_for(names)) == len(files) == len(names)
    assert rules_for(["OS_Neutron_Port", "os::neutron::port", "", None, "OS::Neutron::Net"]) == []
