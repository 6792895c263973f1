"""A resource once more, or several of them with the references among them."""

from __future__ import annotations

from designer.edit.fragment import fragment_of
from designer.edit.intent import Intent
from designer.edit.intents.paste import free_name, pasted
from designer.edit.intents.rename import check_free
from designer.edit.refused import Refused
from designer.syntax import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"name": "name?", "names": "names?", "to": "name?", "after": "name?"}


def intend(subject: Subject, name: str | None, names: list[str] | None, to: str | None, after: str | None) -> Intent:
    """Behind the last of them where no place is asked for, and with names of their own."""
    return duplication(subject, "resources", name, names, to, after)


def duplication(subject: Subject, section: str, name: str | None, names: list[str] | None, to: str | None,
                after: str | None) -> Intent:
    """Entries of a section once more."""
    if (name is None) == (names is None):
        raise Refused("say what to duplicate: a name, or names")
    every = list(dict.fromkeys(names)) if names is not None else [str(name)]
    if to is not None and len(every) > 1:
        raise Refused(f"several {section} cannot have one name")
    found = subject.section(section)
    for each in every:
        subject.entry(section, each)
    taken: set[str] = set()
    there = found.index if found is not None else {}
    wanted: dict[tuple[str, str], str] = {}
    for each in every:
        if to is not None:
            check_free(subject, section, to)
        wanted[section, each] = to if to is not None else free_name(each, there, taken)
        taken.add(wanted[section, each])
    order = [each for each in there if (section, each) in wanted] if len(every) > 1 else every
    document = read(fragment_of(subject, {section: order}))
    return pasted(subject, document, {section: order}, after or order[-1], wanted, "Duplicate as")
