"""Changing a stored template: each change is in the database before it is answered."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from designer import edit
from web import security
from web.documents import Opened, documents
from web.history import reading, steps, store
from web.history import templates as stored
from web.history.merging import difference, with_breaks_of
from web.planning import node_of, planned_of, sent_json, sentence_of
from web.refusals import Refusal
from web.routes import along
from web.routes.chosen import stood
from web.routes.document import analysed

if TYPE_CHECKING:
    from designer.text import Edit
    from web.history.steps import Asked, Change, Outcome

routes = Blueprint("steps", __name__)


@routes.post("/t/<id>/steps")
def take(id: str) -> Response:
    """Do one step: `edits`, `operations`, `undo`, `redo` or `to`, and `places`, against the revision `base`.

    Answers with the revision that the template is at, all `changes` since `base`, and what the text means now; or with
    `refused` or `conflict`, one sentence, where nothing was stored. What `asks` names comes along (along.py).
    """
    body = reading.body_of(sent_json())
    asks = along.asks_of(body)
    asked = reading.asked_of(body, reading.browser(request.cookies.get(security.COOKIE, "")))
    try:
        operations = reading.operations_of(body)
        if operations:
            plan_asked(id, asked, operations)
        outcome = steps.take(store(), id, asked, current_app.config["MAX_TEMPLATE_BYTES"])
    except steps.Behind:
        raise _behind() from None
    except steps.Impossible as impossible:
        return _unchanged(impossible.outcome, asked, refused=impossible.sentence)
    except steps.Conflict as conflict:
        return _unchanged(conflict.outcome, asked, theirs=[list(each) for each in conflict.theirs],
                          conflict="Somebody else has changed the same text meanwhile, so nothing was stored.")
    return along.with_answers({**_state(outcome, asked), **_meaning(outcome), "title": outcome.title,
                               "select": outcome.select, "notes": outcome.notes}, asks)


@routes.post("/t/<id>/text")
def write(id: str) -> AnyResponse | tuple[str, int]:
    """Put the form's `text` in the place of the one at revision `base`: one step, for browsers without script."""
    kept = store()
    text = request.form.get("text", "").replace("\r\n", "\n")  # a form turns every line break into CRLF
    base = request.form.get("base", -1, type=int)
    try:
        now = steps.since(kept, id, base)
        before = steps.text_at(now.stored, now.changes)
        client = reading.browser(request.cookies.get(security.COOKIE, ""))
        asked = steps.Asked(base, client=client, kind="edit", title="Edit the text",
                            edits=difference(before, with_breaks_of(before, text)))
        steps.take(kept, id, asked, current_app.config["MAX_TEMPLATE_BYTES"])
    except steps.Behind:
        raise _behind() from None
    except steps.Impossible as impossible:
        raise Refusal(422, impossible.sentence) from None
    except steps.Conflict as conflict:
        return render_template("pages/conflict.html", stored=conflict.outcome.stored, mine=text,
                               theirs=opened_of(conflict.outcome.stored).text), 409
    return redirect(url_for("templates.show", id=id), 303)


@routes.get("/t/<id>/since")
def since(id: str) -> Response:
    """What happened since `revision`, in the form of an answer to a step."""
    try:
        outcome = steps.since(store(), id, request.args.get("revision", -1, type=int))
    except steps.Behind:
        raise _behind() from None
    return jsonify({**_state(outcome, None), **_meaning(outcome), "title": "", "select": None, "notes": []})


@routes.get("/t/<id>/history")
def history(id: str) -> str:
    """The steps, the newest first, with a button each to go there."""
    found = stored.need(store(), id)
    return render_template("fragments/history.html", stored=found, steps=steps.listed(store(), id))


def opened_of(found: stored.Stored, origin: Opened | None = None) -> Opened:
    """The document of a stored template as it is now."""
    return stood(documents().open(found.name, found.data, found.beside, origin, found.mark), found)


