"""OS::Neutron::SecurityGroupRule: whom it is about, and which ports."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds, is_given, is_none_of, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    if is_given(properties["remote_group"]) and is_given(properties["remote_ip_prefix"]):
        subject.exclusive("remote_group", "remote_ip_prefix")
    first, last = properties["port_range_min"], properties["port_range_max"]
    if exceeds(first, last) and is_none_of(properties["protocol"], "icmp", "icmpv6", "ipv6-icmp"):
        subject.fault("HOT507", "port_range_min",
                      rule=f"`port_range_min` ({told(first)}) must not be greater than `port_range_max` ({told(last)})")
