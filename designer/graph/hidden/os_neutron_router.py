"""OS::Neutron::Router waits for every subnet of its gateway's network."""

from __future__ import annotations

from designer.graph.hidden.networks import external_network, subnets_by_network
from designer.graph.hidden.sameness import Side, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::Router"
WORDS = "a router waits for every subnet of its external network, since its gateway takes an address there"


def groups(look: Look) -> Iterator[Group]:
    """Routers and the subnets of the network that their gateway leads to."""
    routers = Side()
    for name in look.plugins_of(TYPE):
        routers.add(name, external_network(look.properties(name)))
    return matching(TYPE, WORDS, routers, subnets_by_network(look))
