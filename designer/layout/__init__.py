"""A graph to positions: what is shown (the scene), and where it stands.

    layout = lay_out(analysis, Options(layers=("hidden", "parameters")))     # or of a bare graph
    layout.positions["server"]               # (x, y): top left corner of its card, in pixels
    layout.engine                            # "dot", "layered", "waves" or "kept"
    lay_out(analysis, options, positions=before)     # after an edit: what has a place stays, the new goes near it

and in steps:

    scene = scene_of(analysis, options)      # cards, links, bundles, containers
    layout = place(scene)                    # by `dot`, or by the built-in layout where `dot` is missing or late
    layout = keep(scene, before)

Positions are kept by whoever asked for them; they are plain numbers by id. The ids of resources are their names;
those of parameters, outputs, collapsed containers and junctions start with a slash.
"""

from __future__ import annotations

from designer.layout.compose import compose, severities_of
from designer.layout.options import EVERY, HIDDEN, LAYERS, MANY, OUTPUTS, PARAMETERS, REDUNDANT, Options
from designer.layout.place import Layout, keep, place
from designer.layout.scene import CARD_SIZE, Bundle, Card, Container, Link, Scene
from designer.layout.subject import graph_of, lay_out, scene_of

__all__ = ["CARD_SIZE", "EVERY", "HIDDEN", "LAYERS", "MANY", "OUTPUTS", "PARAMETERS", "REDUNDANT", "Bundle", "Card",
           "Container", "Layout", "Link", "Options", "Scene", "compose", "graph_of", "keep", "lay_out", "place",
           "scene_of", "severities_of"]
