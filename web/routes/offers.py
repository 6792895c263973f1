"""What a gesture on the canvas could mean: ways to connect, to stand between, to come loose, to go."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from designer.edit import offers, uses
from web import presenting
from web.documents import documents
from web.naming import sent_nodes
from web.refusals import Refusal

routes = Blueprint("offers", __name__)

MOST_SHOWN = 200


@routes.get("/d/<id>/offers/new")
def new(id: str) -> Response:
    """How a resource of the type `type` is added: `operations`, and the `name` that it gets."""
    opened, type = documents().need(id), _asked("type")
    name = offers.name_for(opened.analysis, type)
    operation = {"op": "add_resource", "name": name, "type": type, "placeholders": True}
    return jsonify({"name": name, "operations": [operation]})


@routes.get("/d/<id>/offers/connect")
def connect(id: str) -> str:
    """The ways in which `from` can come to need `to`, and in which it could be the other way round."""
    opened = documents().need(id)
    source, target = _asked("from"), _asked("to")
    ways = offers.connections(opened.analysis, source, target)
    groups = [{"title": f"{source} needs {target}", "ways": ways}] if ways else []
    # what was drawn the wrong way round is meant the right way round; a guess is offered only where nothing is certain
    certain = any(way["kind"] == offers.REFERENCE and not way["circular"] for way in ways)
    some = any(way["path"] is not None and not way["circular"] for way in ways)
    back = [way for way in offers.connections(opened.analysis, target, source)
            if way["kind"] == offers.REFERENCE or (not some and way["path"] is not None)]
    if back:
        groups.insert(1 if certain else 0, {"title": f"{target} needs {source}", "ways": back})
    return render_template("fragments/offers.html", groups=groups,
                           none=f"{source} and {target} cannot be connected.")


@routes.get("/d/<id>/offers/between")
def between(id: str) -> str:
    """The ways in which a new resource of `type` can stand between `from` and `to`, which that one needs."""
    opened = documents().need(id)
    source, target, type = _asked("from"), _asked("to"), _asked("type")
    ways = offers.between(opened.analysis, source, target, type)
    groups = [{"title": f"Between {source} and {target}", "ways": ways}] if ways else []
    return render_template("fragments/offers.html", groups=groups, none="It cannot stand between these two.")


@routes.get("/d/<id>/offers/loose")
def loose(id: str) -> str:
    """The ways in which `from` comes to need `to` no longer: one reason, or all of them."""
    opened = documents().need(id)
    source, target = _asked("from"), _asked("to")
    edge = presenting.edge(opened, source, target)
    section, name = _entry(source)
    found = [use for use in uses.uses_of(opened.analysis, *_entry(target))
             if (use["subject"]["section"], use["subject"]["name"]) == (section, name)]
    return render_template("fragments/loose.html", source=source, target=target, uses=found,
                           reasons=[] if edge is None else edge["reasons"])


@routes.get("/d/<id>/uses")
@routes.post("/d/<id>/uses")
def used(id: str) -> str:
    """What refers to the nodes named `node`, from outside of them: what would go or lose its meaning with them.

    More of them than an address holds are sent as JSON, `nodes`.
    """
    opened = documents().need(id)
    nodes = request.args.getlist("node") if request.method == "GET" else sent_nodes()
    if not nodes:
        raise Refusal(400, "The request names nothing.")
    found = uses.uses_outside(opened.analysis, {_entry(node) for node in nodes})
    return render_template("fragments/uses.html", nodes=nodes, uses=found[:MOST_SHOWN],
                           more=max(0, len(found) - MOST_SHOWN), operations=_removals(nodes, bool(found)))


def _removals(nodes: list[str], cascade: bool) -> list[dict[str, Any]]:
    """What takes nodes of the graph out, a section at a time."""
    sections: dict[str, list[str]] = {}
    for section, name in map(_entry, nodes):
        sections.setdefault(section, []).append(name)
    return [{"op": "remove", "section": section, "names": names, **({"cascade": True} if cascade else {})}
            for section, names in sections.items()]


def _entry(node: str) -> tuple[str, str]:
    """The section and name of a node of the graph: `/SECTION/NAME`, or the name of a resource."""
    if node.startswith("/") and node.count("/") >= 2:
        _, section, name = node.split("/", 2)
        return section, name
    return "resources", node


def _asked(field: str) -> str:
    value = request.args.get(field, "")
    if not value:
        raise Refusal(400, "The request lacks a part of what is asked.")
    return value
