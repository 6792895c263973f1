"""One step of a template: a change asked for against some revision, moved to the present one, and stored whole.

What `take` returns of is in the database. Nothing is stored where it raises.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select, update

from designer.edit.edits import composed, inverse, joined
from designer.text import Edit, apply_edits
from web import encodings
from web.history.database import Store
from web.history.merging import Touching, difference, moved
from web.history.tables import changes, files, places, steps, templates
from web.history.templates import Stored, advanced, found, needed, titled
from web.history.texts import MOST_ARRANGED, Text, packed, remember, unpacked, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Place = tuple[float, float] | None

TYPING = "typing"
ARRANGE = "arrange"
UNDO = "undo"
REDO = "redo"
GO = "go"

# Typing that goes on within so many seconds is one step, for so long altogether.
PAUSE = 2.0
LONGEST_TYPING = 15.0

# A walk along more steps is told as one edit, from where the texts begin to differ to where they end.
MOST_COMPOSED = 100

MOST_CHANGES = 4000
MOST_STEPS = 5000
MOST_STEP_BYTES = 64 * 1024 * 1024
PRUNED_EACH = 100


class Asked:
    """What is asked for: at most one of `edits`, `walk` (undo, redo) and `to` (a step's number), and `places`.

    `edits` mean the text at revision `base`. `renamed` leads from nodes to what the step calls them. `later` are the
    edits that do the same at a later revision, whose number stands before them: they may do more, for what came since.
    """

    __slots__ = ("base", "request", "client", "kind", "title", "edits", "walk", "to", "places", "renamed", "select",
                 "notes", "later")

    def __init__(self, base: int, request: str = "", client: str = "", kind: str = TYPING, title: str = "",
                 edits: Sequence[Edit] = (), walk: str = "", to: int | None = None,
                 places: dict[str, Place] | None = None, renamed: dict[str, str] | None = None,
                 select: str | None = None, notes: Sequence[str] = ()) -> None:
        self.base = base
        self.request = request
        self.client = client
        self.kind = kind
        self.title = title
        self.edits = list(edits)
        self.walk = walk
        self.to = to
        self.places = places or {}
        self.renamed = renamed or {}
        self.select = select
        self.notes = list(notes)
        self.later: tuple[int, list[Edit]] | None = None


class Change:
    """What one revision changed: edits of the text before it, and places as they are after it."""

    __slots__ = ("revision", "edits", "inverse", "places", "client", "request")

    def __init__(self, revision: int, edits: list[Edit], inverse: list[Edit], places: dict[str, Any], client: str,
                 request: str) -> None:
        self.revision = revision
        self.edits = edits
        self.inverse = inverse
        self.places = places
        self.client = client
        self.request = request


class Outcome:
    """How a template stands afterwards, and what happened since the revision that was asked against.

    `before` is the template as it stood before this step, `renamed` what the step calls nodes that were called
    otherwise.
    """

    __slots__ = ("stored", "before", "changes", "title", "select", "notes", "renamed")

    def __init__(self, stored: Stored, before: Stored, changes: list[Change], title: str = "",
                 select: str | None = None, notes: Sequence[str] = (), renamed: dict[str, str] | None = None) -> None:
        self.stored = stored
        self.before = before
        self.changes = changes
        self.title = title
        self.select = select
        self.notes = list(notes)
        self.renamed = renamed or {}


class Behind(Exception):
    """The base is so old, or so unknown, that nobody knows what happened since."""


class Conflict(Exception):
    """The edit touches text that changed since its base: where that stands in the present text."""

    def __init__(self, outcome: Outcome, theirs: list[tuple[int, int]]) -> None:
        super().__init__("both changed the same text")
        self.outcome = outcome
        self.theirs = theirs


class Impossible(Exception):
    """It cannot be done, for a reason that stands in the sentence."""

    def __init__(self, outcome: Outcome, sentence: str) -> None:
        super().__init__(sentence)
        self.outcome = outcome
        self.sentence = sentence


def since(store: Store, id: str, base: int) -> Outcome:
    """What happened to a template since a revision. Raises Behind, and Refusal where there is no such template."""
    with store.reading() as db:
        stored = titled(db, needed(found(store, db, id)))
        return Outcome(stored, stored, _changes(db, stored, base))


def listed(store: Store, id: str, most: int = 500) -> list[Any]:
    """The steps of a template that its history has, the newest first: number, title, kind, at."""
    with store.reading() as db:
        return list(db.execute(select(steps.c.number, steps.c.title, steps.c.kind, steps.c.at).where(
            steps.c.template == id).order_by(steps.c.number.desc()).limit(most)).all())


def text_at(stored: Stored, since: Iterable[Change]) -> str:
    """The text as it was before some changes, all up to the present."""
    text = stored.text
    for change in reversed(list(since)):
        if change.edits or change.inverse:
            text = apply_edits(text, change.inverse)
    return text


def take(store: Store, id: str, asked: Asked, most_bytes: int) -> Outcome:
    """Do what is asked as one step, or find that this very request was done already.

    Raises Conflict, Impossible, Behind; Refusal where there is no such template; DesignerError where edits leave the
    text of their base or overlap.
    """
    with store.writing() as db:
        stored = needed(found(store, db, id, lock=True))
        done = _done(db, stored, asked)
        if done is not None:
            titled(db, stored)
            return done
        earlier = _changes(db, stored, asked.base)
        try:
            outcome = _taken(db, stored, asked, earlier, most_bytes)
        except (Conflict, Impossible):
            titled(db, stored)
            raise
        titled(db, outcome.stored)
    if outcome.stored is not stored:
        remember(store.texts, id, outcome.stored.revision, outcome.stored.file)
        store.listeners.tell(id)
    return outcome


def _taken(db: Connection, stored: Stored, asked: Asked, earlier: list[Change], most_bytes: int) -> Outcome:
    unchanged = Outcome(stored, stored, earlier)
    if asked.walk or asked.to is not None:
        return _walked(db, stored, asked, earlier)
    text = stored.text
    edits, after = _moved(asked, earlier, stored, unchanged)
    put = _new_places(db, stored, asked)
    if not edits and not put:
        return Outcome(stored, stored, earlier, asked.title, asked.select, asked.notes)
    if edits and after.startswith("\ufeff"):
        raise Impossible(unchanged, "A template cannot begin with that character.")
    if not all(encodings.is_writable(edit.text) for edit in edits):
        raise Impossible(unchanged, "There is half a character in that text, which no file can hold.")
    file = stored.file.edited(after, edits, stored.revision + 1 - stored.written) if edits else stored.file
    if len(file.data) > most_bytes:
        raise Impossible(unchanged, f"The template would be larger than {most_bytes / (1024 * 1024):g} MB, the most "
                                    "that a template may have here.")
    back = inverse(edits, text)
    # What was no UTF-8 becomes it by an edit: undoing that gives the very bytes back.
    before = stored.data if edits and not encodings.is_plain(stored.file.encoding) else None
    number = _step(db, stored, asked, edits, back, put, before, text)
    change = Change(stored.revision + 1, edits, back, {node: now for node, (_, now) in put.items()},
                    asked.client, asked.request)
    now = _store(db, stored, asked, change, file, number)
    return Outcome(now, stored, [*earlier, change], asked.title, asked.select, asked.notes, asked.renamed)


def _moved(asked: Asked, earlier: list[Change], stored: Stored, unchanged: Outcome) -> tuple[list[Edit], str]:
    """The edits asked for as edits of the present text, and the text that they make. Raises Conflict."""
    if not asked.edits:
        return [], stored.text
    base = text_at(stored, earlier)
    edits = joined(sorted(asked.edits, key=lambda edit: (edit.start, edit.end)), base)
    after = apply_edits(base, edits)  # raises where they are no edits of it
    if not edits or not any(change.edits for change in earlier):
        return edits, after
    theirs: list[Edit] = []
    for change in earlier:
        theirs = composed(theirs, change.edits, base)
    try:
        found = moved(edits, theirs, base)
        if asked.later is not None and asked.later[0] == stored.revision and all(
                edit in asked.later[1] for edit in found):
            found = asked.later[1]
        return found, apply_edits(stored.text, found)
    except Touching as touching:
        back = inverse(theirs, base)
        met = [(now.start, now.end) for one, now in zip(theirs, back, strict=True) if one in touching.theirs]
        raise Conflict(unchanged, met) from None


def _walked(db: Connection, stored: Stored, asked: Asked, earlier: list[Change]) -> Outcome:
    """Undo, redo, or go to a step."""
    if asked.to is None and any(change.edits and change.client != asked.client for change in earlier):
        raise Impossible(Outcome(stored, stored, earlier),
                         "Somebody else has changed the template just now. Look at it, and do that again.")
    to = asked.to if asked.to is not None else stored.step + (1 if asked.walk == REDO else -1)
    low, high = sorted((stored.step, to))
    rows = db.execute(select(steps).where(steps.c.template == stored.id, steps.c.number > low,
                                          steps.c.number <= high).order_by(steps.c.number)).all()
    if to < 0 or len(rows) != high - low:
        words = {UNDO: "There is nothing to undo.", REDO: "There is nothing to redo."}
        raise Impossible(Outcome(stored, stored, earlier),
                         words.get(asked.walk, "That step is no longer in the history."))
    if not rows:
        return Outcome(stored, stored, earlier)
    back = to < stored.step
    text = stored.text
    edits: list[Edit] = []
    end = text
    after: bytes | None = None
    put: dict[str, tuple[Place, Place]] = {}
    renamed: dict[str, str] = {}
    for row in reversed(rows) if back else rows:
        one = unpacked(row.inverse if back else row.edits)
        end = apply_edits(end, one)
        if len(rows) <= MOST_COMPOSED:
            edits = composed(edits, one, text)
        if one:
            after = bytes(row.before) if back and row.before is not None else None
        for node, (was, now) in json.loads(row.places).items():
            earliest = put[node][0] if node in put else _place(now if back else was)
            put[node] = (earliest, _place(was if back else now))
        for old, new in json.loads(row.renamed).items():
            renamed[new if back else old] = old if back else new
    if len(rows) > MOST_COMPOSED:
        edits = difference(text, end)
    file = stored.file
    if after is not None:
        file = whole(after)
    elif edits:
        file = stored.file.edited(end, edits, stored.revision + 1 - stored.written)
    title = (f"{'Undo' if back else 'Redo'}: {rows[0].title}" if len(rows) == 1 else
             f"{len(rows)} steps {'undone' if back else 'done again'}")
    change = Change(stored.revision + 1, edits, inverse(edits, text), {node: now for node, (_, now) in put.items()},
                    asked.client, asked.request)
    said = Asked(asked.base, asked.request, asked.client, title=title)
    now = _store(db, stored, said, change, file, to)
    return Outcome(now, stored, [*earlier, change], title, None, (), renamed)


def _new_places(db: Connection, stored: Stored, asked: Asked) -> dict[str, tuple[Place, Place]]:
    """Where cards were, and where they shall be, of those that this changes; what is renamed takes its place along."""
    wanted: dict[str, Place] = {}
    nodes = {*asked.places, *asked.renamed, *asked.renamed.values()}
    if not nodes:
        return {}
    held = {node: (x, y) for node, x, y in db.execute(
        select(places.c.node, places.c.x, places.c.y).where(places.c.template == stored.id))}
    for old, new in asked.renamed.items():
        if old in held:
            wanted[old] = None
            wanted[new] = held[old]
    wanted.update(asked.places)
    return {node: (held.get(node), place) for node, place in wanted.items() if held.get(node) != place}


def _step(db: Connection, stored: Stored, asked: Asked, edits: list[Edit], back: list[Edit],
          put: dict[str, tuple[Place, Place]], before: bytes | None, text: str) -> int:
    """Write what undo will walk along; the number of the step."""
    now = time.time()
    if asked.kind == TYPING and not put and before is None:
        last = db.execute(select(steps).where(steps.c.template == stored.id,
                                              steps.c.number == stored.step)).one_or_none()
        if last is not None and _goes_on(last, asked, edits, now):
            start = apply_edits(text, unpacked(last.inverse))
            typed = composed(unpacked(last.edits), edits, start)
            forth, undone = packed(typed), packed(inverse(typed, start))
            db.execute(delete(steps).where(steps.c.template == stored.id, steps.c.number > stored.step))
            db.execute(update(steps).where(steps.c.template == stored.id, steps.c.number == stored.step).values(
                edits=forth, inverse=undone, size=len(forth) + len(undone), at=now))
            return stored.step
    db.execute(delete(steps).where(steps.c.template == stored.id, steps.c.number > stored.step))
    number = stored.step + 1
    forth, undone, placed = packed(edits), packed(back), json.dumps(put)
    db.execute(insert(steps).values(
        template=stored.id, number=number, title=asked.title, kind=asked.kind, client=asked.client, edits=forth,
        inverse=undone, places=placed, renamed=json.dumps(asked.renamed), before=before,
        size=len(forth) + len(undone) + len(placed) + len(before or b""), began=now, at=now))
    return number


def _goes_on(last: Any, asked: Asked, edits: list[Edit], now: float) -> bool:
    """Whether edits go on where the last step was typed."""
    if (last.kind, last.client, last.title) != (asked.kind, asked.client, asked.title) or last.before is not None:
        return False
    if not 0 <= now - last.at <= PAUSE or now - last.began > LONGEST_TYPING:
        return False
    typed = unpacked(last.inverse)  # where what was typed stands now
    return len(edits) == 1 and len(typed) == 1 and edits[0].start <= typed[0].end and edits[0].end >= typed[0].start


def _store(db: Connection, stored: Stored, asked: Asked, change: Change, file: Text, step: int) -> Stored:
    """Write what happened to the template, and the template as it is now."""
    now = time.time()
    answer = {"title": asked.title, "select": asked.select, "notes": asked.notes}
    db.execute(insert(changes).values(
        template=stored.id, revision=change.revision, client=asked.client,
        request=asked.request or f"-{change.revision}", edits=packed(change.edits), inverse=packed(change.inverse),
        places=json.dumps(change.places), answer=json.dumps(answer), at=now))
    values: dict[str, Any] = {"revision": change.revision, "step": step, "changed": now}
    if file is stored.file and not file.whole and change.revision - stored.written > MOST_ARRANGED:
        file = whole(file.data)
    written = stored.written
    if file is not stored.file:
        values |= {"mark": file.mark, "size": len(file.data)}
    if file.whole:
        # what did not change since it was written is not written again, and is of this revision too
        written = values["written"] = change.revision
        if file is not stored.file:
            db.execute(update(files).where(files.c.template == stored.id).values(data=file.data))
    db.execute(update(templates).where(templates.c.id == stored.id).values(values))
    _put_places(db, stored.id, change.places)
    if change.revision % PRUNED_EACH == 0:
        _prune(db, stored.id, change.revision, step)
    return advanced(stored, change.revision, written, step, file, now)


def _put_places(db: Connection, id: str, put: dict[str, Any]) -> None:
    for nodes in _portions(list(put), 500):
        db.execute(delete(places).where(places.c.template == id, places.c.node.in_(nodes)))
    rows = [{"template": id, "node": node, "x": place[0], "y": place[1]} for node, place in put.items()
            if place is not None]
    if rows:
        db.execute(insert(places), rows)


def _prune(db: Connection, id: str, revision: int, step: int) -> None:
    """Let go of changes that nobody is behind any more, and of the oldest steps where they are too many."""
    db.execute(delete(changes).where(changes.c.template == id, changes.c.revision <= revision - MOST_CHANGES))
    weight = 0
    for count, (number, size) in enumerate(db.execute(select(steps.c.number, steps.c.size).where(
            steps.c.template == id, steps.c.number <= step).order_by(steps.c.number.desc())).all()):
        weight += size
        if count >= MOST_STEPS or weight > MOST_STEP_BYTES:
            db.execute(delete(steps).where(steps.c.template == id, steps.c.number <= number))
            return


def _done(db: Connection, stored: Stored, asked: Asked) -> Outcome | None:
    """What was answered to the very same request, where it was done already."""
    if not asked.request:
        return None
    row = db.execute(select(changes.c.answer).where(
        changes.c.template == stored.id, changes.c.request == asked.request)).one_or_none()
    if row is None:
        return None
    earlier = _changes(db, stored, asked.base)
    said = json.loads(row.answer)
    return Outcome(stored, stored, earlier, said["title"], said["select"], said["notes"])


def _changes(db: Connection, stored: Stored, base: int) -> list[Change]:
    """All that happened since a revision, in order. Raises Behind where that is not known."""
    if not 0 <= base <= stored.revision:
        raise Behind
    if base == stored.revision:
        return []
    rows = db.execute(select(changes).where(changes.c.template == stored.id, changes.c.revision > base)
                      .order_by(changes.c.revision)).all()
    if len(rows) != stored.revision - base:
        raise Behind
    return [Change(row.revision, unpacked(row.edits), unpacked(row.inverse), json.loads(row.places), row.client,
                   row.request) for row in rows]


def _place(row: list[float] | None) -> Place:
    return None if row is None else (row[0], row[1])


def _portions(things: list[str], most: int) -> Iterable[list[str]]:
    return (things[at:at + most] for at in range(0, len(things), most))


__all__ = ["Asked", "Behind", "Change", "Conflict", "Impossible", "Outcome", "listed", "since", "take",
           "text_at"]
