"""OS::Neutron::FloatingIP waits for what connects its network with its port: gateways, routers, router interfaces."""

from __future__ import annotations

from designer.graph.hidden.networks import (
    INTERFACES_BY_SUBNET,
    NOWHERE,
    ROUTER,
    ROUTER_GATEWAY,
    addresses_of,
    by_external_network,
    ports_of,
    subnet_keys,
)
from designer.graph.hidden.sameness import is_empty, keys_of, value_of
from designer.graph.hidden.sides import By, sure_of
from designer.graph.model import both

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

TYPE = "OS::Neutron::FloatingIP"
GATEWAY_WORDS = "a floating IP waits for every router gateway on its network, since only then can it be reached"
ROUTER_WORDS = "a floating IP waits for every router whose gateway is on its network, since only then can it be reached"
INTERFACE_WORDS = "a floating IP waits for every router interface that may serve its port's subnet"


def _by_network(look: Look, name: str) -> list[Key]:
    return keys_of(value_of(look.properties(name), "floating_network", "floating_network_id"))


def _by_subnet(look: Look, name: str) -> list[Key]:
    """The subnets of the addresses of its ports; NOWHERE where an address may come from any."""
    keys: list[Key] = []
    for port, sure in ports_of(look, name):
        properties = look.properties(port)
        addresses = list(addresses_of(properties))
        if not addresses and is_empty(properties.get("fixed_ips")) is not False:
            keys.append((NOWHERE, sure))
        for address, certain in addresses:
            keys += sure_of(subnet_keys(value_of(address, "subnet", "subnet_id")), both(sure, certain))
    return keys


def _gateway_by_network(look: Look, name: str) -> list[Key]:
    network = value_of(look.properties(name), "network", "network_id")
    # here Heat does not take one unknown network for another
    return keys_of(network) if is_empty(network) is not True else []


_BY_NETWORK = By(TYPE, _by_network, plugin=True)

# Floating IPs with the gateways and routers on their network, and the interfaces that may serve their port.
RULES = ((GATEWAY_WORDS, _BY_NETWORK, By(ROUTER_GATEWAY, _gateway_by_network), None),
         (INTERFACE_WORDS, By(TYPE, _by_subnet, plugin=True, through=True), INTERFACES_BY_SUBNET, None),
         (ROUTER_WORDS, _BY_NETWORK, By(ROUTER, by_external_network), None))
