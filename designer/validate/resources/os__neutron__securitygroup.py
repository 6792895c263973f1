"""OS::Neutron::SecurityGroup: the name that is taken."""

from __future__ import annotations

from designer.validate.resources.certain import is_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    if is_one(subject.properties["name"], "default"):
        subject.fault("HOT516", "name", value="default", what="each project has a security group of that name already")
