"""A parameter group once more, with parameters of its own."""

from __future__ import annotations

from designer.edit.fragment import GROUPS, fragment_of
from designer.edit.groups import members_of
from designer.edit.intent import Intent
from designer.edit.intents.paste import free_name, pasted
from designer.edit.refused import Refused
from designer.syntax import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"group": "index"}


def intend(subject: Subject, group: int) -> Intent:
    """Behind it, as a parameter is in one group alone; its parameters are doubled too, behind the last of them.

    `group` is its place among the groups, counted from 0. Refused where it has no parameters.
    """
    members = set(members_of(subject, str(group)))
    section = subject.section("parameters")
    names = [name for name in section.index if name in members] if section is not None else []
    if not names:
        raise Refused("the parameter group has no parameters")
    taken: set[str] = set()
    wanted: dict[tuple[str, str], str] = {}
    for name in names:
        wanted["parameters", name] = free_name(name, section.index if section is not None else (), taken)
        taken.add(wanted["parameters", name])
    document = read(fragment_of(subject, {GROUPS: [str(group)], "parameters": names}))
    return pasted(subject, document, {GROUPS: ["0"], "parameters": names}, names[-1], wanted, "Duplicate as", group)
