"""`dns_domain`: a DNS name that ends with a dot."""

from __future__ import annotations

from designer.constraints.custom import dns_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if not value:
        return None
    fault = dns_name.check(value)
    if fault is not None:
        return fault
    return None if value.endswith(".") else "must end with a dot: it is a fully qualified domain"
