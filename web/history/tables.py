"""The tables. What changes here changes by a new file in `migrations/versions/`; a test holds both together.

Moments are seconds since 1970. Texts that came from outside stand in JSON, since PostgreSQL takes no NUL character in
a text; edits are rows [start, end, text], their offsets code points of the text before them.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

templates = Table(
    "templates", metadata,
    Column("id", String(22), primary_key=True),
    Column("workspace", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("mark", String(64), nullable=False),         # what the file as it is now is known by, see texts.py
    Column("size", Integer, nullable=False),            # the length of the file as it is now
    Column("beside", Text, nullable=True),              # JSON: the files that it names, by name
    Column("revision", Integer, nullable=False),        # counts every change
    Column("written", Integer, nullable=False, server_default="0"),  # the revision that its row in `files` is of
    Column("step", Integer, nullable=False),            # the number of the last step that is done
    Column("created", Double, nullable=False),
    Column("changed", Double, nullable=False),
    Column("deleted", Double, nullable=True),
    Index("templates_by_workspace", "workspace", "changed"),
    Index("templates_by_deleted", "deleted"),
)

# The file as it was at `templates.written`, byte for byte.
files = Table(
    "files", metadata,
    Column("template", String(22), ForeignKey("templates.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# JSON: where cards stood that nobody put anywhere.
layouts = Table(
    "layouts", metadata,
    Column("template", String(22), ForeignKey("templates.id", ondelete="CASCADE"), primary_key=True),
    Column("positions", Text, nullable=False),
)

# What undo and redo walk along. Those behind `templates.step` were undone.
steps = Table(
    "steps", metadata,
    Column("template", String(22), ForeignKey("templates.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", String(300), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("client", String(64), nullable=False),
    Column("edits", Text, nullable=False),              # JSON, of the text before the step
    Column("inverse", Text, nullable=False),            # JSON, of the text after it
    Column("places", Text, nullable=False),             # JSON: {node: [before, after]}, each [x, y] or null
    Column("renamed", Text, nullable=False),            # JSON: {node: what it is called after the step}
    Column("before", LargeBinary, nullable=True),       # the bytes before it, where the inverse cannot give them
    Column("size", Integer, nullable=False),            # of all these together
    Column("began", Double, nullable=False),
    Column("at", Double, nullable=False),
    PrimaryKeyConstraint("template", "number"),
)

# What happened to the text, one revision after the other, for whoever is behind; and which request did it.
changes = Table(
    "changes", metadata,
    Column("template", String(22), ForeignKey("templates.id", ondelete="CASCADE"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("client", String(64), nullable=False),
    Column("request", String(64), nullable=False),
    Column("edits", Text, nullable=False),
    Column("inverse", Text, nullable=False),
    Column("places", Text, nullable=False),             # JSON: {node: [x, y] or null}, as they are after it
    Column("answer", Text, nullable=False),             # JSON: title, select and notes, as they were answered
    Column("at", Double, nullable=False),
    PrimaryKeyConstraint("template", "revision"),
    UniqueConstraint("template", "request", name="changes_by_request"),
)

# Where a person put cards: the middle of each.
places = Table(
    "places", metadata,
    Column("template", String(22), ForeignKey("templates.id", ondelete="CASCADE"), nullable=False),
    Column("node", String(300), nullable=False),
    Column("x", Double, nullable=False),
    Column("y", Double, nullable=False),
    PrimaryKeyConstraint("template", "node"),
)
