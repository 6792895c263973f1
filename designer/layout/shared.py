"""What everything refers to: security groups, keys, networks of many; drawn as badges, not as fans of edges."""

from __future__ import annotations

from designer.catalog.services import tier_of
from designer.layout.scene import PARAMETER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from designer.layout.scene import Card

# So many references make a badge: of things that are made to be shared, of parameters, of anything else.
MADE_TO_BE_SHARED = 3
PARAMETERS = 4
ANYTHING = 9
# Of anything else, the share of all cards that must refer to it as well.
PART = 0.12

SHARED_TYPES = ("OS::Nova::ServerGroup", "OS::Nova::Flavor", "OS::Heat::SoftwareConfig",
                "OS::Heat::WaitConditionHandle", "OS::Neutron::QoSPolicy")


def find_shared(users: Mapping[str, int], cards: Mapping[str, Card]) -> set[str]:
    """The ids of cards that so many others refer to that they become badges; `users` says how many refer to each."""
    return {id for id, count in users.items() if count >= MADE_TO_BE_SHARED and count >= _limit(cards[id], len(cards))}


def _limit(card: Card, every: int) -> int:
    if card.kind == PARAMETER:
        return PARAMETERS
    if tier_of(card.type) == "security" or card.type in SHARED_TYPES:
        return MADE_TO_BE_SHARED
    return max(ANYTHING, int(every * PART))
