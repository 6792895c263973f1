"""AWS::EC2::Instance: security groups or interfaces, and its block devices."""

from __future__ import annotations

from designer.validate.resources import block_devices
from designer.validate.resources.certain import is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    for name in ("SecurityGroups", "SecurityGroupIds"):
        if is_true(properties[name]) and is_true(properties["NetworkInterfaces"]):
            subject.exclusive(name, "NetworkInterfaces")
    block_devices.check(subject)
