"""The dependency graph as networkx knows graphs, for pictures and analyses."""

from __future__ import annotations

import networkx as nx

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.graph.model import Graph


def as_networkx(graph: Graph, pairs: bool = False) -> nx.DiGraph[Any]:
    """A directed graph whose edges lead from what waits to what it waits for.

    Nodes are names with `type` and `enabled`; edges have `kinds` and `enabled`. A hidden group is a node `("group", n)`
    between its sources and its targets; with `pairs` the groups are written out instead.
    """
    found: nx.DiGraph[Any] = nx.DiGraph()
    for name, node in graph.nodes.items():
        found.add_node(name, type=node.resource.type, enabled=node.enabled)
    for edge in graph.pairs() if pairs else graph.edges:
        found.add_edge(edge.source, edge.target, kinds=edge.kinds, enabled=edge.enabled)
    if not pairs:
        for number, group in enumerate(graph.groups):
            junction = ("group", number)
            found.add_node(junction, words=group.words)
            for name, sure in group.sources.items():
                found.add_edge(name, junction, kinds=["hidden"], enabled=sure)
            for name, sure in group.targets.items():
                found.add_edge(junction, name, kinds=["hidden"], enabled=sure)
    return found
