"""OS::Octavia::L7Rule: headers and cookies have a key."""

from __future__ import annotations

from designer.validate.resources.certain import is_missing, is_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    kind = subject.properties["type"]
    if is_one(kind, "HEADER", "COOKIE") and is_missing(subject.properties["key"]):
        subject.needed_for("key", "type", kind)
