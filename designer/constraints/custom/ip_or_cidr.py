"""`ip_or_cidr`: an IP address, or a network where there is a slash."""

from __future__ import annotations

from designer.constraints.addresses import parse_address, parse_network

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if isinstance(value, str) and (parse_network if "/" in value else parse_address)(value) is not None:
        return None
    return "is neither an IP address nor a network in CIDR notation"
