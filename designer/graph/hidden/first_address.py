"""What waits for the router interface that serves a port's first address."""

from __future__ import annotations

from designer.graph.hidden.networks import addresses_of, interfaces_by_subnet, ports_of, subnet_keys
from designer.graph.hidden.sameness import Side, matching, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group


def groups_by_first_address(look: Look, type_name: str, words: str) -> Iterator[Group]:
    """Resources of a type with the interfaces on the subnet of the first address of a port that they refer to."""
    served = Side()
    for name in look.plugins_of(type_name):
        for port, sure in ports_of(look, name):
            for address, certain in addresses_of(look.properties(port)):
                served.add(name, subnet_keys(value_of(address, "subnet", "subnet_id")), sure and certain)
                if certain:
                    break
    return matching(type_name, words, served, interfaces_by_subnet(look))
