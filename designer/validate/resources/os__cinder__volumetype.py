"""OS::Cinder::VolumeType: projects are for types that are not public."""

from __future__ import annotations

from designer.validate.resources.certain import is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    if is_true(subject.properties["projects"]) and is_true(subject.properties["is_public"]):
        subject.barred("projects", "is_public", True)
