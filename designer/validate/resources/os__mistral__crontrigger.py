"""OS::Mistral::CronTrigger: when it fires."""

from __future__ import annotations

from designer.validate.resources.certain import is_false

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    if is_false(subject.properties["pattern"]) and is_false(subject.properties["first_time"]):
        subject.one_needed("pattern", "first_time")
