"""OS::Manila::ShareNetwork: a network with its subnet."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    if is_true(properties["nova_network"]):
        subject.fault("HOT517", "nova_network", name="nova_network", reason="Nova has no networks of its own any more")
    if is_true(properties["neutron_network"]) and is_false(properties["neutron_subnet"]):
        subject.needs("neutron_network", "neutron_subnet")
