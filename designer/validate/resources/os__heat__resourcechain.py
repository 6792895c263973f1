"""OS::Heat::ResourceChain: each of its resources is named by a type."""

from __future__ import annotations

from designer.validate.resources.group_members import check_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    types = subject.properties["resources"]
    for index, kind in enumerate(types if isinstance(types, list) else ()):
        check_type(subject, kind, "resources", index)
