"""OS::Neutron::RouterGateway waits for its router's interfaces and its network's subnets."""

from __future__ import annotations

from designer.graph.hidden.networks import interfaces_by_router, subnets_by_network
from designer.graph.hidden.sameness import Side, keys_of, matching, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::RouterGateway"
INTERFACE_WORDS = "a router's gateway waits for every interface of the same router"
SUBNET_WORDS = "a router's gateway waits for every subnet of its network, since it takes an address there"


def groups(look: Look) -> Iterator[Group]:
    """Gateways with the interfaces of their router, and with the subnets of their network."""
    by_router, by_network = Side(), Side()
    for name in look.plugins_of(TYPE):
        properties = look.properties(name)
        by_router.add(name, keys_of(properties.get("router_id")))
        by_network.add(name, keys_of(value_of(properties, "network", "network_id")))
    yield from matching(TYPE, INTERFACE_WORDS, by_router, interfaces_by_router(look))
    yield from matching(TYPE, SUBNET_WORDS, by_network, subnets_by_network(look))
