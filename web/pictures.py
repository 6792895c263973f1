"""Pictures of an opened template: for the page, for the gallery, to take away. Each is drawn once for a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flask import Response

from web import presenting
from web.documents import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import MultiDict

LAYERS = ("parameters", "outputs")
VIEWS = ("graph", "waves")


class Choice:
    """What a person asked to see: layers, the view, and what is collapsed ("all", or the names of clusters)."""

    __slots__ = ("layers", "view", "collapse", "collapsed")

    def __init__(self, layers: tuple[str, ...], view: str, collapsed: tuple[str, ...]) -> None:
        self.layers = layers
        self.view = view
        self.collapse = "all" in collapsed
        self.collapsed = collapsed

    @property
    def key(self) -> tuple[object, ...]:
        return (self.layers, self.view, self.collapsed)


def choice(query: MultiDict[str, str] | Mapping[str, Any]) -> Choice:
    """The choice that a query names; what it names wrongly is left out."""
    many = getattr(query, "getlist", lambda key: [])
    layers = tuple(layer for layer in LAYERS if layer in many("layer"))
    view = query.get("view", "graph")
    collapsed = tuple(sorted(set(many("collapse"))))[:200]
    return Choice(layers, view if view in VIEWS else "graph", collapsed)


class Picture:
    """A graph drawn for a page: its markup, how many cards it shows, and who needs whom."""

    __slots__ = ("svg", "nodes", "relations", "engine")

    def __init__(self, svg: str, nodes: int, relations: dict[str, Any], engine: str) -> None:
        self.svg = svg
        self.nodes = nodes
        self.relations = relations
        self.engine = engine


def picture(opened: Opened, chosen: Choice) -> Picture | None:
    """The graph as the page shows it; None where the text has none."""
    if opened.analysis.graph is None:
        return None
    drawn: Picture = opened.once(("picture", chosen.key), lambda: _draw(opened, chosen))
    return drawn


def _draw(opened: Opened, chosen: Choice) -> Picture:
    from designer.export import svg
    from designer.layout import lay_out

    options = _options(chosen)
    positions = lay_out(opened.analysis, options)
    graph = opened.analysis.graph
    return Picture(svg(opened.analysis, positions, options), len(graph.nodes) if graph else 0,
                   presenting.relations(opened), positions.engine)


def _options(chosen: Choice) -> Any:
    from designer.layout.options import EVERY, HIDDEN, Options

    collapse = None
    if chosen.collapse:
        collapse = (EVERY,)
    elif chosen.collapsed:
        collapse = chosen.collapsed
    return Options((HIDDEN, *chosen.layers), collapse, chosen.view == "waves")


def thumbnail(opened: Opened) -> Response:
    return Response(picture(opened, choice({})).svg, mimetype="image/svg+xml")
