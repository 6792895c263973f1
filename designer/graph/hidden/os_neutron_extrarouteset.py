"""OS::Neutron::ExtraRouteSet waits for its router's interfaces."""

from __future__ import annotations

from designer.graph.hidden.networks import INTERFACES_BY_ROUTER
from designer.graph.hidden.sameness import keys_of
from designer.graph.hidden.sides import By

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

TYPE = "OS::Neutron::ExtraRouteSet"
WORDS = "extra routes wait for every interface of their router, since a next hop must be reachable through one"


def _by_router(look: Look, name: str) -> list[Key]:
    return keys_of(look.properties(name).get("router"))


# Sets of routes with the interfaces of their router.
RULES = ((WORDS, By(TYPE, _by_router, plugin=True), INTERFACES_BY_ROUTER, None),)
