"""What Alembic runs: the migrations, in the transaction of whoever called."""

from __future__ import annotations

from alembic import context

from web.history.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata,
                  transactional_ddl=True)
context.run_migrations()
