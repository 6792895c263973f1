"""The start page: a file, a text, an example."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from web import gallery, pictures
from web.documents import documents
from web.refusals import Refusal
from web.routes.templates import listing

routes = Blueprint("start", __name__)


@routes.get("/")
def index() -> str:
    """What is stored here, and three ways to more: a file, a text, an example."""
    return render_template("pages/start.html", examples=gallery.gallery(), **listing(request.args))


@routes.get("/examples/<name>.svg")
def thumbnail(name: str) -> Response:
    """The graph of an example, as it will be drawn when it is opened."""
    found = gallery.find(name)
    if found is None:
        raise Refusal(404, "There is no example of that name.")
    opened = documents().open(found.file_name, found.data, found.beside)
    answer = Response(pictures.thumbnail(opened), mimetype="image/svg+xml")
    answer.headers["Cache-Control"] = "max-age=3600"
    return answer
