"""Addresses, one file a subject."""

from __future__ import annotations

from web.routes import (
    arranging,
    assist,
    commit,
    document,
    events,
    exports,
    form,
    fragments,
    health,
    manual,
    offers,
    open,
    outline,
    palette,
    plain,
    schema,
    start,
    steps,
    templates,
)

ROUTES = (
    start.routes,
    open.routes,
    templates.routes,
    steps.routes,
    events.routes,
    document.routes,
    fragments.routes,
    outline.routes,
    offers.routes,
    arranging.routes,
    form.routes,
    plain.routes,
    assist.routes,
    exports.routes,
    commit.routes,
    palette.routes,
    manual.routes,
    schema.routes,
    health.routes,
)