def plan_asked(id: str, asked: Asked, operations: list[dict[str, Any]]) -> None:
    """Make operations into edits of the text that they were meant for. Raises steps.Impossible and steps.Behind."""
    now = steps.since(store(), id, asked.base)
    present = opened_of(now.stored)
    base = present
    if any(change.edits for change in now.changes):
        base = documents().open(now.stored.name, present.with_text(steps.text_at(now.stored, now.changes)),
                                now.stored.beside)
    try:
        planned = planned_of(base.analysis, operations)
    except edit.Refused as refused:
        raise steps.Impossible(now, sentence_of(refused)) from None
    if base is not present:
        try:
            asked.later = now.stored.revision, list(planned_of(present.analysis, operations).edits)
        except edit.Refused:
            pass  # what it was meant for has changed: the edits meet that, or are independent of it
    asked.edits = list(planned.edits)
    asked.kind = "operation"
    asked.title = reading.title_of(planned.description)
    asked.select = node_of(planned.focus)
    asked.notes = list(planned.notes)
    asked.renamed = _renamed(operations)


def _renamed(operations: list[dict[str, Any]]) -> dict[str, str]:
    """The nodes that operations give another name, and what they call them."""
    found: dict[str, str] = {}
    for one in operations:
        if one.get("op") != "rename" or not all(isinstance(one.get(key), str) for key in ("section", "name", "to")):
            continue
        old, new = node_of((one["section"], one["name"])), node_of((one["section"], one["to"]))
        if old is not None and new is not None and old != new:
            first = next((key for key, value in found.items() if value == old), old)
            found[first] = new
    return {old: new for old, new in found.items() if reading.is_node(old) and reading.is_node(new)}


def _state(outcome: Outcome, asked: Asked | None) -> dict[str, Any]:
    found = outcome.stored
    places: dict[str, Any] = {}
    for change in outcome.changes:
        places |= change.places
    return {"revision": found.revision, "step": found.step, "undo": found.undo, "redo": found.redo, "places": places,
            "changes": [_change(change, asked) for change in outcome.changes], "name": found.name,
            "saved": datetime.fromtimestamp(found.changed, timezone.utc).isoformat(timespec="milliseconds")}


def _change(change: Change, asked: Asked | None) -> dict[str, Any]:
    mine = asked is not None and bool(asked.request) and change.request == asked.request
    return {"revision": change.revision, "edits": rows(change.edits), "places": change.places, "mine": mine}


def rows(edits: list[Edit]) -> list[list[int | str]]:
    """Edits as JSON has them."""
    return [[each.start, each.end, each.text] for each in edits]


def _meaning(outcome: Outcome) -> dict[str, Any]:
    """What the text means now: grown out of what it meant before, where that is known.

    The step is stored, so it is told even when the server is too busy to say what it means: `id` alone then.
    """
    found = outcome.stored
    origin = None
    if outcome.before.data is not found.data:
        origin = stood(documents().open(found.name, outcome.before.data, found.beside, mark=outcome.before.mark), found)
    elif outcome.changes:
        origin = _earlier(outcome)
    opened = opened_of(found, origin)
    opened.rename(outcome.renamed)
    try:
        return analysed(opened)
    except Refusal:
        return {"id": opened.id}


def _earlier(outcome: Outcome) -> Opened | None:
    """The document that a page which is behind shows, where it is still open."""
    if not any(change.edits for change in outcome.changes):
        return None
    return documents().known(outcome.stored.name, opened_of(outcome.stored).with_text(
        steps.text_at(outcome.stored, outcome.changes)), outcome.stored.beside)


def _unchanged(outcome: Outcome, asked: Asked, **why: Any) -> Response:
    meaning = _meaning(outcome) if outcome.changes else {"id": opened_of(outcome.stored).id}
    return jsonify({**_state(outcome, asked), **meaning, **why})


def _behind() -> Refusal:
    return Refusal(409, "This page shows a text that is too old to go on from. Load it again.", "behind")


__all__ = ["opened_of", "routes", "rows"]
