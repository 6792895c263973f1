"""A graph after an edit: only what the edit touches is drawn up anew."""

from __future__ import annotations

from designer.graph.build import edges_of, fill
from designer.graph.model import GraphNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from designer.functions import Evaluation
    from designer.graph.model import Edge, Graph

# Of more resources than these it is not asked one by one whether each waits for itself.
MANY = 60


def renew_graph(graph: Graph, evaluation: Evaluation, changed: Collection[str], reordered: bool) -> None:
    """Bring a graph up to date with its template, whose entries and their values are the new ones already.

    `changed` are the names of the resources whose text, values, references or switch are others than before, that came
    or went, and all that name one of those that came, went, or are switched otherwise. `reordered` tells that those
    that stayed stand in another order among themselves. The outcome is the graph that `build_graph` makes.
    """
    if reordered:
        # in the order of the text stands all that is told of the graph
        _fill_again(graph, evaluation)
        return
    resources, evaluated = graph.template.resources, evaluation.resources
    nodes, needed, needing = graph.nodes, graph.needed, graph.needing
    before = {name: nodes[name] for name in changed if name in nodes}
    present = [name for name in changed if name in resources]
    came = [name for name in present if name not in before]
    went = [name for name in before if name not in resources]
    same = not came and not went
    for name in went:
        for target in needed[name]:
            needing[target].pop(name, None)
    for name in went:
        del nodes[name], needed[name], needing[name]
    for name in came:
        nodes[name], needed[name], needing[name] = GraphNode(resources[name], True), {}, {}
    if not same:
        nodes.disorder()
        needed.disorder()
        needing.disorder()
    for name in present:
        node = nodes[name] = GraphNode(resources[name], evaluated[name].enabled)
        known = before.get(name)
        same = same and known is not None and known.enabled is node.enabled \
            and known.resource.type == node.resource.type
    otherwise = []
    for name in present:
        old, new = needed[name], edges_of(name, graph, evaluated)
        needed[name] = new
        if not _alike(old, new):
            same = False
            otherwise.append(name)
        for target in old:
            if target not in new and target in needing:
                needing[target].pop(name, None)
        for target, edge in new.items():
            _note(needing[target], name, edge, graph)
    graph._edges = None
    moved = graph.hidden is not None and graph.hidden.renew(changed, before)
    if moved:
        graph._groups_of = None
    if same and not moved:
        return
    graph.shape = object()
    if graph._order is not None:
        graph._stale.update(changed)
    if graph._acyclic:
        suspects = set(otherwise)
        suspects.update(name for name in present
                        if name not in before or before[name].enabled is not nodes[name].enabled)
        if moved:
            suspects.update(present)
            suspects.update(source for name in present for source in needing[name])
        if len(suspects) > MANY or any(graph.closes(name) for name in suspects):
            graph._acyclic = None


def _fill_again(graph: Graph, evaluation: Evaluation) -> None:
    types = graph.hidden.look.types if graph.hidden is not None else None
    graph.nodes.clear()
    graph.nodes.disorder()
    graph.needed.clear()
    graph.needed.disorder()
    graph.shape = object()
    graph._edges = graph._order = graph._needing = graph._groups_of = graph._acyclic = None
    fill(graph, evaluation, types)


def _note(edges: dict[str, Edge], source: str, edge: Edge, graph: Graph) -> None:
    """Note an edge among those that lead to a name; they stand in the order of the text."""
    if source in edges or not edges:
        edges[source] = edge
        return
    last = next(reversed(edges))
    edges[source] = edge
    nodes = graph.nodes
    if nodes[last].resource.key.start > nodes[source].resource.key.start:
        entries = sorted(edges.items(), key=lambda entry: nodes[entry[0]].resource.key.start)
        edges.clear()
        edges.update(entries)


def _alike(old: dict[str, Edge], new: dict[str, Edge]) -> bool:
    """Whether edges lead to the same names, for reasons of the same kinds that hold alike."""
    if list(old) != list(new):
        return False
    for edge, other in zip(old.values(), new.values(), strict=True):
        if edge.enabled is not other.enabled or edge.kinds != other.kinds \
                or any(reason.enabled for reason in edge.reasons) != any(reason.enabled for reason in other.reasons):
            return False
    return True
