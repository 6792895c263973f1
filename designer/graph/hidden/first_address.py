"""What waits for the router interface that serves a port's first address."""

from __future__ import annotations

from designer.graph.hidden.networks import INTERFACES_BY_SUBNET, addresses_of, ports_of, subnet_keys
from designer.graph.hidden.sameness import value_of
from designer.graph.hidden.sides import By, sure_of
from designer.graph.model import both

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key
    from designer.graph.hidden.sides import Rule


def rules_by_first_address(type_name: str, words: str) -> tuple[Rule, ...]:
    """Resources of a type with the interfaces on the subnet of the first address of a port that they refer to."""
    return ((words, By(type_name, by_first_address, plugin=True, through=True), INTERFACES_BY_SUBNET, None),)


def by_first_address(look: Look, name: str) -> list[Key]:
    """The subnet of the first address of each port that a resource refers to."""
    keys: list[Key] = []
    for port, sure in ports_of(look, name):
        for address, certain in addresses_of(look.properties(port)):
            keys += sure_of(subnet_keys(value_of(address, "subnet", "subnet_id")), both(sure, certain))
            if certain:
                break
    return keys
