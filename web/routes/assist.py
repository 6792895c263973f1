"""Help at a place of the text: completion and hover."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from designer import assist
from designer.text import apply_edits
from web.documents import Opened, documents
from web.history.reading import edits_of
from web.planning import sent_json
from web.routes.document import edited, sent_text

routes = Blueprint("assist", __name__)


@routes.post("/complete")
def complete() -> Response:
    """What could stand at the offset `at` of the text that is sent."""
    return _completed(sent_text())


def _completed(opened: Opened) -> Response:
    answer = assist.complete(opened.analysis, _at(len(opened.text)))
    return jsonify({"start": answer["from"], "options": [_option(option) for option in answer["options"]]})


@routes.post("/d/<id>/complete")
def complete_edited(id: str) -> Response:
    """The same for what becomes of a document by the `edits` that are sent: a page need not send a long text again."""
    origin = documents().need(id)
    body = sent_json()
    edits = edits_of(body.get("edits") if isinstance(body, dict) else None)
    return _completed(edited(origin, apply_edits(origin.text, edits)) if edits else origin)


@routes.get("/d/<id>/hover")
def hover(id: str) -> str:
    """The facts about what stands at the offset `at`; empty where there is nothing to say."""
    opened = documents().need(id)
    facts = assist.hover(opened.analysis, _at(len(opened.text)))
    return render_template("fragments/hover.html", facts=facts) if facts is not None else ""


def _option(option: dict[str, Any]) -> dict[str, Any]:
    return {"label": option["label"], "detail": option.get("detail", ""), "kind": option.get("kind", ""),
            "info": option.get("info", ""), "text": option.get("insert", option["label"])}


def _at(most: int) -> int:
    return max(0, min(request.args.get("at", 0, type=int), most))
