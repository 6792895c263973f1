"""OS::Heat::AutoScalingGroup: its sizes, and that its members have a type."""

from __future__ import annotations

from designer.validate.resources.group_sizes import check_sizes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_sizes(subject, "min_size", "max_size", "desired_capacity")
    member = subject.properties["resource"]
    if isinstance(member, dict) and "type" not in member:
        subject.fault("HOT403", "resource", name="type", wanted="String")
