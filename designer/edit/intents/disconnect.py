"""A resource that no longer needs another: every reference to it goes."""

from __future__ import annotations

from designer.edit.change import Change
from designer.edit.intent import Intent
from designer.edit.placing import prune_at, shown
from designer.edit.references import DEPENDS_ON, uses_of
from designer.edit.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.subject import Subject

FIELDS = {"from": "name", "to": "name", "cascade": "flag?"}


def intend(subject: Subject, from_: str, to: str, cascade: bool | None) -> Intent:
    """The properties and the names in `depends_on` that refer to it go, with the maps and lists left empty by that.

    A reference inside another function's arguments is a part of something else: then Refused says where, unless
    `cascade` says that the whole value is to go. Refused where nothing in the text refers to it.
    """
    subject.entry("resources", from_)
    subject.entry("resources", to)
    change = Change()
    version = subject.template.effective_version
    uses = uses_of(subject, "resources", to, ("resources", from_))
    if not uses:
        raise Refused(f"nothing in {from_} names {to}{_hidden(subject, from_, to)}")
    for use in sorted(uses, key=lambda each: each.place.start):
        holder = use.path if use.kind == DEPENDS_ON else use.holder(version)
        if not cascade and use.call is not None and holder != use.path_of(use.call):
            line = subject.document.lines.position(use.place.start)[0]
            raise Refused(f"{shown(holder)} makes use of {to} inside an expression (line {line}); change that first",
                          uses)
        if not change.covered(holder):
            prune_at(subject, change, holder, 3)
    return Intent(change, f"Disconnect {from_} from {to}", ("resources", from_))


def _hidden(subject: Subject, source: str, target: str) -> str:
    graph = subject.analysis.graph if subject.analysis is not None else None
    if graph is not None and graph.pair(source, target) is not None:
        return "; Heat itself makes it wait"
    return ""
