"""Another name, for the entry and for everything that refers to it."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.references import uses_of
from designer.edit.refused import Refused
from designer.edit.subject import one
from designer.syntax import Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.references import Use
    from designer.edit.subject import Subject

FIELDS = {"section": "section", "name": "name", "to": "name"}


def intend(subject: Subject, section: str, name: str, to: str) -> Intent:
    """References follow. Refused where the new name is taken, or where a name is computed and so cannot follow."""
    subject.entry(section, name)
    description = f"Rename {name} to {to}"
    change = Change()
    if to != name:
        check_free(subject, section, to)
        change.rename((section, name), to)
        for use in uses_of(subject, section, name):
            refer_to(subject, change, use, to)
    return Intent(change, description, (section, to))


def check_free(subject: Subject, section: str, name: str) -> None:
    """Raises Refused where a name is taken, or is one that Heat gives to something of its own."""
    from designer.parameters.value import PSEUDO_PARAMETERS

    if subject.has(section, name):
        raise Refused(f"there is a {one(section)} {name} already")
    if section == "parameters" and name in PSEUDO_PARAMETERS:
        raise Refused(f"{name} is a parameter that every stack has of itself")


def refer_to(subject: Subject, change: Change, use: Use, name: str) -> None:
    """Make a reference name something else."""
    if not isinstance(use.place, Scalar):
        line = subject.document.lines.position(use.place.start)[0]
        raise Refused(f"line {line} computes the name, so that it cannot follow")
    # get_attr takes a text of one letter for a list of one name
    alone = use.call is not None and use.kind == "get_attr" and use.call.index.get("get_attr") is use.place
    change.set(use.path, name if not alone or len(name) == 1 else [name])
