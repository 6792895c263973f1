"""How a request wants its picture drawn."""

from __future__ import annotations

from flask import request

from web import pictures
from web.history import store, templates


def chosen(template: str | None = None) -> pictures.Choice:
    """The choice in the query; of a stored template (`template` there, or given) with its cards where they were put."""
    choice = pictures.choice(request.args)
    id = template or request.args.get("template", "")
    if id:
        choice.pin(id, templates.places_of(store(), id))
    return choice
