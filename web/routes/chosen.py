"""How a request wants its picture drawn."""

from __future__ import annotations

from flask import request

from web import pictures
from web.documents import Opened
from web.history import store, templates


def chosen(template: str | None = None) -> pictures.Choice:
    """The choice in the query; of a stored template (`template` there, or given) with its cards where they were put."""
    choice = pictures.choice(request.args)
    id = template or request.args.get("template", "")
    if id:
        choice.pin(id, templates.places_of(store(), id))
    return choice


def kept(opened: Opened, choice: pictures.Choice) -> None:
    """Keep with the stored template where the cards stand now that its picture is drawn."""
    positions = opened.places.get(choice.view)
    if choice.template and choice.usual and positions:
        templates.keep_layout(store(), choice.template, positions)


def stood(opened: Opened, stored: templates.Stored) -> Opened:
    """Let the cards of a template stand where they stood when it was drawn last, where nothing is known of them yet."""
    view = pictures.Choice(template=stored.id).view
    if view not in opened.places:
        layout = templates.layout_of(store(), stored.id)
        if layout:
            opened.stand(view, layout)
    return opened
