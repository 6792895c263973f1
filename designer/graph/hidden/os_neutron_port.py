"""OS::Neutron::Port waits for every subnet of its network."""

from __future__ import annotations

from designer.graph.hidden.networks import subnets_by_network
from designer.graph.hidden.sameness import Side, keys_of, matching, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::Port"
WORDS = "a port waits for every subnet of its network, since it may get its address from any of them"


def groups(look: Look) -> Iterator[Group]:
    """Ports and the subnets of the same network."""
    ports = Side()
    for name in look.plugins_of(TYPE):
        ports.add(name, keys_of(value_of(look.properties(name), "network", "network_id")))
    return matching(TYPE, WORDS, ports, subnets_by_network(look))
