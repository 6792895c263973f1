"""The pages of stored templates, and what is done to them as a whole."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from designer.text.counting import counted
from web import pictures, presenting, security
from web.history import archive, steps, store, templates, workspace
from web.inspecting import inspected
from web.names import safe_name, stem
from web.refusals import Refusal, wants
from web.routes.chosen import chosen, kept
from web.routes.document import page_facts
from web.routes.steps import opened_of

routes = Blueprint("templates", __name__)

MOST_SHOWN = 60
MOST_THUMBNAIL = 400_000  # bytes of a template
NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"></svg>'
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
    picture = None if later else pictures.picture(opened, choice)
    kept(opened, choice)
    return render_template(
        "pages/designer.html", opened=opened, stored=found, form=presenting.form_of(opened), drawn_later=later,
        picture=picture, choice=choice, **page_facts(opened),
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
    answer = jsonify(archive.sidecar(found.name, placed))
    answer.headers.set("Content-Disposition", "attachment", filename=f"{stem(found.name)}.positions.json")
    return answer


@routes.post("/t/<id>/positions")
def place(id: str) -> AnyResponse:
    """Put the cards where a file of positions has them: one step of the template's history."""
    found = templates.need(store(), id)
    sent = request.files.get("file")
    placed = archive.positions_of(sent.stream.read(archive.MOST_SIDECAR + 1) if sent is not None else b"")
    asked = steps.Asked(found.revision, kind=steps.ARRANGE, title=f"Positions of {counted(len(placed), 'card')}",
                        places={**placed})
    steps.take(store(), id, asked, current_app.config["MAX_TEMPLATE_BYTES"])
    if wants() == "json":
        return jsonify({"done": True, "cards": len(placed)})
    return redirect(url_for("templates.show", id=id), 303)


@routes.get("/t/<id>/thumbnail.svg")
def thumbnail(id: str) -> Response:
    """The graph in small; kept by browsers, since its address on a list names the revision."""
    found = templates.need(store(), id)
    opened = opened_of(found)
    graph = opened.analysis.graph if len(found.data) <= MOST_THUMBNAIL else None
    answer = Response(pictures.thumbnail(opened, chosen(id)) if graph is not None and graph.nodes else NO_PICTURE,
                      mimetype="image/svg+xml")
    answer.headers["Content-Security-Policy"] = security.FILE_POLICY
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


@routes.get("/templates")
def index() -> str:
    """The list of the browser's templates; `q`: those whose names have its words."""
    return render_template("fragments/templates.html", **listing(request.args))


@routes.post("/t")
def create() -> AnyResponse:
    """Make an empty template and lead to its page."""
    id = templates.create(store(), workspace.needed(), safe_name(request.form.get("name", "")), EMPTY)
    return _lead(id)


@routes.post("/t/<id>/duplicate")
def duplicate(id: str) -> AnyResponse:
    """Make a copy; `open` in the form leads to its page."""
    found = templates.need(store(), id)
    first, dot, ending = found.name.rpartition(".")
    name = f"{first} copy.{ending}" if first and dot else f"{found.name} copy"
    copy = templates.duplicate(store(), id, workspace.needed(), safe_name(name))
    return _lead(copy) if "open" in request.form or wants() == "json" else _done(copied=copy)


@routes.post("/t/<id>/rename")
def rename(id: str) -> AnyResponse:
    """Give the template's file the name `name`; the list offers the one before."""
    before = templates.need(store(), id).name
    name = safe_name(request.form.get("name", ""))
    templates.rename(store(), id, name)
    store().listeners.tell(id)
    return _done(renamed=id, was=before) if name != before else _done()


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


def listing(query: MultiDict[str, str]) -> dict[str, object]:
    """What the list of templates shows: those that `q` finds, a page of them or `all`, and what was done last."""
    words = query.get("q", "")[:200]
    found = templates.listed(store(), workspace.held(), words.lower().split())
    most = len(found) if "all" in query else MOST_SHOWN
    return {"listed": found[:most], "more": max(0, len(found) - most), "query": words, "done": _last(query)}


def _last(query: MultiDict[str, str]) -> dict[str, object] | None:
    """What was done last, as the query tells: a sentence, and what takes it back; None where it is done no more."""
    about = next((key for key in ("deleted", "renamed", "copied") if query.get(key)), "")
    if query.get("lost", 0, type=int):
        left = counted(query.get("lost", 0, type=int), "template")
        return {"words": f"Imported. The history of {left} does not fit what is in the file, and was left out."}
    found = templates.find(store(), query.get(about, "")) if about else None
    if found is None or (found.deleted is not None) != (about == "deleted"):
        return None
    if about == "deleted":
        return {"words": f"{found.name} is deleted.", "to": url_for("templates.restore", id=found.id),
                "button": "Bring it back"}
    if about == "copied":
        return {"words": f"{found.name} is made.", "to": url_for("templates.delete", id=found.id), "button": "Undo"}
    was = safe_name(query.get("was", ""))
    return {"words": f"{was} is called {found.name} now.", "to": url_for("templates.rename", id=found.id),
            "button": "Undo", "name": was} if was != found.name else None


def _done(**done: str | int) -> AnyResponse:
    """The answer after something was done to the list: what that was is told there."""
    if wants() == "json":
        return jsonify({"done": True, **({"lost": done["lost"]} if "lost" in done else {})})
    query = {**({"q": request.form["q"]} if request.form.get("q") else {}),
             **{key: str(value) for key, value in done.items() if value}}
    if wants() == "fragment":
        return make_response(render_template("fragments/templates.html", **listing(MultiDict(query))))
    return redirect(url_for("start.index", _external=False, **query), 303)


@routes.get("/templates.zip")
def export_all() -> Response:
    """All of the browser's templates, each with the places of its cards and its history, as one archive."""
    answer = Response(archive.packed(store(), workspace.held()), mimetype="application/zip")
    answer.headers.set("Content-Disposition", "attachment", filename="hot-designer-templates.zip")
    return answer


@routes.url_value_preprocessor
def allow(endpoint: str | None, values: dict[str, object] | None) -> None:
    """An archive may be larger than a template; said before anything reads the request."""
    if endpoint == "templates.import_all":
        request.max_content_length = archive.MOST_ARCHIVE


@routes.post("/templates.zip")
def import_all() -> AnyResponse:
    """Store every template of an archive, as `export_all` makes it or any other that has templates in it."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise Refusal(400, "Choose an archive first.", "nothing")
    found = archive.read(sent.stream, current_app.config["MAX_TEMPLATE_BYTES"])
    archive.stored(store(), workspace.needed(), found)
    return _done(lost=sum(one.lost for one in found))
