"""OS::Heat::InstanceGroup: what it launches."""

from __future__ import annotations

from designer.validate.resources.launch_configurations import check_launch_configuration, check_pause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    check_launch_configuration(subject)
    check_pause(subject, "RollingUpdate")
