"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "templates",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("workspace", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("beside", sa.Text, nullable=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("layout", sa.Text, nullable=True),
        sa.Column("created", sa.Double, nullable=False),
        sa.Column("changed", sa.Double, nullable=False),
        sa.Column("deleted", sa.Double, nullable=True),
    )
    op.create_index("templates_by_workspace", "templates", ["workspace", "changed"])
    op.create_index("templates_by_deleted", "templates", ["deleted"])
    op.create_table(
        "steps",
        _template(),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("edits", sa.Text, nullable=False),
        sa.Column("inverse", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("renamed", sa.Text, nullable=False),
        sa.Column("before", sa.LargeBinary, nullable=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("began", sa.Double, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("template", "number"),
    )
    op.create_table(
        "changes",
        _template(),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
        sa.Column("edits", sa.Text, nullable=False),
        sa.Column("inverse", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("template", "revision"),
        sa.UniqueConstraint("template", "request", name="changes_by_request"),
    )
    op.create_table(
        "places",
        _template(),
        sa.Column("node", sa.String(300), nullable=False),
        sa.Column("x", sa.Double, nullable=False),
        sa.Column("y", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("template", "node"),
    )


def _template() -> sa.Column[str]:
    return sa.Column("template", sa.String(22), sa.ForeignKey("templates.id", ondelete="CASCADE"), nullable=False)
