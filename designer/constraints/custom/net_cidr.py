"""`net_cidr`: a network in CIDR notation."""

from __future__ import annotations

from designer.constraints.addresses import parse_network

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    return None if parse_network(value) is not None else "is not a network in CIDR notation, such as 192.0.2.0/24"
