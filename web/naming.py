"""The nodes of a page that a request names."""

from __future__ import annotations

from flask import request

from web.refusals import Refusal

MOST_NODES = 50_000


def sent_nodes() -> list[str]:
    """The names of nodes in the JSON that a request holds. Raises Refusal (400) where there are none, or too many."""
    try:
        body = request.get_json(silent=True, force=True)
    except RecursionError:  # brackets inside brackets without end
        body = None
    nodes = body.get("nodes") if isinstance(body, dict) else None
    if not isinstance(nodes, list) or not 1 <= len(nodes) <= MOST_NODES or not all(isinstance(n, str) for n in nodes):
        raise Refusal(400, "The request names nothing, or too much.")
    return nodes
