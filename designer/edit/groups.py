"""Parameter groups: which parameters are in them, and what they are called."""

from __future__ import annotations

from designer.edit.fragment import GROUPS, group_in
from designer.edit.refused import Refused
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.edit.change import Change
    from designer.edit.fragment import Entry
    from designer.edit.subject import Subject
    from designer.syntax import Document, Node


def members_of(subject: Subject, place: str) -> list[str]:
    """The parameters of a group that there are. Raises Refused where there is no such group."""
    groups = subject.node((GROUPS,))
    if not isinstance(groups, Sequence) or not place.isdecimal() or int(place) >= len(groups.items):
        raise Refused(f"there is no parameter group number {place}")
    return [name for name in _names(groups.items[int(place)]) if subject.has("parameters", name)]


def grouped(subject: Subject) -> set[str]:
    """The parameters that are in a group."""
    groups = subject.node((GROUPS,))
    return {name for group in groups.items for name in _names(group)} if isinstance(groups, Sequence) else set()


def prepare(subject: Subject, fragment: Subject, change: Change, places: Iterable[int],
            put: dict[str, str]) -> list[int]:
    """Make the groups of a fragment fit for a template: the changes of the fragment, and the groups that are left.

    `put` are the parameters of the fragment that are put in, and what they are called there. What is in no group of the
    template yet joins; a label that is taken gets a number.
    """
    groups = fragment.node((GROUPS,))
    assert isinstance(groups, Sequence)
    taken = grouped(subject)
    labels = _labels(subject)
    left = []
    for place in places:
        group = groups.items[place]
        names = group.index.get("parameters") if isinstance(group, Mapping) else None
        stay = 0
        for at, item in enumerate(names.items if isinstance(names, Sequence) else ()):
            name = item.value if isinstance(item, Scalar) else None
            if isinstance(name, str) and (name in put or (subject.has("parameters", name) and name not in taken)):
                taken.add(put.get(name, name))
                stay += 1
            else:
                change.remove((GROUPS, place, "parameters", at))
        if not stay:
            continue
        left.append(place)
        label = group.index.get("label") if isinstance(group, Mapping) else None
        if isinstance(label, Scalar) and isinstance(label.value, str):
            new, count = label.value, 1
            while new in labels:
                count += 1
                new = f"{label.value} {count}"
            labels.add(new)
            if new != label.value:
                change.set((GROUPS, place, "label"), new)
    return left


def groups_in(document: Document, places: Iterable[int]) -> list[Entry]:
    """Groups of a fragment as they are to be put in."""
    return [group_in(document, place) for place in places]


def _labels(subject: Subject) -> set[str]:
    groups = subject.node((GROUPS,))
    found = set()
    for group in groups.items if isinstance(groups, Sequence) else ():
        label = group.index.get("label") if isinstance(group, Mapping) else None
        if isinstance(label, Scalar) and isinstance(label.value, str):
            found.add(label.value)
    return found


def _names(group: Node) -> list[str]:
    names = group.index.get("parameters") if isinstance(group, Mapping) else None
    return [each.value for each in names.items if isinstance(each, Scalar) and isinstance(each.value, str)] \
        if isinstance(names, Sequence) else []
