"""Hidden groups written out as pairs."""

from __future__ import annotations

from designer.graph.model import HIDDEN, Edge, Reason, any_of, both

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.model import Graph, Group


def pairs(graph: Graph) -> Iterator[Edge]:
    """Every edge, those that only hidden groups make included, source by source in the order of the text."""
    groups = graph.groups_of
    for name in graph.nodes:
        explicit = graph.needed[name]
        mine = groups.get(name)
        if mine is None:
            yield from explicit.values()
            continue
        found = dict(explicit)
        for group in mine:
            _add(graph, group, name, group.targets, found)
        yield from found.values()


def pair(graph: Graph, source: str, target: str) -> Edge | None:
    """The edge of one pair with all its reasons, None where there is none."""
    explicit = graph.edge(source, target)
    found = {} if explicit is None else {target: explicit}
    for group in graph.groups_of.get(source, ()):
        if target in group.targets:
            _add(graph, group, source, (target,), found)
    return found.get(target)


def _add(graph: Graph, group: Group, source: str, targets: dict[str, bool | None] | tuple[str, ...],
         found: dict[str, Edge]) -> None:
    sure = group.sources[source]
    # One reason serves all pairs of a source in a group that are as certain.
    reasons: dict[bool | None, Reason] = {}
    nodes = graph.nodes
    on, place = nodes[source].enabled, nodes[source].resource.key
    for target in targets:
        if target == source:
            continue
        enabled = both(sure, group.targets[target])
        reason = reasons.get(enabled)
        if reason is None:
            reason = reasons[enabled] = Reason(HIDDEN, place, enabled, group.words)
        known = found.get(target)
        if known is None:
            found[target] = Edge(source, target, [reason], both(both(on, nodes[target].enabled), enabled), graph)
            continue
        if any(other.words == group.words for other in known.reasons):
            continue
        every = [*known.reasons, reason]
        found[target] = Edge(source, target, every, both(both(on, nodes[target].enabled), any_of(every)), graph)
