"""What everything refers to: security groups, keys, networks of many; drawn as badges, not as fans of edges."""

from __future__ import annotations

from designer.catalog.services import tier_of
from designer.layout.scene import PARAMETER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.scene import Link, Scene

# So many references make a badge: of things that are made to be shared, of parameters, of anything else.
MADE_TO_BE_SHARED = 3
PARAMETERS = 4
ANYTHING = 9
# Of anything else, the share of all cards that must refer to it as well.
PART = 0.12

SHARED_TYPES = ("OS::Nova::ServerGroup", "OS::Nova::Flavor", "OS::Heat::SoftwareConfig",
                "OS::Heat::WaitConditionHandle", "OS::Neutron::QoSPolicy")


def find_shared(scene: Scene, links: list[Link]) -> set[str]:
    """The ids of cards that so many others refer to that they become badges."""
    users: dict[str, int] = {}
    for link in links:
        if link.source != link.target:
            users[link.target] = users.get(link.target, 0) + 1
    found = set()
    for id, count in users.items():
        if count < MADE_TO_BE_SHARED:
            continue
        card = scene.cards[id]
        if card.kind == PARAMETER:
            limit = PARAMETERS
        elif tier_of(card.type) == "security" or card.type in SHARED_TYPES:
            limit = MADE_TO_BE_SHARED
        else:
            limit = max(ANYTHING, int(len(scene.cards) * PART))
        if count >= limit:
            found.add(id)
    return found
