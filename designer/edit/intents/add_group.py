"""A new parameter group."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.intents.group import leave
from designer.edit.placing import set_at
from designer.edit.refused import Refused
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.subject import Subject

FIELDS = {"label": "text", "parameters": "names", "description": "text?", "position": "index?"}


def intend(subject: Subject, label: str, parameters: list[str], description: str | None,
           position: int | None) -> Intent:
    """Behind the others where no place is asked for; its parameters leave the groups that they were in.

    Heat wants no group without parameters. Refused where there is a group of that label already.
    """
    names = list(dict.fromkeys(parameters))
    for name in names:
        subject.entry("parameters", name)
    groups = subject.node(("parameter_groups",))
    count = len(groups.items) if isinstance(groups, Sequence) else 0
    if isinstance(groups, Sequence):
        for each in groups.items:
            there = each.index.get("label") if isinstance(each, Mapping) else None
            if isinstance(there, Scalar) and there.value == label:
                raise Refused(f"there is a parameter group {label} already")
    elif groups is not None and not (isinstance(groups, Scalar) and groups.value is None):
        raise Refused("parameter_groups is no list")
    value: dict[str, Any] = {"label": label}
    if description is not None:
        value["description"] = description
    value["parameters"] = names
    change = Change()
    place = count if position is None else min(position, count)
    if count:
        change.insert(("parameter_groups",), Insertion(place - 1 if place else FIRST, None, value))
    else:
        set_at(subject, change, ("parameter_groups", 0), value)
    for name in names:
        leave(subject, change, name)
    return Intent(change, f"Add the parameter group {label}", ("parameter_groups",))
