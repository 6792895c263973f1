"""AWS::AutoScaling::LaunchConfiguration: what it is made from."""

from __future__ import annotations

from designer.validate.resources import block_devices
from designer.validate.resources.certain import is_false

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    block_devices.check(subject)
    if is_false(properties["InstanceId"]):
        missing = [name for name in ("ImageId", "InstanceType") if is_false(properties[name])]
        for name in missing:
            subject.fault("HOT502", names=("InstanceId", name), inside=())
