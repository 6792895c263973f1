"""OS::Heat::ResourceGroup: its members have a type."""

from __future__ import annotations

from designer.validate.resources.certain import is_false
from designer.validate.resources.group_members import check_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    member = properties["resource_def"]
    # Heat looks at no member of an empty group
    if isinstance(member, dict) and not is_false(properties["count"]):
        check_type(subject, member["type"], "resource_def", "type")
