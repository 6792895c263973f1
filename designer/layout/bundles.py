"""Hidden dependencies in a picture: a link where one waits, a bundle through a junction where many wait for many."""

from __future__ import annotations

from designer.graph.model import both
from designer.layout.scene import HIDDEN, JUNCTION_ID, Bundle, Link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph import Graph, Group
    from designer.layout.scene import Scene

# A bundle with more ends than this is told by a mark on its cards.
WIDEST = 40


def add_hidden(scene: Scene, graph: Graph, redundant: bool) -> None:
    """Add the hidden groups of a graph to a scene; pairs that are there anyway, or implied by others, are left out."""
    linked = {(link.source, link.target) for link in scene.links}
    for group in graph.groups:
        sources, targets = _needed_ends(graph, group, redundant)
        if not sources or not targets:
            continue
        if len(sources) == 1 or len(targets) == 1:
            for source in sources:
                for target in targets:
                    if (source, target) not in linked and source != target:
                        linked.add((source, target))
                        enabled = both(group.sources[source], group.targets[target])
                        scene.links.append(Link(source, target, ["hidden"], HIDDEN, enabled))
        elif len(sources) + len(targets) > WIDEST:
            for source in sources:
                scene.cards[source].waits.append(group.words)
        else:
            scene.bundles.append(Bundle(f"{JUNCTION_ID}{group.id}", group.words, sources, targets))


def _needed_ends(graph: Graph, group: Group, redundant: bool) -> tuple[list[str], list[str]]:
    """Those ends of a group of which not every pair is implied by other edges."""
    sources, targets = list(group.sources), list(group.targets)
    if redundant:
        return sources, targets
    order = graph.order
    every = 0
    for name in targets:
        every |= 1 << order.numbers[name]
    open_targets = 0
    kept = []
    for name in sources:
        missing = every & ~order.implied[order.numbers[name]]
        if missing:
            kept.append(name)
            open_targets |= missing
    return kept, [name for name in targets if open_targets >> order.numbers[name] & 1]
