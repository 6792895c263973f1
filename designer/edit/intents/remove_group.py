"""A parameter group that goes; its parameters stay, in no group."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import prune_at
from designer.edit.refused import Refused
from designer.syntax import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"group": "index"}


def intend(subject: Subject, group: int) -> Intent:
    """`group` is its place among the groups, counted from 0. Refused where there is none."""
    groups = subject.node(("parameter_groups",))
    if not isinstance(groups, Sequence) or group >= len(groups.items):
        raise Refused(f"there is no parameter group number {group}")
    node = groups.items[group]
    label = node.index.get("label") if isinstance(node, Mapping) else None
    change = Change()
    prune_at(subject, change, ("parameter_groups", group), 1)
    words = f" {label.plain()}" if label is not None else ""
    return Intent(change, f"Remove the parameter group{words}", ("parameter_groups",))
