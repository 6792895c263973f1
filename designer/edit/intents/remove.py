"""A parameter, condition, output or resource that goes, or several of a kind at once."""

from __future__ import annotations

from designer.edit.intents.remove_resource import removal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.intent import Intent
    from designer.edit.subject import Subject

FIELDS = {"section": "section", "name": "name?", "names": "names?", "cascade": "flag?"}


def intend(subject: Subject, section: str, name: str | None, names: list[str] | None,
           cascade: bool | None) -> Intent:
    """Take entries out; what refers to them goes too with `cascade`, else Refused says what does."""
    return removal(subject, section, name, names, cascade)
