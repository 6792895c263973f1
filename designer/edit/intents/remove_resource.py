"""A resource that goes, or several at once."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.refused import Refused
from designer.edit.removal import remove_entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"name": "name?", "names": "names?", "cascade": "flag?"}


def intend(subject: Subject, name: str | None, names: list[str] | None, cascade: bool | None) -> Intent:
    """Take resources out; what refers to them goes too with `cascade`, else Refused says what does."""
    return removal(subject, "resources", name, names, cascade)


def removal(subject: Subject, section: str, name: str | None, names: list[str] | None,
            cascade: bool | None) -> Intent:
    """Take entries of a section out."""
    if (name is None) == (names is None):
        raise Refused("say what to remove: a name, or names")
    every = names if names is not None else [str(name)]
    change = Change()
    lost = remove_entries(subject, change, section, every, bool(cascade))
    words = every[0] if len(every) == 1 else f"{every[0]} and {len(every) - 1} more"
    notes = [f"what referred to it went too: {', '.join(lost)}"] if lost else []
    return Intent(change, f"Remove {words}", (section,), notes)
