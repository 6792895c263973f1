"""A text from the clipboard: resources, parameters and their groups, conditions and outputs join the template's own."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.fragment import GROUPS, entries_of, entry_in
from designer.edit.groups import grouped, groups_in, members_of, prepare
from designer.edit.intent import Intent
from designer.edit.intents.rename import refer_to
from designer.edit.meaning import same
from designer.edit.placing import add_entry, set_at
from designer.edit.references import uses_of
from designer.edit.subject import Subject
from designer.edit.textual import text_edits
from designer.edit.verify import verify
from designer.syntax import Mapping, Sequence, read
from designer.text import apply_edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

    from designer.syntax import Document

FIELDS = {"text": "text", "after": "name?"}
SECTIONS = ("parameters", "conditions", "resources", "outputs")


def intend(subject: Subject, text: str, after: str | None) -> Intent:
    """What has the name of something there already gets another, and references among what is pasted follow.

    Of parameters and conditions only those that are missing are put in: a parameter of the same name and type that is
    there already is used, whatever its default, and so is a condition that is there just so. A parameter is in one
    group alone: what a pasted group holds and a group here does too comes once more, under another name.
    """
    document, names = entries_of(text)
    return pasted(subject, document, names, after, {}, "Paste")


def pasted(subject: Subject, document: Document, names: dict[str, list[str]], after: str | None,
           wanted: dict[tuple[str, str], str], verb: str, behind: int | None = None) -> Intent:
    """The entries of a fragment put in; `wanted` says what some are to be called, `behind` where its groups go."""
    renames: dict[tuple[str, str], str] = {}
    fragment = Subject(document)
    taken_twice = {name for place in names.get(GROUPS, ()) for name in members_of(fragment, place)} & grouped(subject)
    for section in SECTIONS:
        if section not in names:
            continue
        there = subject.section(section)
        index = there.index if there is not None else {}
        taken = set(names[section])
        kept = []
        for name in names[section]:
            old = index.get(name)
            if (section, name) in wanted:
                kept.append(name)
                renames[section, name] = wanted[section, name]
                continue
            if old is not None and not (section == "parameters" and name in taken_twice) and _serves(
                    section, old.plain(), _plain(document, section, name)):
                continue
            kept.append(name)
            if old is not None:
                renames[section, name] = free_name(name, index, taken)
                taken.add(renames[section, name])
        names[section] = kept
    ready = Change()
    parameters = {name: renames.get(("parameters", name), name) for name in names.get("parameters", ())}
    groups = prepare(subject, fragment, ready, map(int, names[GROUPS]), parameters) if names.get(GROUPS) else []
    document = _renamed(fragment, renames, ready)
    change = Change()
    put: list[str] = []
    # a place is asked for in the section that it is all about
    main = "resources" if names.get("resources") else next((each for each in SECTIONS if names.get(each)), "")
    for section in SECTIONS:
        for name in names.get(section, ()):
            entry = entry_in(document, section, renames.get((section, name), name))
            add_entry(subject, change, section, entry.name, entry.value, after if section == main else None,
                      lines=entry.lines)
            put.append(entry.name)
    new = [renames.get((main, name), name) for name in names.get(main, ())]
    place = _put_groups(subject, change, [(each.value, each.lines) for each in groups_in(document, groups)], behind)
    if place is not None and "resources" not in names:
        labels = [str(each.value.get("label", "a group")) for each in groups_in(document, groups)]
        return Intent(change, f"{verb} {', '.join(labels)}", (GROUPS, place), _notes(renames, wanted))
    shown = new or put
    words = shown[0] if len(shown) == 1 else f"{shown[0]} and {len(shown) - 1} more" if shown else "nothing new"
    return Intent(change, f"{verb} {words}", (main, new[-1]) if new else (), _notes(renames, wanted))


def _notes(renames: dict[tuple[str, str], str], wanted: Container[tuple[str, str]]) -> list[str]:
    return [f"{old} is called {name} here" for (kind, old), name in renames.items() if (kind, old) not in wanted]


def _put_groups(subject: Subject, change: Change, groups: list[tuple[Any, list[str] | None]],
                behind: int | None) -> int | None:
    """Put parameter groups in, behind the last where no place is asked for; where the last of them stands then."""
    if not groups:
        return None
    there = subject.node((GROUPS,))
    count = len(there.items) if isinstance(there, Sequence) else 0
    if not count:
        set_at(subject, change, (GROUPS,), [value for value, _ in groups])
        return len(groups) - 1
    place = count - 1 if behind is None else behind
    for value, lines in groups:
        change.insert((GROUPS,), Insertion(place if place >= 0 else FIRST, None, value, lines))
    return place + len(groups)


def free_name(name: str, there: Container[str], taken: set[str]) -> str:
    """A name like another one that nothing has yet: server_2, server_3 and so on."""
    stem, sign, number = name.rpartition("_")
    if not (sign and number.isdecimal() and stem and len(number) < 6):
        stem, number = name, "1"
    count = int(number) + 1
    while f"{stem}_{count}" in taken or f"{stem}_{count}" in there:
        count += 1
    return f"{stem}_{count}"


def _serves(section: str, old: Any, new: Any) -> bool:
    """Whether what is there already does for what is pasted under the same name."""
    if section == "parameters" and isinstance(old, dict) and isinstance(new, dict):
        return bool(old.get("type") == new.get("type"))
    return section in ("parameters", "conditions") and same(old, new)


def _plain(document: Document, section: str, name: str) -> object:
    root = document.root
    node = root.index[section] if isinstance(root, Mapping) else None
    return node.index[name].plain() if isinstance(node, Mapping) else None


def _renamed(fragment: Subject, renames: dict[tuple[str, str], str], change: Change) -> Document:
    """A fragment with other names in it, and the references among its entries following them: all in one edit."""
    document = fragment.document
    for (section, old), new in renames.items():
        fragment.entry(section, old)
        change.rename((section, old), new)
        for use in uses_of(fragment, section, old):
            refer_to(fragment, change, use, new)
    edits = text_edits(document, change)
    verify(document, edits, change)
    return read(apply_edits(document.text, edits)) if edits else document
