"""A graph as plain facts: what `graph --format json` and the page's scripts are given."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.graph import Graph, Reason
    from designer.syntax import Node
    from designer.template import Resource
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
    # A reason of a group is that of many pairs; it is told once and shared.
    known: dict[int, tuple[Reason, dict[str, Any]]] = {}
    order = graph.order
    implied = order.implied
    edges = []
    for edge in graph.pairs():
        resource = graph.nodes[edge.source].resource
        reasons = []
        for reason in edge.reasons:
            shared = known.get(id(reason))
            if shared is None:
                # the reason itself is kept, so that no other one gets its id
                shared = known[id(reason)] = (reason, _reason(reason, resource, lines))
            reasons.append(shared[1])
        edges.append({"from": edge.source, "to": edge.target, "kinds": edge.kinds, "reasons": reasons,
                      "redundant": order.among(implied, edge.source, edge.target), "enabled": edge.enabled})
    return {"nodes": nodes, "edges": edges, "cycles": [list(cycle) for cycle in graph.cycles]}


def _reason(reason: Reason, resource: Resource, lines: LineIndex) -> dict[str, Any]:
    place = reason.place
    return {"kind": reason.kind, "path": _path(place, resource), "range": _range(lines, place.start, place.end),
            "text": reason.text(lines.text)}


def _path(place: Node, resource: Resource) -> list[str | int]:
    """The path of a place inside a resource, found without asking the section which of its entries that is."""
    steps: list[str | int] = []
    at = place
    while at.parent is not None and at is not resource.node and at is not resource.key:
        step = at.parent.step_to(at)
        if step is not None:
            steps.append(step)
        at = at.parent
    if at is not resource.node and at is not resource.key:
        # an alias: it stands somewhere else
        return list(place.path())
    return ["resources", resource.name, *reversed(steps)]


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
