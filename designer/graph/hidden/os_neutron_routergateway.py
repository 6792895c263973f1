"""OS::Neutron::RouterGateway waits for its router's interfaces and its network's subnets."""

from __future__ import annotations

from designer.graph.hidden.networks import (
    INTERFACES_BY_ROUTER,
    ROUTER_GATEWAY,
    SUBNETS_BY_NETWORK,
    by_network,
    by_router_id,
)
from designer.graph.hidden.sides import By

TYPE = ROUTER_GATEWAY
INTERFACE_WORDS = "a router's gateway waits for every interface of the same router"
SUBNET_WORDS = "a router's gateway waits for every subnet of its network, since it takes an address there"

# Gateways with the interfaces of their router, and with the subnets of their network.
RULES = ((INTERFACE_WORDS, By(TYPE, by_router_id, plugin=True), INTERFACES_BY_ROUTER, None),
         (SUBNET_WORDS, By(TYPE, by_network, plugin=True), SUBNETS_BY_NETWORK, None))
