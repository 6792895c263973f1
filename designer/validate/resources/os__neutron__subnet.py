"""OS::Neutron::Subnet: where its addresses come from, IPv6 modes, and the gateway."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_one, is_true, maps_in

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
    if isinstance(cidr, str) and cidr:
        _check_addresses(subject, cidr)


def _check_addresses(subject: Subject, cidr: str) -> None:
    """What Heat leaves to Neutron: addresses that lie in the subnet."""
    from designer.constraints.addresses import first_address, last_address, parse_address, parse_network

    properties = subject.properties
    network = parse_network(cidr)
    if network is None:
        return
    version = network[0]
    if isinstance(properties["ip_version"], int) and properties["ip_version"] != version:
        subject.fault("HOT507", "ip_version" if "ip_version" in subject.given else "cidr", certain=False,
                      rule=f"`cidr` ({cidr}) is no network of `ip_version` {properties['ip_version']}")
        return
    low, high = first_address(network), last_address(network)
    for index, pool in maps_in(properties["allocation_pools"]):
        start, end = parse_address(pool["start"]), parse_address(pool["end"])
        for name, address in (("start", start), ("end", end)):
            if address is not None and not (address[0] == version and low <= address[1] <= high):
                subject.fault("HOT507", "allocation_pools", index, name, certain=False,
                              rule=f"`{name}` ({pool[name]}) does not lie in the subnet {cidr}")
                break
        else:
            if start is not None and end is not None and start > end:
                subject.fault("HOT507", "allocation_pools", index, "start", certain=False,
                              rule=f"`start` ({pool['start']}) comes after `end` ({pool['end']})")
    gateway = parse_address(properties["gateway_ip"])
    if gateway is None or _is_link_local(gateway):
        return
    if not (gateway[0] == version and low <= gateway[1] <= high):
        subject.fault("HOT507", "gateway_ip", certain=False,
                      rule=f"`gateway_ip` ({properties['gateway_ip']}) does not lie in the subnet {cidr}")


def _is_link_local(address: tuple[int, int]) -> bool:
    # the usual gateway of an IPv6 network is none of its own addresses
    return address[0] == 6 and address[1] >> 118 == 0xFE80 >> 6


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
