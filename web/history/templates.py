"""Templates as things that a person has: made, listed, renamed, duplicated, deleted and brought back."""

from __future__ import annotations

import json
import secrets
import time
from copy import copy
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, literal, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from web.history.database import Store
from web.history.tables import changes, files, layouts, places, steps, templates
from web.history.texts import Text, marked, stored_text
from web.refusals import Refusal

MOST_IN_WORKSPACE = 2000

# How long what was deleted can be brought back, and how often what is older is let go.
KEPT_SECONDS = 30 * 24 * 3600.0
PURGE_SECONDS = 3600.0
LISTED = (templates.c.id, templates.c.name, templates.c.size, templates.c.revision, templates.c.created,
          templates.c.changed, templates.c.deleted, templates.c.mark)

# What every step asks, put together once.
_OF_ID = select(templates).where(templates.c.id == bindparam("of"))
_OF_ID_LOCKED = _OF_ID.with_for_update()
_TITLES = select(steps.c.number, steps.c.title).where(
    steps.c.template == bindparam("of"), steps.c.number >= bindparam("step"), steps.c.number <= bindparam("step") + 1)


class Stored:
    """A template as it is stored: its file, and where its history stands; `undo` and `redo` are titles of steps.

    `written` is the revision at which the file was written whole.
    """

    __slots__ = ("id", "workspace", "name", "file", "beside", "revision", "written", "step", "changed", "deleted",
                 "undo", "redo")

    def __init__(self, row: Row[Any], file: Text) -> None:
        self.id: str = row.id
        self.workspace: str = row.workspace
        self.name: str = row.name
        self.file = file
        self.beside: dict[str, str] | None = None if row.beside is None else json.loads(row.beside)
        self.revision: int = row.revision
        self.written: int = row.written
        self.step: int = row.step
        self.changed: float = row.changed
        self.deleted: float | None = row.deleted
        self.undo: str | None = None
        self.redo: str | None = None

    @property
    def data(self) -> bytes:
        return self.file.data

    @property
    def mark(self) -> str:
        return self.file.mark

    @property
    def text(self) -> str:
        return self.file.text


def new_id() -> str:
    """A name that nobody guesses: whoever holds it may read and change the template."""
    return secrets.token_urlsafe(16)


def create(store: Store, workspace: str, name: str, data: bytes, beside: dict[str, str] | None = None) -> str:
    """Store a new template; its id. Raises Refusal where the workspace is full."""
    with store.writing() as db:
        id = created(db, workspace, name, data, beside)
    if store.due(PURGE_SECONDS):
        purge(store, time.time() - KEPT_SECONDS)
    return id


def created(db: Connection, workspace: str, name: str, data: bytes, beside: dict[str, str] | None = None) -> str:
    """Store a new template in a transaction that is under way; its id. Raises Refusal where the workspace is full."""
    held = db.scalar(select(func.count()).select_from(templates).where(
        templates.c.workspace == workspace, templates.c.deleted.is_(None)))
    if workspace and held is not None and held >= MOST_IN_WORKSPACE:
        raise Refusal(409, f"There are {MOST_IN_WORKSPACE} templates here already, the most that are kept. "
                           "Delete some first.", "full")
    id = new_id()
    now = time.time()
    db.execute(insert(templates).values(
        id=id, workspace=workspace, name=name, mark=marked(data), size=len(data),
        beside=None if beside is None else json.dumps(beside), revision=0, written=0, step=0, created=now,
        changed=now))
    db.execute(insert(files).values(template=id, data=data))
    return id


def find(store: Store, id: str) -> Stored | None:
    """The template of an id, deleted ones too; None where there is none."""
    with store.reading() as db:
        stored = found(store, db, id)
        return None if stored is None else titled(db, stored)


def found(store: Store, db: Connection, id: str, lock: bool = False) -> Stored | None:
    """The template of an id, in a transaction that is under way; `lock`: nobody else changes it until that ends."""
    row = db.execute(_OF_ID_LOCKED if lock else _OF_ID, {"of": id}).one_or_none()
    return None if row is None else Stored(row, stored_text(db, row, store.texts))


def advanced(stored: Stored, revision: int, written: int, step: int, file: Text, changed: float) -> Stored:
    """A template as it is after a step that was just written."""
    now = copy(stored)
    now.revision, now.written, now.step, now.file, now.changed = revision, written, step, file, changed
    return now


