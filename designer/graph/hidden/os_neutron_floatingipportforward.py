"""OS::Neutron::FloatingIPPortForward waits for the router interfaces on its port's subnet."""

from __future__ import annotations

from designer.graph.hidden.first_address import rules_by_first_address

TYPE = "OS::Neutron::FloatingIPPortForward"
WORDS = "port forwarding waits for the router interface on its port's subnet, since only then is there a way"

# Those of this type with the interfaces on the subnet of their port's first address.
RULES = rules_by_first_address(TYPE, WORDS)
