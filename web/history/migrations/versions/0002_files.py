"""What is long stands in tables of its own, so that a step does not write it again; the revision that a file is of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table("files", _template(), sa.Column("data", sa.LargeBinary, nullable=False))
    op.create_table("layouts", _template(), sa.Column("positions", sa.Text, nullable=False))
    op.execute("INSERT INTO files (template, data) SELECT id, data FROM templates")
    op.execute("INSERT INTO layouts (template, positions) SELECT id, layout FROM templates WHERE layout IS NOT NULL")
    # Column by column: to make the table anew would, in SQLite, take along what refers to it.
    op.add_column("templates", sa.Column("written", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE templates SET written = revision")
    op.drop_column("templates", "data")
    op.drop_column("templates", "layout")


def _template() -> sa.Column[str]:
    return sa.Column("template", sa.String(22), sa.ForeignKey("templates.id", ondelete="CASCADE"), primary_key=True)
