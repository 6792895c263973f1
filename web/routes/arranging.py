"""Where cards would stand if they were placed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, request

from designer.layout import place, scene_of
from web import pictures
from web.documents import documents

if TYPE_CHECKING:
    from web.documents import Opened

routes = Blueprint("arranging", __name__)


@routes.get("/d/<id>/tidy")
def tidy(id: str) -> Response:
    """`places`: the middle of each card as it would be placed anew, drawn as asked for; nothing is changed here."""
    opened, choice = documents().need(id), pictures.choice(request.args)
    return jsonify({"places": opened.draw(("tidy", choice.key), lambda: _places(opened, choice))})


def _places(opened: Opened, choice: pictures.Choice) -> dict[str, list[float]]:
    if opened.analysis.graph is None:
        return {}
    scene = scene_of(opened.analysis, choice.options)
    positions = place(scene).positions
    return {id: [positions[id][0] + card.size[0] / 2, positions[id][1] + card.size[1] / 2]
            for id, card in scene.cards.items() if id in positions}
