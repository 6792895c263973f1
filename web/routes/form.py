"""Pieces of the inspector's forms: what is inside a field, what it may be given by, what a drop on it means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, render_template, request

from designer.assist import form_offers
from designer.assist.form_calls import call_at
from designer.assist.form_resource import inner_form
from web.documents import documents
from web.refusals import Refusal

if TYPE_CHECKING:
    from typing import TypeAlias

    Path: TypeAlias = tuple[str | int, ...]

routes = Blueprint("form", __name__)

LONGEST_PATH = 60
LONGEST_STEP = 1000


@routes.get("/d/<id>/form")
def form(id: str) -> str:
    """The fields of the place at `path`: what is `inside` of it, or it as one more `item` of a list."""
    opened, path = documents().need(id), _path()
    field = inner_form(opened.analysis, path)
    if field is None:
        raise Refusal(404, "There is nothing to fill in at that place.")
    return render_template("fragments/form_part.html", field=field, what=request.args.get("what", "inside"))


@routes.get("/d/<id>/form/offers")
def offers(id: str) -> str:
    """What the field at `path` may be given by; with `q` only what has every word of it."""
    opened, path = documents().need(id), _path()
    found = form_offers.offers(opened.analysis, path, request.args.get("q", "")[:200])
    if found is None:
        raise Refusal(404, "There is nothing to fill in at that place.")
    return render_template("fragments/form_offers.html", offers=found)


@routes.get("/d/<id>/form/value")
def value(id: str) -> Response:
    """The operations that set the field at `path`: to a `node` dropped on it, to an attribute named by `steps`, or to a
    `call` of a function; that one is filled in from the field `first` on."""
    opened, path = documents().need(id), _path()
    function = request.args.get("call", "")
    if function:
        made = call_at(opened.analysis, path, function)
        if made is None:
            raise Refusal(404, "That cannot stand there.")
        return jsonify({"operations": made[0], "first": made[1]})
    node, steps = request.args.get("node", ""), request.args.get("steps", "")
    if steps:
        names = [step for step in steps.split(".") if step]
        if not names:
            raise Refusal(400, "The request names nothing.")
        return jsonify({"operations": form_offers.path_at(opened.analysis, path, names)})
    section, name = "resources", node
    if node.startswith("/") and node.count("/") >= 2:
        _, section, name = node.split("/", 2)
    operations = form_offers.drop_on(opened.analysis, path, section, name)
    if operations is None:
        raise Refusal(404, "That cannot stand there.")
    return jsonify({"operations": operations})


@routes.get("/d/<id>/form/types")
def types(id: str) -> str:
    """The types that the resource `node` could become."""
    opened = documents().need(id)
    found = form_offers.types_for(opened.analysis, request.args.get("node", ""))
    if not found:
        raise Refusal(404, "There is no resource of that name.")
    return render_template("fragments/form_types.html", types=found)


def _path() -> Path:
    """The path in the query, JSON. Raises Refusal (400) where it is none."""
    try:
        path = json.loads(request.args.get("path", ""))
    except (ValueError, RecursionError):
        path = None
    if not isinstance(path, list) or not 1 <= len(path) <= LONGEST_PATH or not all(map(_is_step, path)):
        raise Refusal(400, "The request names no place of the template.")
    return tuple(path)


def _is_step(step: object) -> bool:
    if isinstance(step, str):
        return len(step) <= LONGEST_STEP
    return isinstance(step, int) and not isinstance(step, bool) and 0 <= step < 1_000_000
