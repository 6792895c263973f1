"""What a node is, in words and as Heat's checks see it."""

from __future__ import annotations

from designer.syntax import Mapping, Node, Scalar, Sequence


def describe(node: Node | None) -> str:
    """What a node is, for a message: "nothing", "a text", "a list" ..."""
    if isinstance(node, Mapping):
        return "a map"
    if isinstance(node, Sequence):
        return "a list"
    value = node.value if isinstance(node, Scalar) else None
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, str):
        return "a text" if value else "an empty text"
    return "a number"


def is_empty(node: Node) -> bool:
    """Whether Heat takes a section for an empty one: null, false, 0, and empty texts, lists and maps all are."""
    if isinstance(node, Scalar):
        return not node.value
    if isinstance(node, Mapping):
        return not node.index
    return isinstance(node, Sequence) and not node.items


def function_called(node: Node, version: str) -> str | None:
    """The name of the function that a map calls, None where it calls none that this version knows.

    A function that the version has no more counts too: Heat takes the map for a call, and refuses that.
    """
    if not isinstance(node, Mapping) or len(node.index) != 1:
        return None
    from designer.functions import functions_of

    functions = functions_of(version)
    (name,) = node.index
    return name if functions.find(name) is not None and name not in functions.data else None
