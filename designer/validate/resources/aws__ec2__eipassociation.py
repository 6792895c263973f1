"""AWS::EC2::EIPAssociation: an address, and what it is for."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    address, allocation = properties["EIP"], properties["AllocationId"]
    instance, interface = properties["InstanceId"], properties["NetworkInterfaceId"]
    if is_true(address) and is_true(allocation):
        subject.exclusive("EIP", "AllocationId")
    elif is_false(address) and is_false(allocation):
        subject.one_needed("EIP", "AllocationId")
    if is_true(address) and is_false(instance):
        subject.needs("EIP", "InstanceId")
    elif is_false(instance) and is_false(interface):
        subject.one_needed("InstanceId", "NetworkInterfaceId")
