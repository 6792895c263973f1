"""OS::Heat::AutoScalingGroup: its sizes."""

from __future__ import annotations

from designer.validate.resources.group_sizes import check_sizes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_sizes(subject, "min_size", "max_size", "desired_capacity")
