"""OS::Neutron::ExtraRouteSet waits for its router's interfaces."""

from __future__ import annotations

from designer.graph.hidden.networks import interfaces_by_router
from designer.graph.hidden.sameness import Side, keys_of, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::ExtraRouteSet"
WORDS = "extra routes wait for every interface of their router, since a next hop must be reachable through one"


def groups(look: Look) -> Iterator[Group]:
    """Sets of routes with the interfaces of their router."""
    routes = Side()
    for name in look.plugins_of(TYPE):
        routes.add(name, keys_of(look.properties(name).get("router")))
    return matching(TYPE, WORDS, routes, interfaces_by_router(look))
