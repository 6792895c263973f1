"""Opening: a file, a pasted text, an example, each becomes a stored template with an address."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse

from web import gallery, pictures
from web.documents import documents
from web.history import store, templates, workspace
from web.names import safe_name
from web.refusals import Refusal, too_large_sentence, wants

routes = Blueprint("open", __name__)


@routes.post("/open")
def create() -> AnyResponse | Response:
    """Store what was sent and lead to its page; a script gets the page's address as JSON instead."""
    name, data, beside = _sent()
    opened = documents().open(name, data, beside)
    template = templates.create(store(), workspace.needed(), name, data, beside)
    opened.prepare(lambda: pictures.picture(opened, pictures.Choice(template=template)))
    address = url_for("templates.show", id=template)
    if wants() == "json":
        return jsonify({"id": opened.id, "template": template, "location": address})
    return redirect(address, 303)


@routes.get("/examples/<name>")
def example(name: str) -> AnyResponse:
    """Open one of the gallery's templates."""
    found = gallery.find(name)
    if found is None:
        raise Refusal(404, "There is no example of that name.")
    template = templates.create(store(), workspace.needed(), found.file_name, found.data, found.beside)
    return redirect(url_for("templates.show", id=template), 303)


def _sent() -> tuple[str, bytes, dict[str, str] | None]:
    files = [file for file in request.files.getlist("file") if file.filename]
    if len(files) > 1:
        raise Refusal(400, f"{len(files)} files were sent. Open one template at a time.", "many-files")
    if files:
        return (*_file(files[0]), None)
    text = request.form.get("text", "")
    if "origin" in request.form and "text" not in request.form:
        own = documents().need(request.form["origin"]).source
        return own.name, own.data, own.beside
    if not text:
        raise Refusal(400, "Choose a file or paste a template first.", "nothing")
    # A form turns every line break into CRLF; those of the text that was edited come back with it.
    text = text.replace("\r\n", "\n")
    origin = documents().get(request.form.get("origin", ""))
    if origin is not None:
        return origin.name, origin.with_text(text, any_newlines=True), origin.source.beside
    return safe_name(request.form.get("name", "")), text.encode(), None


def _file(file: FileStorage) -> tuple[str, bytes]:
    limit = current_app.config["MAX_TEMPLATE_BYTES"]
    data = file.stream.read(limit + 1)
    if len(data) > limit:
        raise Refusal(413, too_large_sentence(limit), "too-large")
    return safe_name(file.filename or ""), data
