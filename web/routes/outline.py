"""The outline as data, and what is asked about its entries before something is done to them."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from web import outlining
from web.documents import documents

routes = Blueprint("outline", __name__)


@routes.get("/d/<id>/outline.json")
def rows(id: str) -> Response:
    """What changed in the outline since the text `since`; all of it where that is not known any more."""
    return jsonify(outlining.changes(documents().need(id), request.args.get("since", "")))
