"""The text of a stored template: written whole now and then, in between only what changed, so that an edit costs what
it changes.

A text is known by its mark. Of one that is written whole it is the SHA-256 of its bytes; of one that grew out of
another by edits, that of the other's mark and these edits.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from designer.text import Edit, apply_edits
from web import encodings
from web.history.tables import changes, files
from web.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from web.store import Recent

# A smaller file is written whole each time.
WHOLE_BELOW = 64 * 1024
# So many revisions are told by what changed, before the file is written whole again; those that change only places
# count, but lead to it late.
MOST_BEHIND = 64
MOST_ARRANGED = 1000


class Text:
    """A file as it is at some revision: its bytes, their mark, and the text that they show.

    `whole` tells that the mark is that of its bytes alone.
    """

    __slots__ = ("data", "mark", "text", "encoding", "whole")

    def __init__(self, data: bytes, mark: str, text: str, encoding: str, whole: bool) -> None:
        self.data = data
        self.mark = mark
        self.text = text
        self.encoding = encoding
        self.whole = whole

    def edited(self, after: str, edits: Iterable[Edit], behind: int) -> Text:
        """This file with the text `after`, that some edits make; `behind` is by how many revisions it would be told."""
        data = encodings.encoded(after, self.encoding)
        if len(data) < WHOLE_BELOW or behind > MOST_BEHIND or not encodings.is_plain(self.encoding):
            return whole(data)
        return Text(data, _grown(self.mark, edits), after, self.encoding, False)


def whole(data: bytes) -> Text:
    """A file by its bytes."""
    return Text(data, marked(data), *encodings.shown(data), True)


def marked(data: bytes) -> str:
    """The mark of a file by its bytes."""
    return sha256(data).hexdigest()


def packed(edits: Iterable[Edit]) -> str:
    """Edits as they are stored."""
    return json.dumps([[edit.start, edit.end, edit.text] for edit in edits])


def unpacked(edits: str) -> list[Edit]:
    return [Edit(start, end, text) for start, end, text in json.loads(edits)]


def stored_text(db: Connection, row: Any, recent: Recent[tuple[int, Text]]) -> Text:
    """The text of a template, whose `row` tells `id`, `revision`, `written` and `mark`; `recent` are some by id.

    Raises Refusal (500, reason "damaged") where what is stored does not fit together.
    """
    known = recent.get(row.id)
    if known is not None and known[0] == row.revision and known[1].mark == row.mark:
        return known[1]
    if known is not None and row.written <= known[0] < row.revision:
        at, found = known
    else:
        data = db.execute(select(files.c.data).where(files.c.template == row.id)).scalar_one()
        at, found = row.written, whole(bytes(data))
    if at < row.revision:
        found = _replayed(db, row, at, found)
    if found.mark != row.mark:
        raise _damaged()
    remember(recent, row.id, row.revision, found)
    return found


def remember(recent: Recent[tuple[int, Text]], id: str, revision: int, text: Text) -> None:
    """Keep a text that is in the database at hand."""
    recent.forget(id)
    recent.put(id, (revision, text), 2 * len(text.data) + 200)


def _replayed(db: Connection, row: Any, at: int, found: Text) -> Text:
    """The text at the row's revision, out of that at an earlier one."""
    rows = db.execute(select(changes.c.edits).where(
        changes.c.template == row.id, changes.c.revision > at, changes.c.revision <= row.revision)
        .order_by(changes.c.revision)).all()
    if len(rows) != row.revision - at:
        raise _damaged()
    text, mark = found.text, found.mark
    for change in rows:
        edits = unpacked(change.edits)
        if edits:
            text, mark = apply_edits(text, edits), _grown(mark, edits)
    return Text(encodings.encoded(text, found.encoding), mark, text, found.encoding, False)


def _grown(mark: str, edits: Iterable[Edit]) -> str:
    return sha256(f"{mark} {packed(edits)}".encode()).hexdigest()


def _damaged() -> Refusal:
    return Refusal(500, "The stored text of this template does not fit together with its changes.", "damaged")


__all__ = ["Text", "marked", "packed", "remember", "stored_text", "unpacked", "whole"]
