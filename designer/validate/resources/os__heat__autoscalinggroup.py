"""OS::Heat::AutoScalingGroup: its sizes, and that its members have a type."""

from __future__ import annotations

from designer.validate.resources.group_members import check_type
from designer.validate.resources.group_sizes import check_sizes
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_sizes(subject, "min_size", "max_size", "desired_capacity")
    member = subject.properties["resource"]
    if not isinstance(member, dict):
        return
    if "type" not in member:
        subject.fault("HOT403", "resource", name="type", wanted="String")
    else:
        check_type(subject, member["type"], "resource", "type")
    for section in ("properties", "metadata"):
        value = member.get(section)
        if value is not None and value.__class__ is not Placeholder and not isinstance(value, dict):
            subject.fault("HOT404", "resource", section, expected="Map", value=value)
