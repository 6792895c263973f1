"""What waits for what: the dependency graph of a template, and why each dependency is there.

    graph = build_graph(template, evaluation)
    graph.nodes["server"]                    # GraphNode: .resource, .enabled (True, False, None: not decided)
    renew_graph(graph, evaluation, names)    # after an edit of these resources; `graph.shape` is another object then
                                             # if anything waits for another thing, or for another reason
    graph.edges                              # Edge: .source needs .target; .kinds, .reasons, .redundant, .enabled
    graph.edge("server", "port")             # the explicit edge of a pair, or None
    graph.groups                             # Group: hidden dependencies, each source on every target
    graph.pairs()                      # every edge that Heat orders, hidden ones written out: grows with the square
    graph.pair("server", "subnet")           # the whole edge of one pair, hidden reasons included, or None
    graph.cycles                             # Cycle, a list of names whose first is also its last
    graph.waves                              # [[names that may be created first], [then these], ...]
    graph.critical_path                      # the longest chain of names that wait for one another, first created first
    graph.needs("server"), graph.needed_by("net")      # all that it waits for, all that waits for it, near and far

Nothing here imports networkx: `designer.graph.networks.as_networkx(graph)` is for pictures and analyses.
"""

from __future__ import annotations

from designer.graph.build import build_graph
from designer.graph.model import Cycle, Edge, Graph, GraphNode, Group, Reason
from designer.graph.renew import renew_graph

__all__ = ["Cycle", "Edge", "Graph", "GraphNode", "Group", "Reason", "build_graph", "renew_graph"]
