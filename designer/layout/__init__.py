"""A graph to positions: what is shown (the scene), and where it stands.

    scene = compose(graph, Options(layers=("hidden", "parameters")), evaluation, severities_of(diagnostics))
    layout = place(scene)                    # by `dot`, or by the built-in layout where `dot` is missing or late
    layout.positions["server"]               # (x, y): top left corner of its card, in pixels
    layout.engine                            # "dot", "layered", "waves" or "kept"
    keep(scene, positions)                   # after an edit: what has a place stays, the new goes near it
    lay_out(graph)                           # compose and place in one step

Positions are kept by whoever asked for them; they are plain numbers by id. The ids of resources are their names;
those of parameters, outputs, collapsed containers and junctions start with a slash.
"""

from __future__ import annotations

from designer.layout.compose import compose, severities_of
from designer.layout.options import EVERY, HIDDEN, LAYERS, MANY, OUTPUTS, PARAMETERS, REDUNDANT, Options
from designer.layout.place import Layout, keep, place
from designer.layout.scene import CARD_SIZE, Bundle, Card, Container, Link, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.functions import Evaluation
    from designer.graph import Graph

__all__ = ["CARD_SIZE", "EVERY", "HIDDEN", "LAYERS", "MANY", "OUTPUTS", "PARAMETERS", "REDUNDANT", "Bundle", "Card",
           "Container", "Layout", "Link", "Options", "Scene", "compose", "keep", "lay_out", "place", "severities_of"]


def lay_out(graph: Graph, options: Options | None = None, evaluation: Evaluation | None = None,
            engine: str | None = None) -> Layout:
    """Positions for a graph's picture; see `compose` and `place` for what is passed on to them."""
    return place(compose(graph, options, evaluation), engine)
