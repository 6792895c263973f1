"""Another label for a parameter group."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.refused import Refused
from designer.syntax import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"group": "index", "to": "text"}


def intend(subject: Subject, group: int, to: str) -> Intent:
    """`group` is its place among the groups, counted from 0. Refused where there is none."""
    path = ("parameter_groups", group, "label")
    groups = subject.node(path[:1])
    node = groups.items[group] if isinstance(groups, Sequence) and group < len(groups.items) else None
    if not isinstance(node, Mapping):
        raise Refused(f"there is no parameter group number {group}")
    change = Change()
    if "label" in node.index:
        change.set(path, to)
    else:
        change.insert(path[:2], Insertion(FIRST, "label", to))
    return Intent(change, f"Name the parameter group {to}", path)
