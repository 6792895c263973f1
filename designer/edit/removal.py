"""Taking entries out together with what refers to them."""

from __future__ import annotations

from designer.edit.placing import prune_at, remove_at, shown
from designer.edit.references import DEPENDS_ON, GROUP, uses_of
from designer.edit.refused import Refused
from designer.edit.subject import one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.change import Change, Path
    from designer.edit.references import Use
    from designer.edit.subject import Subject


def remove_entries(subject: Subject, change: Change, section: str, names: list[str], cascade: bool) -> list[str]:
    """Take entries out. What refers to them goes too with `cascade`, else Refused says what does.

    A parameter's place in a group always goes with it. Yields what else went, in words.
    """
    waiting = [(section, name) for name in dict.fromkeys(names)]
    gone = set(waiting)
    for name in names:
        subject.entry(section, name)
    lost: list[str] = []
    found: list[tuple[Use, Path]] = []
    while waiting:
        where, name = waiting.pop()
        for use in uses_of(subject, where, name):
            path = _goes_with(subject, use)
            if use.kind != GROUP and not cascade and use.owner not in gone:
                found.append((use, path))
                continue
            if len(path) == 2 and path not in gone:
                gone.add((str(path[0]), str(path[1])))
                waiting.append((str(path[0]), str(path[1])))
            if use.kind != GROUP and (use.owner not in gone or len(path) == 2):
                lost.append(shown(path))
            found.append((use, path))
    blocking = [use for use, _ in found if use.owner not in gone and use.kind != GROUP]
    if blocking and not cascade:
        raise Refused(_who(subject, blocking, names, section), blocking)
    for where, name in gone:
        remove_at(subject, change, (where, name))
    for use, path in found:
        if len(path) > 2 and not change.covered(path):
            prune_at(subject, change, path, 3)
            if use.kind == GROUP and change.covered(path[:3]):
                prune_at(subject, change, path[:2], 1)  # Heat wants no group without parameters
    return sorted(set(lost) - {shown(entry) for entry in gone if entry[1] in names and entry[0] == section})


def _goes_with(subject: Subject, use: Use) -> Path:
    """What has to go where a name does: the whole value it is a part of; of an output, all of it."""
    if use.kind in (DEPENDS_ON, GROUP):
        return use.path
    holder = use.holder(subject.template.effective_version)
    if holder[0] == "conditions" or (holder[0] == "outputs" and holder[2:3] == ("value",)):
        return holder[:2]
    return holder


def _who(subject: Subject, uses: list[Use], names: list[str], section: str) -> str:
    """What stands in the way, in one line."""
    text = []
    for use in uses[:3]:
        line = subject.document.lines.position(use.place.start)[0]
        text.append(f"{shown(use.holder(subject.template.effective_version))} (line {line})")
    more = f" and {len(uses) - 3} more" if len(uses) > 3 else ""
    what = f"the {one(section)} {names[0]}" if len(names) == 1 else f"{len(names)} {section}"
    return f"{what} cannot be removed: {', '.join(text)}{more} refer{'s' if len(uses) == 1 else ''} to it"
