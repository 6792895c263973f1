"""OS::Neutron::FloatingIPPortForward waits for the router interfaces on its port's subnet."""

from __future__ import annotations

from designer.graph.hidden.first_address import groups_by_first_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "OS::Neutron::FloatingIPPortForward"
WORDS = "port forwarding waits for the router interface on its port's subnet, since only then is there a way"


def groups(look: Look) -> Iterator[Group]:
    """Those of this type with the interfaces on the subnet of their port's first address."""
    return groups_by_first_address(look, TYPE, WORDS)
