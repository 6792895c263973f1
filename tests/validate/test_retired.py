"""Quick fixes for what is retired or deprecated: offered where what is written fits what takes its place."""

from __future__ import annotations

import pytest

from designer.analysis import analyse
from designer.text import apply_edits

HEAD = "heat_template_version: 2018-08-31\nresources:\n  it:\n    type: "


def fixed(text: str, code: str) -> str | None:
    """The text after the one fix of a diagnostic, None where it offers none."""
    said = [each for each in analyse(text).diagnostics if each.code == code]
    assert len(said) == 1
    fixes = said[0].fixes
    return apply_edits(text, fixes[0].edits) if fixes else None


@pytest.mark.parametrize(("old", "properties", "new"), [
    ("OS::Neutron::LBaaS::PoolMember", "{pool: p, address: 10.0.0.1, protocol_port: 80}", "OS::Octavia::PoolMember"),
    ("OS::Neutron::LBaaS::LoadBalancer", "{vip_subnet: s}", "OS::Octavia::LoadBalancer"),
    ("OS::Heat::SoftwareDeployments", "{servers: {a: b}, config: c}", "OS::Heat::SoftwareDeploymentGroup"),
    ("OS::Magnum::BayModel", "{image: i, external_network: n, coe: kubernetes}", "OS::Magnum::ClusterTemplate"),
    # not given what the new type asks for, or given what it does not have
    ("OS::Neutron::LBaaS::LoadBalancer", "{name: s}", None),
    ("OS::Neutron::LoadBalancer", "{vip_subnet: s, pool_id: p}", None),
    ("OS::Nova::FloatingIP", "{}", None),
    ("OS::Senlin::Cluster", "{profile: p}", None),
])
def test_a_retired_type(old: str, properties: str, new: str | None) -> None:
    text = HEAD + f"{old}\n    properties: {properties}\n"
    assert fixed(text, "HOT903") == (text.replace(old, new) if new else None)


@pytest.mark.parametrize(("old", "new"), [
    ("OS::Nova::FloatingIP\n    properties: {pool: public}\noutputs:\n  ip: {value: {get_attr: [it, ip]}}\n",
     ("OS::Neutron::FloatingIP\n    properties: {floating_network: public}\noutputs:\n"
     "  ip: {value: {get_attr: [it, floating_ip_address]}}\n")),
    ("OS::Magnum::Bay\n    properties: {'baymodel': a}\n",
     "OS::Magnum::Cluster\n    properties: {'cluster_template': a}\n"),
    (("OS::Neutron::LBaaS::LoadBalancer\n    properties: {vip_subnet: a}\noutputs:\n"
     "  o: {value: {get_attr: [it, nothing]}}\n"), None),
])
def test_what_is_called_otherwise(old: str, new: str | None) -> None:
    assert fixed(HEAD + old, "HOT903") == (HEAD + new if new else None)


@pytest.mark.parametrize(("type_name", "properties", "after"), [
    ("OS::Neutron::Port", "{network_id: n}", "{network: n}"),
    ("OS::Neutron::Subnet", "{network_id: n, cidr: 10.0.0.0/24}", "{network: n, cidr: 10.0.0.0/24}"),
    ("OS::Neutron::RouterInterface", "{router_id: r, subnet: s}", "{router: r, subnet: s}"),
    ("OS::Nova::Server", "{flavor: f, image: i, networks: [{network: n, uuid: u}]}", None),
])
def test_a_deprecated_property(type_name: str, properties: str, after: str | None) -> None:
    text = HEAD + f"{type_name}\n    properties: {properties}\n"
    assert fixed(text, "HOT421") == (text.replace(properties, after) if after else None)
