"""OS::Neutron::FloatingIP: a fixed address belongs to a port."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    if is_missing(subject.properties["port_id"]) and is_given(subject.properties["fixed_ip_address"]):
        subject.needs("fixed_ip_address", "port_id")
