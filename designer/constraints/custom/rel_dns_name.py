"""`rel_dns_name`: a DNS name that is not fully qualified, with room for a domain."""

from __future__ import annotations

from designer.constraints.custom import dns_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if not value:
        return None
    if not isinstance(value, str):
        return "is not a DNS name"
    if value.endswith("."):
        return "must not end with a dot: it is a name inside a domain"
    if len(value) > dns_name.NAME_LENGTH - 3:
        return f"leaves no room for a domain: with one it is longer than {dns_name.NAME_LENGTH} characters"
    return dns_name.check(value)
