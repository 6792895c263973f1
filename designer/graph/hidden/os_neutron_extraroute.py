"""OS::Neutron::ExtraRoute waits for its router's interfaces and gateways."""

from __future__ import annotations

from designer.graph.hidden.networks import ROUTER_GATEWAY, interfaces_by_router
from designer.graph.hidden.sameness import Side, keys_of, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::ExtraRoute"
INTERFACE_WORDS = "an extra route waits for every interface of its router, since its next hop must be reachable"
GATEWAY_WORDS = "an extra route waits for its router's gateway, since its next hop must be reachable"


def groups(look: Look) -> Iterator[Group]:
    """Routes with the interfaces, and with the gateways, of their router."""
    routes, gateways = Side(), Side()
    for name in look.plugins_of(TYPE):
        routes.add(name, keys_of(look.properties(name).get("router_id")))
    for name in look.taken_for(ROUTER_GATEWAY):
        gateways.add(name, keys_of(look.properties(name).get("router_id")))
    yield from matching(TYPE, INTERFACE_WORDS, routes, interfaces_by_router(look))
    yield from matching(TYPE, GATEWAY_WORDS, routes, gateways)
