"""A parameter, condition, output or resource once more, or several of a kind with the references among them."""

from __future__ import annotations

from designer.edit.intents.duplicate_resource import duplication

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.intent import Intent
    from designer.edit.subject import Subject

FIELDS = {"section": "section", "name": "name?", "names": "names?", "to": "name?", "after": "name?"}


def intend(subject: Subject, section: str, name: str | None, names: list[str] | None, to: str | None,
           after: str | None) -> Intent:
    """Behind the last of them where no place is asked for, and with names of their own."""
    return duplication(subject, section, name, names, to, after)
