"""The pages of stored templates, and what is done to them as a whole."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from web import pictures, presenting
from web.history import store, templates, workspace
from web.inspecting import inspected
from web.names import safe_name, stem
from web.refusals import wants
from web.routes.chosen import chosen
from web.routes.document import page_facts
from web.routes.steps import opened_of

routes = Blueprint("templates", __name__)

EMPTY = b"heat_template_version: 2021-04-16\n\nresources:\n"


@routes.get("/t/<id>")
def show(id: str) -> str | tuple[str, int]:
    """The page of a stored template; `?select=NAME` shows a resource, for browsers without script too."""
    found = templates.find(store(), id)
    if found is None or found.deleted is not None:
        current_app.logger.warning("404 GET /t/...: no such template, or a deleted one")
        return render_template("pages/missing.html", stored=found), 404
    opened = opened_of(found)
    graph = opened.analysis.graph
    later = graph is not None and len(graph.nodes) > current_app.config["DRAW_LATER_ABOVE"]
    choice = chosen(found.id)
    return render_template(
        "pages/designer.html", opened=opened, stored=found, form=presenting.form_of(opened), drawn_later=later,
        picture=None if later else pictures.picture(opened, choice), choice=choice, **page_facts(opened),
        **inspected(opened, request.args.get("select")))


@routes.get("/t/<id>/export.yaml")
def export(id: str) -> Response:
    """The template as it is now, to the byte."""
    found = templates.need(store(), id)
    answer = Response(found.data, mimetype="application/yaml")
    answer.headers.set("Content-Disposition", "attachment", filename=found.name)
    return answer


@routes.get("/t/<id>/positions.json")
def positions(id: str) -> Response:
    """Where a person put the cards, as a small file beside the template: the middle of each."""
    found = templates.need(store(), id)
    placed = templates.places_of(store(), id)
    answer = jsonify({"version": 1, "template": found.name,
                      "positions": {node: list(place) for node, place in sorted(placed.items())}})
    answer.headers.set("Content-Disposition", "attachment", filename=f"{stem(found.name)}.positions.json")
    return answer


@routes.post("/t")
def create() -> AnyResponse:
    """Make an empty template and lead to its page."""
    id = templates.create(store(), workspace.needed(), safe_name(request.form.get("name", "")), EMPTY)
    return _lead(id)


@routes.post("/t/<id>/duplicate")
def duplicate(id: str) -> AnyResponse:
    """Make a copy and lead to its page."""
    found = templates.need(store(), id)
    ending = found.name[len(stem(found.name)):] if found.name.startswith(stem(found.name)) else ""
    copy = templates.duplicate(store(), id, workspace.needed(), safe_name(f"{stem(found.name)} copy{ending}"))
    return _lead(copy)


@routes.post("/t/<id>/rename")
def rename(id: str) -> AnyResponse:
    """Give the template's file the name `name`."""
    templates.need(store(), id)
    templates.rename(store(), id, safe_name(request.form.get("name", "")))
    store().listeners.tell(id)
    return _done()


@routes.post("/t/<id>/delete")
def delete(id: str) -> AnyResponse:
    """Delete the template; it can be brought back for a while."""
    templates.need(store(), id)
    templates.mark_deleted(store(), id, True)
    store().listeners.tell(id)
    return _done(deleted=id)


@routes.post("/t/<id>/restore")
def restore(id: str) -> AnyResponse:
    """Bring a deleted template back."""
    templates.mark_deleted(store(), id, False)
    templates.need(store(), id)
    return _done()


def _lead(id: str) -> AnyResponse:
    address = url_for("templates.show", id=id)
    if wants() == "json":
        return jsonify({"template": id, "location": address})
    return redirect(address, 303)


def _done(**query: str) -> AnyResponse:
    if wants() == "json":
        return jsonify({"done": True})
    if wants() == "fragment":
        return Response(status=204)
    return redirect(url_for("start.index", _external=None, **query), 303)
