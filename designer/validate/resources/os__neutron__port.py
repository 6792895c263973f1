"""OS::Neutron::Port: fixed addresses, or none at all."""

from __future__ import annotations

from designer.validate.resources.certain import is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    if is_true(properties["fixed_ips"]) and is_true(properties["no_fixed_ips"]):
        subject.exclusive("fixed_ips", "no_fixed_ips")
