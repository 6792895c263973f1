"""A parameter that joins a parameter group, leaves its own, or changes its place there."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.placing import prune_at, set_at
from designer.edit.references import groups_of
from designer.edit.refused import Refused
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"parameter": "name", "label": "text?", "position": "index?"}


def intend(subject: Subject, parameter: str, label: str | None, position: int | None) -> Intent:
    """The group of a label, made where there is none; without a label the parameter is in no group any more."""
    subject.entry("parameters", parameter)
    change = Change()
    old = [use.path for use in groups_of(subject, parameter)]
    groups = subject.node(("parameter_groups",))
    if label is not None:
        at = _find(groups, label)
        inside = ("parameter_groups", at, "parameters")
        names = subject.node(inside)
        if isinstance(names, Sequence) and names.items:
            others = [each for each, item in enumerate(names.items) if (*inside, each) not in old]
            place = len(others) if position is None else min(position, len(others))
            if [each.value if isinstance(each, Scalar) else None for each in names.items] == [
                    *_names(names, others[:place]), parameter, *_names(names, others[place:])]:
                return Intent(change, f"Put {parameter} into {label}", inside)
            here = next((path[3] for path in old if path[:3] == inside), None)
            change.insert(inside, Insertion(others[place - 1] if place else FIRST, None, parameter, source=here))
        elif at < (len(groups.items) if isinstance(groups, Sequence) else 0):
            set_at(subject, change, inside, [parameter])
        else:
            set_at(subject, change, ("parameter_groups", at), {"label": label, "parameters": [parameter]})
    leave(subject, change, parameter)
    words = f"Put {parameter} into {label}" if label is not None else f"Take {parameter} out of its group"
    return Intent(change, words, ("parameter_groups",))


def leave(subject: Subject, change: Change, parameter: str) -> None:
    """Take a parameter out of the groups that it is in; Heat wants no group without parameters."""
    for use in groups_of(subject, parameter):
        prune_at(subject, change, use.path, 3)
        if change.covered(use.path[:3]):
            prune_at(subject, change, use.path[:2], 1)


def _find(groups: object, label: str) -> int:
    """Which group has a label; behind the last where none has."""
    if groups is None or (isinstance(groups, Scalar) and groups.value is None):
        return 0
    if not isinstance(groups, Sequence):
        raise Refused("parameter_groups is no list")
    for at, group in enumerate(groups.items):
        there = group.index.get("label") if isinstance(group, Mapping) else None
        if isinstance(there, Scalar) and there.value == label:
            return at
    return len(groups.items)


def _names(names: Sequence, places: list[int]) -> list[object]:
    return [names.items[each].plain() for each in places]
