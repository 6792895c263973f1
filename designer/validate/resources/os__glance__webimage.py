"""OS::Glance::WebImage: formats that go together, and members."""

from __future__ import annotations

from designer.validate.resources.certain import is_none_of, is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_AMAZON = ("ami", "ari", "aki")


def check(subject: Subject) -> None:
    properties = subject.properties
    container, disk = properties["container_format"], properties["disk_format"]
    if is_one(container, *_AMAZON) and is_none_of(disk, container):
        subject.fault("HOT507", "disk_format",
                      rule=f"`disk_format` ({disk}) must be the same as `container_format` ({container})")
    if is_true(properties["members"]) and is_none_of(properties["visibility"], "shared"):
        subject.fault("HOT506", "members", name="members", other="visibility", value="shared", inside=())
