"""The stored templates: what each is now, every step that led there, and who is told of the next.

    store(app)                             # the application's `Store`: its database and who listens
    templates.create(store, ...)           # a template is made, listed, renamed, duplicated, deleted
    steps.take(store, id, asked)           # one step: what was asked for is in the database when this returns

The database holds the bytes of a template as they are now, and what undoes or redoes each step; what a template means
is not known here.
"""

from __future__ import annotations

from web.history.database import Store, register, store

__all__ = ["Store", "register", "store"]