def titled(db: Connection, stored: Stored) -> Stored:
    """A template with the titles of what can be undone and done again."""
    titles: dict[int, str] = {row.number: row.title for row in db.execute(
        _TITLES, {"of": stored.id, "step": stored.step})}
    stored.undo, stored.redo = titles.get(stored.step), titles.get(stored.step + 1)
    return stored


def need(store: Store, id: str) -> Stored:
    """The template of an id. Raises Refusal (404) where there is none, or where it was deleted."""
    return needed(find(store, id))


def needed(stored: Stored | None) -> Stored:
    """A template that is there. Raises Refusal (404) where it is not, or where it was deleted."""
    if stored is None:
        raise Refusal(404, "There is no template at this address.", "missing")
    if stored.deleted is not None:
        raise Refusal(404, "This template was deleted.", "deleted")
    return stored


def places_of(store: Store, id: str) -> dict[str, tuple[float, float]]:
    """Where a person put cards: the middle of each, by node."""
    with store.reading() as db:
        return {node: (x, y) for node, x, y in db.execute(
            select(places.c.node, places.c.x, places.c.y).where(places.c.template == id))}


def revision_of(store: Store, id: str) -> int | None:
    """The revision that a template is at; None where there is none (any more)."""
    with store.reading() as db:
        return db.scalar(select(templates.c.revision).where(templates.c.id == id, templates.c.deleted.is_(None)))


def listed(store: Store, workspace: str, words: list[str]) -> list[Any]:
    """The templates of a workspace whose names have all of the words, rows of LISTED; the one changed last first."""
    if not workspace:
        return []
    with store.reading() as db:
        rows = db.execute(select(*LISTED).where(templates.c.workspace == workspace, templates.c.deleted.is_(None))
                          .order_by(templates.c.changed.desc(), templates.c.id)).all()
    return [row for row in rows if all(word in row.name.lower() for word in words)]


def rename(store: Store, id: str, name: str) -> None:
    """Give a template's file another name."""
    with store.writing() as db:
        db.execute(update(templates).where(templates.c.id == id).values(name=name, changed=time.time()))


def mark_deleted(store: Store, id: str, gone: bool) -> None:
    """Delete a template, or bring it back: it is kept for a while, so that it can be."""
    with store.writing() as db:
        db.execute(update(templates).where(templates.c.id == id).values(deleted=time.time() if gone else None))


def duplicate(store: Store, id: str, workspace: str, name: str) -> str:
    """Store a copy of a template with the places of its cards, and without its history; the copy's id."""
    with store.writing() as db:
        own = needed(found(store, db, id))
        new = created(db, workspace, name, own.data, own.beside)
        db.execute(insert(layouts).from_select(["template", "positions"], select(
            literal(new), layouts.c.positions).where(layouts.c.template == id)))
        rows = [{"template": new, "node": node, "x": x, "y": y} for node, x, y in db.execute(
            select(places.c.node, places.c.x, places.c.y).where(places.c.template == id))]
        if rows:
            db.execute(insert(places), rows)
        return new


def keep_layout(store: Store, id: str, positions: dict[str, tuple[float, float]]) -> None:
    """Keep where cards stand that nobody put anywhere, so that they stand there after a restart too."""
    if store.layouts.get(id) == positions:
        return
    try:
        with store.writing() as db:
            db.execute(delete(layouts).where(layouts.c.template == id))
            db.execute(insert(layouts).values(template=id, positions=json.dumps(positions)))
    except (OperationalError, IntegrityError):
        return  # it is a help only: a picture is shown without it
    store.layouts.forget(id)
    store.layouts.put(id, positions, len(positions) + 1)


def layout_of(store: Store, id: str) -> dict[str, tuple[float, float]]:
    """Where cards stood when they were drawn last."""
    with store.reading() as db:
        layout = db.scalar(select(layouts.c.positions).where(layouts.c.template == id))
    return {} if layout is None else {node: (x, y) for node, (x, y) in json.loads(layout).items()}


def purge(store: Store, before: float) -> int:
    """Let go of what was deleted before a moment, and of what was opened before it, never changed, and stands on
    nobody's list; how many templates that were.
    """
    with store.writing() as db:
        lost = (templates.c.workspace == "") & (templates.c.revision == 0) & (templates.c.created < before)
        gone = list(db.scalars(select(templates.c.id).where((templates.c.deleted < before) | lost).limit(100)))
        for table in (places, changes, steps, layouts, files):
            db.execute(delete(table).where(table.c.template.in_(gone)))
        db.execute(delete(templates).where(templates.c.id.in_(gone)))
    return len(gone)
