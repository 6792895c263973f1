"""AWS::AutoScaling::AutoScalingGroup: sizes, subnet, and what it launches."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true
from designer.validate.resources.group_sizes import check_sizes
from designer.validate.resources.launch_configurations import check_launch_configuration, check_pause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    check_sizes(subject, "MinSize", "MaxSize", "DesiredCapacity")
    zones = properties["VPCZoneIdentifier"]
    if isinstance(zones, list) and len(zones) > 1:
        subject.fault("HOT507", "VPCZoneIdentifier", rule="`VPCZoneIdentifier` may hold one subnet only")
    instance, launch = properties["InstanceId"], properties["LaunchConfigurationName"]
    if is_true(instance) and is_true(launch):
        subject.exclusive("InstanceId", "LaunchConfigurationName")
    elif is_false(instance) and is_false(launch):
        subject.one_needed("InstanceId", "LaunchConfigurationName")
    check_launch_configuration(subject)
    check_pause(subject, "AutoScalingRollingUpdate")
