"""A value at any path."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import set_at, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"path": "path", "value": "value"}


def intend(subject: Subject, path: list[str | int], value: Any) -> Intent:
    """Put a value in the place of what is there, or where nothing is; maps and lists on the way are made."""
    change = Change()
    set_at(subject, change, tuple(path), value)
    return Intent(change, f"Set {shown(tuple(path))}", tuple(path))
