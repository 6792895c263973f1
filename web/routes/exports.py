"""Take away: the template to the byte, its picture, its analysis as JSON."""

from __future__ import annotations

from flask import Blueprint, Response

from web import pictures
from web.documents import documents
from web.names import stem
from web.refusals import Refusal
from web.routes.chosen import chosen

routes = Blueprint("exports", __name__)


@routes.get("/d/<id>/export.yaml")
def template(id: str) -> Response:
    """The template as it is: unchanged to the byte where nothing was edited."""
    opened = documents().need(id)
    return _file(opened.source.data, "application/yaml", opened.name)


@routes.get("/d/<id>/export.json")
def analysis(id: str) -> Response:
    """The same analysis as data: diagnostics and graph, in the form that the command line prints."""
    opened = documents().need(id)
    answer = Response(pictures.as_json(opened), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@routes.get("/d/<id>/export.<format>")
def picture(id: str, format: str) -> Response:
    """The graph as a file: svg, png, dot or mmd (Mermaid); drawn with `layer`, `view`, `collapse` as on the page."""
    if format not in pictures.FILES:
        raise Refusal(404, f"There is no export of that kind. There are yaml, json, {', '.join(pictures.FILES)}.")
    opened = documents().need(id)
    if opened.analysis.graph is None:
        raise Refusal(422, "There is no graph to take away: the text cannot be read yet.")
    mimetype, draw = pictures.FILES[format]
    return _file(draw(opened, chosen()), mimetype, f"{stem(opened.name)}.{format}")


def _file(data: bytes, mimetype: str, name: str) -> Response:
    answer = Response(data, mimetype=mimetype)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
