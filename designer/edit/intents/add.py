"""A new parameter, condition, output or resource, given whole."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import add_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"section": "section", "name": "name", "value": "value", "after": "name?", "before": "name?"}


def intend(subject: Subject, section: str, name: str, value: Any, after: str | None, before: str | None) -> Intent:
    """Refused where the name is taken."""
    change = Change()
    add_entry(subject, change, section, name, value, after, before)
    return Intent(change, f"Add {name}", (section, name))
