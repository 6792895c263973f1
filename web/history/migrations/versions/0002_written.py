"""A template's file is written whole now and then: the revision that it is of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    # Added as it is: to make the table anew would, in SQLite, take along what refers to it.
    op.add_column("templates", sa.Column("written", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE templates SET written = revision")
