"""The reference template for figures: N resources, about eight lines each.

    python bench/generate.py 1000 > reference.yaml

Sites of one network with a security group, a router and up to six machines; a machine is a port, a server with a
start script, a volume, its attachment and a floating address. So there are references and attributes, lists, block
texts, comments, an optional part, and the hidden dependencies of floating addresses on router interfaces.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

MACHINES = 6  # in a site

HEAD = """\
heat_template_version: 2021-04-16

description: Reference template for measurements

parameters:
  image: {type: string, default: debian-12}
  flavor:
    type: string
    default: m1.small
    constraints:
      - allowed_values: [m1.small, m1.medium, m1.large]
  public_network:
    type: string
    default: public
  volume_size:
    type: number
    default: 10
    constraints:
      - range: {min: 1, max: 500}
  stage:
    type: string
    default: test

conditions:
  in_production: {equals: [{get_param: stage}, production]}

resources:
"""


def template(resources: int) -> str:
    """The text of a template with that many resources. Raises ValueError for fewer than one."""
    if resources < 1:
        raise ValueError("a template has at least one resource")
    blocks: list[str] = []
    site = 0
    while len(blocks) < resources:
        blocks += _site(site)
        site += 1
    return HEAD + "\n".join(blocks[:resources]) + "\n" + _outputs(min(site, 20), resources)


def _site(site: int) -> Iterator[str]:
    yield f"""\
  # Site {site}
  net_{site}:
    type: OS::Neutron::Net
    properties:
      name: {{list_join: ["-", [{{get_param: stage}}, net, "{site}"]]}}
      value_specs: {{"provider:network_type": vxlan}}
"""
    yield f"""\
  subnet_{site}:
    type: OS::Neutron::Subnet
    properties:
      network: {{get_resource: net_{site}}}
      cidr: 10.{site // 200 % 256}.{site % 200}.0/24
      dns_nameservers:
        - 9.9.9.9
"""
    yield f"""\
  security_{site}:
    type: OS::Neutron::SecurityGroup
    properties:
      rules:
        - {{protocol: tcp, port_range_min: 22, port_range_max: 22}}
        - {{protocol: tcp, port_range_min: 443, port_range_max: 443}}
        - {{protocol: icmp}}
"""
    yield f"""\
  router_{site}:
    type: OS::Neutron::Router
    properties:
      external_gateway_info:
        network: {{get_param: public_network}}
"""
    yield f"""\
  interface_{site}:
    type: OS::Neutron::RouterInterface
    properties:
      router: {{get_resource: router_{site}}}
      subnet: {{get_resource: subnet_{site}}}
"""
    for machine in range(MACHINES):
        yield from _machine(site, f"{site}_{machine}")


def _machine(site: int, machine: str) -> Iterator[str]:
    yield f"""\
  port_{machine}:
    type: OS::Neutron::Port
    properties:
      network: {{get_resource: net_{site}}}
      fixed_ips:
        - subnet: {{get_resource: subnet_{site}}}
      security_groups:
        - {{get_resource: security_{site}}}
"""
    yield f"""\
  server_{machine}:
    type: OS::Nova::Server
    properties:
      image: {{get_param: image}}
      flavor: {{if: [in_production, m1.large, {{get_param: flavor}}]}}
      networks:
        - port: {{get_resource: port_{machine}}}
      user_data_format: RAW
      user_data:
        str_replace:
          template: |
            #!/bin/sh
            echo $address > /etc/motd
          params:
            $address: {{get_attr: [port_{machine}, fixed_ips, 0, ip_address]}}
"""
    yield f"""\
  volume_{machine}:
    type: OS::Cinder::Volume
    properties:
      size: {{get_param: volume_size}}
      metadata: {{site: "{site}"}}
"""
    yield f"""\
  attachment_{machine}:
    type: OS::Cinder::VolumeAttachment
    properties:
      volume_id: {{get_resource: volume_{machine}}}
      instance_uuid: {{get_resource: server_{machine}}}
"""
    yield f"""\
  address_{machine}:
    type: OS::Neutron::FloatingIP
    properties:
      floating_network: {{get_param: public_network}}
      port_id: {{get_resource: port_{machine}}}
"""


def _outputs(sites: int, resources: int) -> str:
    """An output for each of the first sites whose first network is there."""
    per_site = 5 + 5 * MACHINES
    lines = ["", "outputs:"]
    for site in range(sites):
        if site * per_site < resources:
            lines += [f"  network_{site}:", f"    value: {{get_resource: net_{site}}}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].isdigit() or int(sys.argv[1]) < 1:
        sys.exit("usage: generate.py RESOURCES > FILE")
    sys.stdout.write(template(int(sys.argv[1])))
