"""Addresses, one file a subject."""

from __future__ import annotations

from web.routes import assist, commit, document, edit, exports, fragments, health, manual, open, palette, schema, start

ROUTES = (
    start.routes,
    open.routes,
    document.routes,
    fragments.routes,
    edit.routes,
    assist.routes,
    exports.routes,
    commit.routes,
    palette.routes,
    manual.routes,
    schema.routes,
    health.routes,
)
