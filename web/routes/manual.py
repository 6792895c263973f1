"""The manual: a page for every diagnostic, made of the text that stands in its rule's own file."""

from __future__ import annotations

from flask import Blueprint, render_template

from designer.validate import manual
from web.manuals import blocks
from web.refusals import Refusal, wants

routes = Blueprint("manual", __name__)


@routes.get("/manual")
def index() -> str:
    """All diagnostics, by chapter."""
    chapters: dict[str, list[manual.Page]] = {}
    for page in manual.pages():
        chapters.setdefault(page.chapter, []).append(page)
    return render_template("pages/manual_index.html", chapters=chapters)


@routes.get("/manual/<code>")
def show(code: str) -> str:
    """What one diagnostic means, why it is said, and what to do."""
    page = manual.page(code)
    if page is None:
        raise Refusal(404, "There is no diagnostic of that code.")
    shape = "fragments/manual.html" if wants() == "fragment" else "pages/manual.html"
    return render_template(shape, page=page, blocks=blocks(page.body))
