"""What belongs together: the tiers of a template.

A tier is a network and what lives in it: its subnets and ports, what is attached to these, what only serves them.
What leads from one network to another belongs to none. Where many resources are in no network, those of one type are
gathered.
"""

from __future__ import annotations

from designer.catalog.services import label_of, tier_of
from designer.layout.options import MANY
from designer.layout.scene import CONTAINER_ID, Container

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph import Graph

NETWORKS = ("OS::Neutron::Net", "OS::Neutron::ProviderNet", "AWS::EC2::VPC", "OS::Quantum::Net")
# What stands between the networks and the world, and what several tiers share: outside, unless there are many tiers.
BORDER_TIERS = ("edge", "security", "control")
FEW_NETWORKS = 3
FAMILY = 6


def tiers_of(graph: Graph, shared: set[str]) -> list[Container]:
    """The containers of a graph in the order of the text; `shared` are resources that count as everybody's."""
    nodes = graph.nodes
    networks = [name for name, node in nodes.items() if node.resource.type in NETWORKS and node.enabled is not False]
    belongs: dict[str, str] = {name: name for name in networks}
    if networks:
        _gather(graph, shared, belongs, few=len(networks) < FEW_NETWORKS)
    found: dict[str, Container] = {}
    for name in networks:
        found[name] = Container(CONTAINER_ID + name, name, "network", [])
    for name in nodes:
        network = belongs.get(name)
        if network:
            found[network].members.append(name)
    containers = [container for container in found.values() if len(container.members) > 1]
    if len(nodes) > MANY:
        containers += _families(graph, shared, belongs)
    return [container for container in containers if len(container.members) < len(nodes)]


def _gather(graph: Graph, shared: set[str], belongs: dict[str, str], few: bool) -> None:
    """Note for each resource the network that it belongs to; "" where it is of several."""
    order = graph.order
    sequence = [name for wave in graph.waves for name in wave]
    needing = graph.needing
    for name in sequence:
        if name in belongs or name in shared:
            continue
        if few and tier_of(graph.nodes[name].resource.type or "") in BORDER_TIERS:
            continue
        among = {belongs[target] for target, edge in graph.needed[name].items()
                 if target in belongs and edge.enabled is not False and (order.numbers[name], order.numbers[target])
                 not in order.broken}
        if among:
            belongs[name] = among.pop() if len(among) == 1 else ""
    for name in reversed(sequence):
        if name in belongs:
            continue
        if few and tier_of(graph.nodes[name].resource.type or "") in BORDER_TIERS:
            continue
        among = {belongs.get(source, "") for source, edge in needing[name].items() if edge.enabled is not False}
        if len(among) == 1:
            belongs[name] = among.pop()


def _families(graph: Graph, shared: set[str], belongs: dict[str, str]) -> list[Container]:
    """Of what is in no network: those types that many resources have."""
    families: dict[str, list[str]] = {}
    for name, node in graph.nodes.items():
        if not belongs.get(name) and name not in shared and node.resource.type:
            families.setdefault(node.resource.type, []).append(name)
    return [Container(f"{CONTAINER_ID}/{type_name}", label_of(type_name), "stack", members)
            for type_name, members in families.items() if len(members) >= FAMILY]
