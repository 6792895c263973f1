"""A graph as plain facts: what `graph --format json` and the page's scripts are given."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.graph import Edge, Graph, Reason
    from designer.syntax import Node
    from designer.text import LineIndex


def graph_facts(graph: Graph | None) -> dict[str, Any]:
    """`nodes`, `edges` and `cycles`; hidden groups written out pair by pair. None is a text that is no template."""
    if graph is None:
        return {"nodes": [], "edges": [], "cycles": []}
    lines = graph.template.document.lines
    nodes = []
    for name, node in graph.nodes.items():
        resource = node.resource
        nodes.append({"name": name, "type": resource.type,
                      "range": _range(lines, resource.key.start, resource.node.end),
                      "condition": _condition(resource.condition, lines.text), "enabled": node.enabled})
    # A reason's place is told in many pairs of a group; it is worked out once.
    known: dict[int, dict[str, Any]] = {}
    order = graph.order
    implied = order.implied
    edges = []
    for edge in graph.pairs():
        facts = edge_facts(edge, lines, known)
        facts["redundant"] = order.among(implied, edge.source, edge.target)
        edges.append(facts)
    return {"nodes": nodes, "edges": edges, "cycles": [list(cycle) for cycle in graph.cycles]}


def edge_facts(edge: Edge, lines: LineIndex, known: dict[int, dict[str, Any]] | None = None) -> dict[str, Any]:
    """One edge with its reasons: kind, path, range and the text there, or the words of a hidden reason."""
    return {"from": edge.source, "to": edge.target, "kinds": edge.kinds,
            "reasons": [_reason(reason, lines, known) for reason in edge.reasons],
            "redundant": False, "enabled": edge.enabled}


def _reason(reason: Reason, lines: LineIndex, known: dict[int, dict[str, Any]] | None) -> dict[str, Any]:
    if known is not None and id(reason) in known:
        return known[id(reason)]
    place = reason.place
    facts = {"kind": reason.kind, "path": list(place.path()), "range": _range(lines, place.start, place.end),
             "text": reason.text(lines.text)}
    if known is not None:
        known[id(reason)] = facts
    return facts


def _range(lines: LineIndex, start: int, end: int) -> dict[str, dict[str, int]]:
    first, last = lines.position(start), lines.position(end)
    return {"start": {"line": first[0], "column": first[1]}, "end": {"line": last[0], "column": last[1]}}


def _condition(node: Node | None, text: str) -> str | None:
    if node is None:
        return None
    value = getattr(node, "value", None)
    if isinstance(value, str):
        return value
    return text[node.start:node.end]
