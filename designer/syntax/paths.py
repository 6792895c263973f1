"""From a node along a path of keys and indexes."""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.syntax.nodes import Node


def child_at(node: Node | None, step: str | int) -> Node | None:
    """What is at one step inside of a node, None where nothing is written."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.index.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def follow(node: Node | None, path: Iterable[str | int]) -> Node | None:
    """What is at the end of a path that begins in a node, None where nothing is written."""
    for step in path:
        node = child_at(node, step)
    return node
