"""IP addresses and networks, in the forms that Heat takes: those of netaddr as neutron_lib narrows them.

Written out here because `socket` and `ipaddress` cost more to import than a whole small template to check.
"""

from __future__ import annotations

WIDTH = {4: 32, 6: 128}
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def parse_address(text: object) -> tuple[int, int] | None:
    """The version and number of an IP address, None where Heat takes it for none.

    An IPv4 address has four decimal parts without leading zeros; blanks are refused.
    """
    if not isinstance(text, str) or _has_blank(text):
        return None
    if ":" in text:
        number = _ipv6(text)
        return None if number is None else (6, number)
    number = _ipv4(text)
    return None if number is None else (4, number)


def parse_network(text: object) -> tuple[int, int, int] | None:
    """The version, address and prefix length of a network `address/prefix`, None where Heat takes it for none.

    The address may have host bits. An IPv6 prefix may also be a netmask or hostmask, as netaddr reads it.
    """
    if not isinstance(text, str) or _has_blank(text) or "/" not in text:
        return None
    address, _, prefix = text.partition("/")
    if ":" not in address:
        number = _ipv4(address)
        if number is None or not prefix.isascii() or not prefix.isdigit() or str(int(prefix[:9])) != prefix:
            return None
        return (4, number, int(prefix)) if int(prefix) <= 32 else None
    number = _ipv6(address)
    if number is None:
        return None
    try:
        length: int | None = int(prefix)
    except ValueError:
        length = _mask_length(prefix)
    if length is None or not 0 <= length <= 128:
        return None
    return 6, number, length


def is_address_loosely(text: str) -> bool:
    """Whether oslo_utils.netutils takes a text for an IP address: short and octal IPv4 forms, IPv6 with a scope."""
    if ":" in text:
        address, percent, scope = text.rpartition("%")
        return _ipv6(address if percent else text) is not None and (not percent or 1 <= len(scope) <= 15)
    # what stands behind a blank is overlooked
    parts = text.split(None, 1)[0].split(".") if text and not text[0].isspace() else []
    if not 1 <= len(parts) <= 4:
        return False
    numbers = [_c_number(part) for part in parts]
    if None in numbers:
        return False
    *heads, last = [number or 0 for number in numbers]
    return all(number < 256 for number in heads) and last < 256 ** (5 - len(parts))


def _c_number(text: str) -> int | None:
    lowered = text.lower()
    base = 16 if lowered.startswith("0x") else 8 if lowered.startswith("0") else 10
    if not text or not text.isascii() or not text.isalnum():
        return None
    try:
        return int(lowered, base)
    except ValueError:
        return None


def first_address(network: tuple[int, int, int]) -> int:
    """The number of a network's first address."""
    version, number, length = network
    host = WIDTH[version] - length
    return number >> host << host


def last_address(network: tuple[int, int, int]) -> int:
    """The number of a network's last address."""
    version, _, length = network
    return first_address(network) | ((1 << (WIDTH[version] - length)) - 1)


def _has_blank(text: str) -> bool:
    return any(sign.isspace() for sign in text)


def _ipv4(text: str) -> int | None:
    parts = text.split(".")
    if len(parts) != 4:
        return None
    number = 0
    for part in parts:
        if not part.isascii() or not part.isdigit() or len(part) > 3 or (part[0] == "0" and part != "0"):
            return None
        octet = int(part)
        if octet > 255:
            return None
        number = number << 8 | octet
    return number


def _ipv6(text: str) -> int | None:
    head, gap, tail = text.partition("::")
    if gap and (tail.startswith(":") or "::" in tail):
        return None
    before = _groups(head, not gap)
    after = _groups(tail, True)
    if before is None or after is None:
        return None
    missing = 8 - len(before) - len(after)
    if (missing < 1) if gap else (missing != 0):
        return None
    number = 0
    for group in before + [0] * missing + after:
        number = number << 16 | group
    return number


def _groups(text: str, last: bool) -> list[int] | None:
    if not text:
        return []
    found: list[int] = []
    parts = text.split(":")
    for index, part in enumerate(parts):
        if "." in part:
            number = _ipv4(part) if last and index == len(parts) - 1 else None
            if number is None:
                return None
            found += [number >> 16, number & 0xFFFF]
        elif 1 <= len(part) <= 4 and _HEXADECIMAL.issuperset(part):
            found.append(int(part, 16))
        else:
            return None
    return found


def _mask_length(text: str) -> int | None:
    number = _ipv6(text) if ":" in text else None
    if number is None:
        return None
    every = (1 << 128) - 1
    inverted = (number ^ every) + 1
    if inverted & (inverted - 1) == 0:
        return 129 - inverted.bit_length()
    if (number + 1) & number == 0:
        return 128 - number.bit_length()
    return None
