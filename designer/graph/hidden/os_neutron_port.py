"""OS::Neutron::Port waits for every subnet of its network."""

from __future__ import annotations

from designer.graph.hidden.networks import PORT, SUBNETS_BY_NETWORK, by_network
from designer.graph.hidden.sides import By

TYPE = PORT
WORDS = "a port waits for every subnet of its network, since it may get its address from any of them"

# Ports and the subnets of the same network.
RULES = ((WORDS, By(TYPE, by_network, plugin=True), SUBNETS_BY_NETWORK, None),)
