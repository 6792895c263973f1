"""What a person means on canvas, outline and inspector, as edits of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, jsonify, request

from designer import edit
from web.documents import documents
from web.refusals import Refusal

if TYPE_CHECKING:
    from designer.analysis import Analysis

routes = Blueprint("edit", __name__)

MOST_OPERATIONS = 500


@routes.post("/d/<id>/plan")
def plan(id: str) -> Response:
    """The edits of this text that do `operations`, a list as `hot-designer edit` reads it; nothing is changed here.

    Answers with `edits` (of the text as the page shows it), `title` (what a list of steps calls it), `select` (the
    node that it is about, afterwards) and `notes`; or with `refused`, one sentence, where it cannot be done.
    """
    opened = documents().need(id)
    try:
        planned = planned_of(opened.analysis, operations_of(sent_json()))
    except edit.Refused as refused:
        return jsonify({"refused": sentence_of(refused)})
    return jsonify({"edits": [{"start": each.start, "end": each.end, "text": each.text} for each in planned.edits],
                    "title": planned.description, "select": node_of(planned.focus), "notes": list(planned.notes)})


def sent_json() -> Any:
    """The JSON that a request holds; None where it holds none that can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:  # brackets inside brackets without end
        return None


def operations_of(body: Any) -> list[dict[str, Any]]:
    """The operations in the body of a request. Raises Refusal (400) where there are none."""
    operations = body.get("operations") if isinstance(body, dict) else None
    if not isinstance(operations, list) or not 1 <= len(operations) <= MOST_OPERATIONS:
        raise Refusal(400, "The request names no operation, or too many.")
    return operations


def planned_of(analysis: Analysis, operations: list[dict[str, Any]]) -> edit.Plan:
    """How operations are done. Raises designer.edit.Refused where they cannot be."""
    return edit.plan(analysis, operations[0]) if len(operations) == 1 else edit.plan_all(analysis, operations)


def sentence_of(refused: edit.Refused) -> str:
    """Why something is not done, as a sentence of its own."""
    words = str(refused)
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def node_of(focus: tuple[str | int, ...]) -> str | None:
    """The node of the page that a path of the template lies in; None where there is none."""
    if len(focus) < 2:
        return None
    section, name = focus[:2]
    return str(name) if section == "resources" else f"/{section}/{name}"
