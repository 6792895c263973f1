"""The designer's page, and what keeps it up to date while a person types."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from web import outlining, pictures, presenting
from web.documents import Opened, documents
from web.inspecting import inspected
from web.names import safe_name
from web.refusals import Refusal

routes = Blueprint("document", __name__)


@routes.get("/d/<id>")
def show(id: str) -> str | tuple[str, int]:
    """The page of a template; `?select=NAME` shows a resource, for browsers without script too."""
    opened = documents().get(id)
    if opened is None:
        current_app.logger.warning("404 GET %r: the text is no longer held", request.path)
        return render_template("pages/gone.html"), 404
    graph = opened.analysis.graph
    later = graph is not None and len(graph.nodes) > current_app.config["DRAW_LATER_ABOVE"]
    choice = pictures.choice(request.args)
    return render_template(
        "pages/designer.html", opened=opened, form=presenting.form_of(opened), drawn_later=later,
        picture=None if later else pictures.picture(opened, choice), choice=choice, **page_facts(opened),
        **inspected(opened, request.args.get("select")))


def analysed(opened: Opened) -> dict[str, object]:
    """What a page that shows a text is told when another one takes its place. Raises Refusal where the server is busy.

    `id`, `readable`, `counts`, `marks`, and the markup of `problems` and `summary`.
    """
    tallies = presenting.tallies(opened)
    return {
        "id": opened.id,
        "readable": presenting.readable(opened),
        "counts": presenting.counts(opened),
        "marks": presenting.marks(opened),
        "problems": render_template("fragments/problems.html", opened=opened, problems=presenting.problems(opened),
                                    counts=tallies),
        "summary": render_template("fragments/summary.html", opened=opened, counts=tallies),
    }


def page_facts(opened: Opened) -> dict[str, object]:
    """What the page shows of a template beside its graph."""
    return {
        "problems": presenting.problems(opened),
        "counts": presenting.tallies(opened),
        "marks": presenting.marks(opened),
        "outline": outlining.listed(opened),
        "outline_rows": {"id": opened.id, "since": None, "sections": outlining.sections(opened)},
        "readable": presenting.readable(opened),
    }


def sent_text() -> Opened:
    """The document whose text is the request's body; `origin` in the query is the one that it grew out of.

    Raises Refusal where the text is too large.
    """
    data = request.get_data(cache=False)
    if len(data) > current_app.config["MAX_TEMPLATE_BYTES"]:
        raise RequestEntityTooLarge()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(400, "The text was not sent as UTF-8.") from None
    store = documents()
    origin = store.get(request.args.get("origin", ""))
    if origin is not None:
        return edited(origin, text)
    return store.open(safe_name(request.args.get("name", "")), text.encode())


def edited(origin: Opened, text: str) -> Opened:
    """The document that another one becomes by another text. Raises Refusal where that is too large."""
    data = origin.with_text(text)
    if len(data) > current_app.config["MAX_TEMPLATE_BYTES"]:
        raise RequestEntityTooLarge()
    return documents().open(origin.name, data, origin.source.beside, origin)
