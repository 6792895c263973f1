"""`ip_addr`: an IPv4 or IPv6 address."""

from __future__ import annotations

from designer.constraints.addresses import parse_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    return None if parse_address(value) is not None else "is not an IP address"
