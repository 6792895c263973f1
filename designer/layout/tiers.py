"""What belongs together: the tiers of a template.

A tier is a network and what lives in it: its subnets and ports, what is attached to these, what only serves them.
What leads from one network to another belongs to none. Where many resources are in no network, those of one type are
gathered.
"""

from __future__ import annotations

import heapq

from designer.catalog.services import label_of, tier_of
from designer.layout.options import MANY
from designer.layout.scene import CONTAINER_ID, Container

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.graph import Graph

NETWORKS = ("OS::Neutron::Net", "OS::Neutron::ProviderNet", "AWS::EC2::VPC", "OS::Quantum::Net")
# What stands between the networks and the world, and what several tiers share: outside, unless there are many tiers.
BORDER_TIERS = ("edge", "security", "control")
FEW_NETWORKS = 3
FAMILY = 6


class Tiers:
    """The containers of a graph, in the order of the text.

    networks    the resources that tiers are named after
    near        of a resource: the network of all that it waits for; "" where these are in several
    belongs     of a resource: the network that it is in, by what it waits for or by what waits for it; "" for none
    containers  the tiers of more than one, then the families
    """

    __slots__ = ("graph", "networks", "near", "belongs", "containers")

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.networks: list[str] = []
        self.near: dict[str, str] = {}
        self.belongs: dict[str, str] = {}
        self.containers: list[Container] = []

    def gather(self, shared: set[str]) -> None:
        """Find the containers; `shared` are resources that count as everybody's."""
        nodes = self.graph.nodes
        self.networks = [name for name in nodes if self._is_network(name)]
        self.near = {name: name for name in self.networks}
        self.belongs = {}
        if self.networks:
            sequence = [name for name in self.graph.order.sequence if nodes[name].enabled is not False]
            for name in sequence:
                near = self._near(name, shared)
                if near is not None:
                    self.near[name] = near
            for name in reversed(sequence):
                self.belongs[name] = self._belongs(name)
        self._contain(shared)

    def renew(self, shared: set[str], changed: Iterable[str]) -> None:
        """Find them again after the resources `changed` came, went, are of other types, or others wait for them.

        `shared` is as before, and there is no circle, nor was.
        """
        nodes, order = self.graph.nodes, self.graph.order
        needed, needing = self.graph.needed, self.graph.needing
        places, numbers = order.places, order.numbers
        if any(self._is_network(name) != (self.near.get(name) == name) for name in changed):
            self.gather(shared)
            return
        if not self.networks:
            self._contain(shared)
            return
        here = [name for name in changed if name in nodes]
        for name in changed:
            if name not in nodes:
                self.near.pop(name, None)
                self.belongs.pop(name, None)
        otherwise = set(here)
        waiting = [(places[numbers[name]], name) for name in here]
        heapq.heapify(waiting)
        while waiting:
            _, name = heapq.heappop(waiting)
            near = self._near(name, shared) if nodes[name].enabled is not False else None
            if near != self.near.get(name):
                if near is None:
                    del self.near[name]
                else:
                    self.near[name] = near
                otherwise.add(name)
                for source in needing[name]:
                    heapq.heappush(waiting, (places[numbers[source]], source))
        waiting = [(-places[numbers[name]], name) for name in otherwise]
        heapq.heapify(waiting)
        while waiting:
            _, name = heapq.heappop(waiting)
            found = self._belongs(name) if nodes[name].enabled is not False else ""
            if found != self.belongs.get(name, ""):
                self.belongs[name] = found
                for target in needed[name]:
                    heapq.heappush(waiting, (-places[numbers[target]], target))
        self._contain(shared)

    def _is_network(self, name: str) -> bool:
        node = self.graph.nodes.get(name)
        return node is not None and node.resource.type in NETWORKS and node.enabled is not False

    def _is_outside(self, name: str) -> bool:
        return len(self.networks) < FEW_NETWORKS and tier_of(self.graph.nodes[name].resource.type or "") in BORDER_TIERS

    def _near(self, name: str, shared: set[str]) -> str | None:
        """The network of all that a resource waits for, whose networks are known."""
        near = self.near
        if near.get(name) == name:
            return name
        if name in shared or self._is_outside(name):
            return None
        order = self.graph.order
        among = {near[target] for target, edge in self.graph.needed[name].items()
                 if target in near and edge.enabled is not False
                 and not (order.broken and (order.numbers[name], order.numbers[target]) in order.broken)}
        if not among:
            return None
        return among.pop() if len(among) == 1 else ""

    def _belongs(self, name: str) -> str:
        """The network that a resource is in, those of all that waits for it being known."""
        near = self.near.get(name)
        if near is not None:
            return near
        if self._is_outside(name):
            return ""
        belongs = self.belongs
        among = {belongs.get(source, "") for source, edge in self.graph.needing[name].items()
                 if edge.enabled is not False}
        return among.pop() if len(among) == 1 else ""

    def _contain(self, shared: set[str]) -> None:
        """Make the containers; one that is as before is the one before."""
        nodes, belongs = self.graph.nodes, self.belongs
        members: dict[str, list[str]] = {name: [] for name in self.networks}
        families: dict[str, list[str]] = {}
        many = len(nodes) > MANY
        for name, node in nodes.items():
            network = belongs.get(name)
            if network:
                members[network].append(name)
            elif many and name not in shared and node.resource.type:
                families.setdefault(node.resource.type, []).append(name)
        found = [Container(CONTAINER_ID + name, name, "network", inside)
                 for name, inside in members.items() if len(inside) > 1]
        found += [Container(f"{CONTAINER_ID}/{type_name}", label_of(type_name), "stack", inside)
                  for type_name, inside in families.items() if len(inside) >= FAMILY]
        before = {container.id: container for container in self.containers}
        found = [container for container in found if len(container.members) < len(nodes)]
        for index, container in enumerate(found):
            known = before.get(container.id)
            if known is not None and known.members == container.members:
                found[index] = known
        if found != self.containers:
            self.containers = found
