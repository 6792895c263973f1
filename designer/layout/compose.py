"""A graph to the scene that a picture of it shows."""

from __future__ import annotations

from designer.layout.draft import Draft
from designer.layout.options import HIDDEN, OUTPUTS, PARAMETERS, REDUNDANT, Options
from designer.layout.scene import Scene
from designer.layout.shared import find_shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from designer.functions import Evaluation
    from designer.graph import Graph

SEVERITIES = ("error", "warning", "unfinished", "info")


def compose(graph: Graph, options: Options | None = None, evaluation: Evaluation | None = None,
            severities: Mapping[str, str] | None = None, moment: object = None) -> Scene:
    """The cards, links, bundles and containers of a picture.

    `evaluation` gives the marks and the layers of parameters and outputs; `severities` the worst severity of each
    resource that has a diagnostic; `moment` is that of the analysis.
    """
    scene = Scene(options or Options())
    layers = scene.options.layers
    redundant = REDUNDANT in layers
    draft = Draft(graph)
    draft.severities = severities or {}
    for name in graph.nodes:
        draft.card(name, evaluation)
        draft.links[name] = draft.links_of(name, redundant)
    if evaluation is not None and (PARAMETERS in layers or OUTPUTS in layers):
        from designer.layout.layers import add_layers

        add_layers(draft, evaluation, scene.options)
    for links in draft.links.values():
        draft.use(links, 1)
    if scene.options.badges:
        draft.shared = find_shared(draft.users, draft.cards)
    for id in draft.links:
        draft.show(id)
    if HIDDEN in layers and graph.groups:
        from designer.layout.bundles import add_hidden

        add_hidden(draft, redundant, None)
    for id in {*draft.severities, *draft.shared, *draft.waits} & draft.cards.keys():
        draft.mark(id)
    if not scene.options.waves:
        draft.tiers.gather(draft.shared)
    draft.fill(scene, moment, None)
    return scene


def severities_of(diagnostics: Iterable[Any]) -> dict[str, str]:
    """The worst severity of each resource among diagnostics; what only waits to be filled in is unfinished."""
    found: dict[str, str] = {}
    for diagnostic in diagnostics:
        path = diagnostic.path
        if len(path) > 1 and path[0] == "resources" and diagnostic.file is None:
            name = str(path[1])
            severity = "unfinished" if "unfinished" in diagnostic.tags else diagnostic.severity
            if name not in found or SEVERITIES.index(severity) < SEVERITIES.index(found[name]):
                found[name] = severity
    return found
