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
