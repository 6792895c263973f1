"""The scene after an edit that changed nothing of what waits for what: only cards that look otherwise are others."""

from __future__ import annotations

from designer.layout.marks import COUNTS, condition_of, count_of
from designer.layout.options import OUTPUTS, PARAMETERS
from designer.layout.scene import Origin, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from designer.analysis import Analysis
    from designer.functions import Evaluation
    from designer.graph import Graph
    from designer.layout.options import Options
    from designer.layout.scene import Card

RANKS = ("error", "warning", "info", "")


def follow(scene: Scene, analysis: Analysis, graph: Graph, options: Options, severities: Mapping[str, str]) -> (
        Scene | None):
    """The scene that `compose` makes, out of the one before the edit, which stays as it is.

    None where it has to be composed: the graph has another shape, or the picture shows more than resources.
    """
    origin, evaluation = scene.origin, analysis.evaluation
    edited = analysis.edited_since(origin.moment) if origin is not None else None
    if origin is None or edited is None or origin.shape is not graph.shape or not options.alike(scene.options) \
            or PARAMETERS in options.layers or OUTPUTS in options.layers:
        return None
    found = Scene(options)
    found.links, found.bundles, found.waves = scene.links, scene.bundles, scene.waves
    found.containers, found.collapsed = scene.containers, scene.collapsed
    found.origin = Origin(graph.shape, analysis.moment, severities)
    names = dict.fromkeys(edited)
    names.update((name, None) for name in (*severities, *origin.severities)
                 if severities.get(name) != origin.severities.get(name))
    cards = found.cards = dict(scene.cards)
    hidden: set[str] = set()
    for name in names:
        if name in cards:
            cards[name] = _card(cards[name], graph, evaluation, severities)
        else:
            hidden.add(name)
    for container in found.collapsed if hidden else ():
        if not hidden.isdisjoint(container.members):
            worst = min((severities.get(name, "") for name in container.members), key=RANKS.index)
            if cards[container.id].severity != worst:
                card = cards[container.id] = cards[container.id].copy()
                card.severity = worst
    return found


def _card(card: Card, graph: Graph, evaluation: Evaluation | None, severities: Mapping[str, str]) -> Card:
    """The card of a resource: the one before, where it looks as that does."""
    resource = graph.nodes[card.id].resource
    condition = condition_of(resource)
    count = ""
    if evaluation is not None and card.type in COUNTS and card.id in evaluation.resources:
        count = count_of(card.type, evaluation.resources[card.id].properties)
    severity = severities.get(card.id, "")
    if (condition, count, severity) == (card.condition, card.count, card.severity):
        return card
    card = card.copy()
    card.condition, card.count, card.severity = condition, count, severity
    return card
