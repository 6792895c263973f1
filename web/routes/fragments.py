"""Pieces of the designer's page, each by itself: what a script puts in the place of an older one."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template, request

from web import outlining, pictures, presenting
from web.documents import documents
from web.inspecting import inspected
from web.refusals import Refusal
from web.routes.chosen import chosen, kept

routes = Blueprint("fragments", __name__)


@routes.get("/d/<id>/graph")
def graph(id: str) -> str:
    """The graph, drawn as asked for: `layer`, `view`, `collapse`."""
    opened = documents().need(id)
    choice = chosen()
    picture = pictures.picture(opened, choice, tidy="tidy" in request.args)
    kept(opened, choice)
    return render_template("fragments/graph.html", opened=opened, picture=picture, readable=presenting.readable(opened))


@routes.get("/d/<id>/changes")
def changes(id: str) -> Response:
    """What makes this text's picture out of that of the text `from`; 204 where the whole has to be asked for.

    `pins` is what the page was told with the picture that it shows.
    """
    store = documents()
    before, now = store.get(request.args.get("from", "")), store.need(id)
    choice = chosen()
    found = None if before is None else pictures.changes(before, now, choice, request.args.get("pins"))
    kept(now, choice)
    return Response(status=204) if found is None else jsonify(found)


@routes.get("/d/<id>/outline")
def outline(id: str) -> str:
    """The template as a tree."""
    opened = documents().need(id)
    return render_template("fragments/outline.html", opened=opened, outline=outlining.listed(opened))


@routes.get("/d/<id>/problems")
def problems(id: str) -> str:
    """All that is wrong with it."""
    opened = documents().need(id)
    return render_template("fragments/problems.html", opened=opened, problems=presenting.problems(opened),
                           counts=presenting.tallies(opened))


@routes.get("/d/<id>/inspect")
def inspect(id: str) -> str:
    """The facts of the resource `node`, or of the template as a whole."""
    opened = documents().need(id)
    return render_template("fragments/inspect.html", opened=opened, **inspected(opened, request.args.get("node")))


@routes.get("/d/<id>/edge")
def edge(id: str) -> str:
    """Why the resource `from` needs the resource `to`."""
    opened = documents().need(id)
    found = presenting.edge(opened, request.args.get("from", ""), request.args.get("to", ""))
    if found is None:
        raise Refusal(404, "Neither of these two needs the other.")
    return render_template("fragments/edge.html", opened=opened, edge=found)


@routes.get("/d/<id>/text")
def text(id: str) -> Response:
    """The text as it is edited: what an HTML page cannot carry unchanged is fetched from here."""
    return Response(documents().need(id).text.encode("utf-8", "replace"), mimetype="text/plain")
