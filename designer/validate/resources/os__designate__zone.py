"""OS::Designate::Zone: what each type of zone needs."""

from __future__ import annotations

from designer.syntax import Mapping
from designer.validate.resources.certain import is_false, is_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    node = getattr(subject.values.resource.properties, "index", {}).get("primaries")
    if isinstance(node, Mapping):
        # Heat moves what stands here to `masters` before it works functions out
        subject.fault("HOT404", "primaries", expected="List", value=subject.given.get("primaries"))
    for kind, name in (("PRIMARY", "email"), ("SECONDARY", "masters")):
        if is_one(properties["type"], kind) and is_false(properties[name]):
            subject.needed_for(name, "type", kind)
