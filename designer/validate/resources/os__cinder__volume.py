"""OS::Cinder::Volume: what it is made from, and its size."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_missing, is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_SOURCES = ("snapshot_id", "source_volid", "image")
_SIZED = ("snapshot_id", "source_volid")


def check(subject: Subject) -> None:
    properties = subject.properties
    if not is_false(properties["backup_id"]):
        return
    given = [name for name in _SOURCES if is_true(properties[name])]
    size = properties["size"]
    if len(given) > 1 and not is_one(size, 0):
        # with a size and without: it may not be zero, if there is one
        subject.exclusive(*given)
    elif is_missing(size) and all(is_false(properties[name]) for name in _SIZED):
        subject.one_needed("size", "backup_id", *_SIZED)
