"""The outline as data, what is asked about its entries before something is done to them, and the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, render_template, request

from designer import edit
from designer.assist.several import inspect_several
from designer.edit.clipboard import copy_entries, described
from designer.edit.drops import drops
from designer.edit.starters import SECTIONS, starters
from web import outlining
from web.documents import documents
from web.naming import sent_nodes
from web.planning import sentence_of
from web.refusals import Refusal

if TYPE_CHECKING:
    from web.documents import Opened

routes = Blueprint("outline", __name__)

MOST_PASTED = 4 * 1024 * 1024


@routes.get("/d/<id>/outline.json")
def rows(id: str) -> Response:
    """What changed in the outline since the text `since`; all of it where that is not known any more."""
    return jsonify(outlining.changes(documents().need(id), request.args.get("since", "")))


@routes.get("/d/<id>/starters")
def beginnings(id: str) -> Response:
    """What a new entry of `section` can begin as; what has to do with the node `near` first."""
    section = request.args.get("section", "")
    if section not in SECTIONS:
        raise Refusal(400, "There is no such section.")
    return jsonify(starters(documents().need(id).analysis, section, request.args.get("near")))


@routes.get("/d/<id>/offers/drop")
def dropped(id: str) -> str:
    """What could be meant by dropping the node `node` on the resource `on`."""
    opened, on = documents().need(id), request.args.get("on", "")
    section, name = _entry(opened, request.args.get("node", ""))
    ways = drops(opened.analysis, section, name, on)
    groups = [{"title": f"{name} for {on}", "ways": ways}] if ways else []
    return render_template("fragments/offers.html", groups=groups, none=f"{on} has no place for {name}.")


@routes.post("/d/<id>/several")
def several(id: str) -> str:
    """What the entries named by `nodes` have in common."""
    opened = documents().need(id)
    nodes = sent_nodes()
    facts = inspect_several(opened.analysis, [_entry(opened, node) for node in nodes])
    return render_template("fragments/inspect_several.html", opened=opened, several=facts, nodes=nodes)


@routes.post("/d/<id>/copy")
def copy(id: str) -> Response:
    """The entries named by `nodes` as text for the clipboard, with what they need; or `refused`, one sentence."""
    opened = documents().need(id)
    try:
        return jsonify({"text": copy_entries(opened.analysis, [_entry(opened, node) for node in sent_nodes()])})
    except edit.Refused as refused:
        return jsonify({"refused": sentence_of(refused)})


@routes.post("/clipboard")
def look() -> Response:
    """What the text in the body would bring when pasted: `whole` and `counts`; or `refused`, one sentence."""
    data = request.get_data(cache=False)
    if len(data) > MOST_PASTED:
        raise Refusal(413, "That is more than a template may hold.")
    try:
        return jsonify(described(data.decode("utf-8", "replace")))
    except edit.Refused as refused:
        return jsonify({"refused": sentence_of(refused)})


def _entry(opened: Opened, node: str) -> tuple[str, str]:
    """The section and name of a node of the page: `/SECTION/NAME`, or what is drawn by its name."""
    if node.startswith("/") and node.count("/") >= 2:
        _, section, name = node.split("/", 2)
        return section, name
    return outlining.drawn_section(opened), node
