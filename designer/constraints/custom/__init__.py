"""Custom constraints by name: those that the text alone decides, one file each, loaded when used.

A file has `check(value) -> str | None`: why Heat refuses the value, as a phrase that follows it. Constraints that
need a cloud are decided by nobody here: they name the entity that a value must be (`catalog.constraint_entity`).
Source: heat.engine.constraint.common_constraints and the entry points `heat.constraints` of openstack-heat 27.0.1.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

LOCAL = frozenset((
    "cron_expression", "dns_domain", "dns_name", "expiration", "ip_addr", "ip_or_cidr", "iso_8601", "json_string",
    "mac_addr", "net_cidr", "rel_dns_name", "timezone",
))
"""The constraints that need no cloud."""

_checks: dict[str, Callable[[Any], str | None]] = {}


def decide(name: object, value: Any) -> str | None:
    """Why a custom constraint refuses a value, None where it takes it or only a cloud can tell."""
    if name not in LOCAL:
        return None
    return checker(str(name))(value)


def checker(name: str) -> Callable[[Any], str | None]:
    """The check of a constraint of LOCAL."""
    check = _checks.get(name)
    if check is None:
        module: Any = __import__(f"{__name__}.{name}", fromlist=["check"])
        check = _checks[name] = module.check
    return check


_SHAPES = {
    "ip_addr": ("[0-9a-fA-F:.]{2,45}", "is not an IP address"),
    "net_cidr": (r"[0-9.]{7,15}/(3[0-2]|[12]?[0-9])|[0-9a-fA-F:.]{2,45}/[0-9a-fA-F:.+_]+",
                 "is not a network in CIDR notation"),
    "ip_or_cidr": ("[0-9a-fA-F:.]{2,45}(/[0-9a-fA-F:.+_]+)?", "is neither an IP address nor a network"),
    "mac_addr": (r"[0-9a-fA-F:.-]{5,17}\n?", "is not a MAC address"),
    "dns_name": (r"[a-z0-9.\n-]*", "is not a DNS name"),
    "rel_dns_name": (r"([a-z0-9.\n-]*[a-z0-9\n])?", "is not a DNS name inside a domain"),
    "dns_domain": (r"([a-z0-9.\n-]*\.)?", "is not a DNS domain that ends with a dot"),
    "iso_8601": (r"[0-9TZ :.,+-]*\n?", "is not an ISO 8601 date and time"),
}


def shape(name: object) -> tuple[str, str] | None:
    """A regular expression that all values of a constraint match, and what to say of one that does not; or None.

    For strings that are known only in part.
    """
    return _SHAPES.get(name) if isinstance(name, str) else None


def exists(name: object) -> bool:
    """Whether Heat has a custom constraint of this name."""
    from designer import catalog

    entity = catalog.constraint_entity(name) if isinstance(name, str) else None
    return entity is not None and entity.constraint
