"""A value at any path that goes."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import remove_at, shown
from designer.edit.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"path": "path"}


def intend(subject: Subject, path: list[str | int]) -> Intent:
    """Take an entry or item out; a map or list left empty goes too where that means the same, else it stays empty."""
    steps = tuple(path)
    if subject.node(steps) is None:
        raise Refused(f"there is no {shown(steps)}")
    change = Change()
    remove_at(subject, change, steps)
    return Intent(change, f"Remove {shown(steps)}", steps[:-1])
