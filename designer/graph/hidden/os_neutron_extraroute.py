"""OS::Neutron::ExtraRoute waits for its router's interfaces and gateways."""

from __future__ import annotations

from designer.graph.hidden.networks import INTERFACES_BY_ROUTER, ROUTER_GATEWAY, by_router_id
from designer.graph.hidden.sides import By

TYPE = "OS::Neutron::ExtraRoute"
INTERFACE_WORDS = "an extra route waits for every interface of its router, since its next hop must be reachable"
GATEWAY_WORDS = "an extra route waits for its router's gateway, since its next hop must be reachable"

_ROUTES = By(TYPE, by_router_id, plugin=True)

# Routes with the interfaces, and with the gateways, of their router.
RULES = ((INTERFACE_WORDS, _ROUTES, INTERFACES_BY_ROUTER, None),
         (GATEWAY_WORDS, _ROUTES, By(ROUTER_GATEWAY, by_router_id), None))
