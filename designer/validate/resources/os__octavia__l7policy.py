"""OS::Octavia::L7Policy: what each action needs."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_missing, is_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_NEEDED = {"REDIRECT_TO_POOL": "redirect_pool", "REDIRECT_TO_URL": "redirect_url"}


def check(subject: Subject) -> None:
    properties = subject.properties
    action = properties["action"]
    if not is_one(action, "REJECT", *_NEEDED):
        return
    needed = _NEEDED.get(action)
    for name in _NEEDED.values():
        if name != needed and is_given(properties[name]):
            subject.barred(name, "action", action)
    if needed is not None and is_missing(properties[needed]):
        subject.needed_for(needed, "action", action)
