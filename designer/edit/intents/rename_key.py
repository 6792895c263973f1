"""Another name for an entry of any map, which keeps its place and its comments."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.following import follow_key
from designer.edit.intent import Intent
from designer.edit.intents.rename import intend as rename
from designer.edit.placing import shown
from designer.edit.refused import Refused
from designer.edit.subject import SECTIONS
from designer.syntax import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"path": "path", "to": "text"}


def intend(subject: Subject, path: list[str | int], to: str) -> Intent:
    """Where the key stands for something in a text beside it (`str_replace`, `repeat`, `yaql`), that follows.

    An entry of a section is renamed with every reference to it. Refused where the new name is taken, or where the text
    would mean something else by it.
    """
    steps = tuple(path)
    holder, last = subject.node(steps[:-1]), steps[-1]
    if not isinstance(holder, Mapping) or not isinstance(last, str) or last not in holder.index:
        raise Refused(f"there is no {shown(steps)} in a map")
    if len(steps) == 2 and steps[0] in SECTIONS:
        if not to:
            raise Refused("a name is needed")
        return rename(subject, str(steps[0]), last, to)
    after = (*steps[:-1], to)
    change = Change()
    if to != last:
        if not to:
            raise Refused(f"{shown(steps)} needs a name")
        if to in holder.index:
            raise Refused(f"there is a {shown(after)} already")
        if sum(key.value == last for key, _ in holder.entries) > 1:
            raise Refused(f"{shown(steps)} stands there twice; take one of them out first")
        change.rename(steps, to)
        follow_key(subject, change, steps, to)
    return Intent(change, f"Rename {last} to {to}", after)
