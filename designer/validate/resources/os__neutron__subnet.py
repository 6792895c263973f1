"""OS::Neutron::Subnet: where its addresses come from, IPv6 modes, and the gateway."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_NO_ADDRESS = ("~", "", "auto")


def check(subject: Subject) -> None:
    properties = subject.properties
    pool, cidr, length = (properties[name] for name in ("subnetpool", "cidr", "prefixlen"))
    if is_given(pool) and is_true(cidr):
        subject.exclusive("subnetpool", "cidr")
    elif is_missing(pool) and is_false(cidr):
        subject.one_needed("subnetpool", "cidr")
    if is_true(length) and is_true(cidr):
        subject.exclusive("cidr", "prefixlen")
    _check_modes(subject)
    gateway = properties["gateway_ip"]
    if isinstance(gateway, str) and gateway not in _NO_ADDRESS:
        from designer.constraints.addresses import is_address_loosely

        if not is_address_loosely(gateway):
            subject.fault("HOT512", "gateway_ip", value=gateway, wanted="an IP address")


def _check_modes(subject: Subject) -> None:
    properties = subject.properties
    names = ("ipv6_ra_mode", "ipv6_address_mode")
    ra_mode, address_mode = (properties[name] for name in names)
    if is_one(properties["ip_version"], 4):
        for name in names:
            if is_true(properties[name]):
                subject.barred(name, "ip_version", 4)
    if is_true(ra_mode) and is_true(address_mode) and ra_mode != address_mode:
        subject.fault("HOT507", "ipv6_address_mode",
                      rule=f"`ipv6_address_mode` ({address_mode}) must be the same as `ipv6_ra_mode` ({ra_mode})")
