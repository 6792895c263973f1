"""OS::Neutron::FloatingIPAssociation waits for the router interfaces on its port's subnet."""

from __future__ import annotations

from designer.graph.hidden.first_address import rules_by_first_address

TYPE = "OS::Neutron::FloatingIPAssociation"
WORDS = "an association waits for the router interface on its port's subnet, since only then can the address be reached"

# Those of this type with the interfaces on the subnet of their port's first address.
RULES = rules_by_first_address(TYPE, WORDS)
