"""An entry of a map or an item of a list that takes another place among its neighbours."""

from __future__ import annotations

from designer.edit.change import FIRST, Change, Insertion
from designer.edit.intent import Intent
from designer.edit.placing import beside, shown
from designer.edit.refused import Refused
from designer.syntax import Mapping, Sequence
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.change import Missing, Step
    from designer.edit.subject import Subject

FIELDS = {"path": "path", "to": "index?", "after": "name?", "before": "name?"}


def intend(subject: Subject, path: list[str | int], to: int | None, after: str | None, before: str | None) -> Intent:
    """`to` is the place that it has afterwards, counted from 0; of a map's entry `after` or `before` may say it too."""
    steps = tuple(path)
    node, last = subject.node(steps), steps[-1]
    holder = subject.node(steps[:-1])
    if node is None or not isinstance(holder, (Mapping, Sequence)):
        raise Refused(f"there is no {shown(steps)}")
    every: list[Step] = list(holder.index) if isinstance(holder, Mapping) else list(range(len(holder.items)))
    at = every.index(last)
    behind: Step | Missing
    if to is not None:
        if to >= len(every):
            raise Refused(f"{shown(steps[:-1])} has {counted(len(every), 'place')} and no number {to}")
        behind = FIRST if to == 0 else every[to if to > at else to - 1]
    elif isinstance(holder, Mapping):
        behind = beside(holder, after, before)
    else:
        raise Refused("say where to move it to")
    change = Change()
    description = f"Move {shown(steps)}"
    if behind != last and behind != (every[at - 1] if at else FIRST):
        change.remove(steps)
        change.insert(steps[:-1], Insertion(behind, last if isinstance(last, str) else None, node.plain(), source=last))
    focus = steps[:-1] if isinstance(last, int) else steps
    return Intent(change, description, focus)
