"""OS::Neutron::Router waits for every subnet of its gateway's network."""

from __future__ import annotations

from designer.graph.hidden.networks import ROUTER, SUBNETS_BY_NETWORK, by_external_network
from designer.graph.hidden.sides import By

TYPE = ROUTER
WORDS = "a router waits for every subnet of its external network, since its gateway takes an address there"

# Routers and the subnets of the network that their gateway leads to.
RULES = ((WORDS, By(TYPE, by_external_network, plugin=True), SUBNETS_BY_NETWORK, None),)
