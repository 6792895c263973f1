"""OS::Octavia::Pool: what it belongs to, and its session persistence."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_missing, is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    if is_missing(properties["listener"]) and is_missing(properties["loadbalancer"]):
        subject.one_needed("listener", "loadbalancer")
    persistence = properties["session_persistence"]
    if isinstance(persistence, dict):
        kind, cookie = persistence["type"], persistence["cookie_name"]
        inside = ("session_persistence",)
        if is_one(kind, "APP_COOKIE") and is_false(cookie):
            subject.needed_for("cookie_name", "type", kind, inside)
        elif is_one(kind, "SOURCE_IP") and is_true(cookie):
            subject.barred("cookie_name", "type", kind, inside)
