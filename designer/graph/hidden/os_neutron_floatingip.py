"""OS::Neutron::FloatingIP waits for what connects its network with its port: gateways, routers, router interfaces."""

from __future__ import annotations

from designer.graph.hidden.networks import (
    NOWHERE,
    ROUTER,
    ROUTER_GATEWAY,
    addresses_of,
    external_network,
    interfaces_by_subnet,
    ports_of,
    subnet_keys,
)
from designer.graph.hidden.sameness import Side, is_empty, keys_of, matching, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::FloatingIP"
GATEWAY_WORDS = "a floating IP waits for every router gateway on its network, since only then can it be reached"
ROUTER_WORDS = "a floating IP waits for every router whose gateway is on its network, since only then can it be reached"
INTERFACE_WORDS = "a floating IP waits for every router interface that may serve its port's subnet"


def groups(look: Look) -> Iterator[Group]:
    """Floating IPs with the gateways and routers on their network, and the interfaces that may serve their port."""
    floating, gateways, routers, served = Side(), Side(), Side(), Side()
    for name in look.plugins_of(TYPE):
        floating.add(name, keys_of(value_of(look.properties(name), "floating_network", "floating_network_id")))
        for port, sure in ports_of(look, name):
            addresses = list(addresses_of(look.properties(port)))
            if not addresses and is_empty(look.properties(port).get("fixed_ips")) is not False:
                served.add(name, [(NOWHERE, True)], sure)
            for address, certain in addresses:
                served.add(name, subnet_keys(value_of(address, "subnet", "subnet_id")), sure and certain)
    for name in look.taken_for(ROUTER_GATEWAY):
        network = value_of(look.properties(name), "network", "network_id")
        # here Heat does not take one unknown network for another
        if is_empty(network) is not True:
            gateways.add(name, keys_of(network))
    for name in look.taken_for(ROUTER):
        routers.add(name, external_network(look.properties(name)))
    yield from matching(TYPE, GATEWAY_WORDS, floating, gateways)
    yield from matching(TYPE, INTERFACE_WORDS, served, interfaces_by_subnet(look))
    yield from matching(TYPE, ROUTER_WORDS, floating, routers)
