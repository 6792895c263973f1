"""The node at a path of a value, as near as the text has one.

Values are checked without their nodes; only a fault asks where it stands. A function's call stands for all that it
yields, but a branch of `if` is looked into.
"""

from __future__ import annotations

from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax import Node
    from designer.template import Resource


def node_of(node: Node, path: tuple[str | int, ...], conditions: dict[str, bool | None] | None = None) -> Node:
    """The node that a path leads to below a node; where it enters a call, the call, or the branch that is taken."""
    for step in path:
        node = _taken(node, conditions)
        inner: Node | None = None
        if isinstance(node, Mapping):
            inner = node.index.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            inner = _item(node, step)
        if inner is None:
            return node
        node = inner
    return _taken(node, conditions)


def key_of(node: Node, path: tuple[str | int, ...], conditions: dict[str, bool | None] | None = None) -> Node:
    """The node of the key that ends a path; the value's node where it is an item or not written out."""
    holder = _taken(node_of(node, path[:-1], conditions), conditions)
    if isinstance(holder, Mapping) and path:
        key = holder.key(str(path[-1]))
        if key is not None:
            return key
    return holder


def section_place(resource: Resource, section: str, path: tuple[str | int, ...],
                  conditions: dict[str, bool | None] | None = None, value: bool = False) -> Node:
    """The place of a fault at a path of a resource's section: the key that the path ends with, or its value.

    The section's key where the path is empty, the resource's where the section is missing.
    """
    node = resource.properties if section == "properties" else resource.part(section)
    if node is None:
        return resource.key
    if path:
        return (node_of if value else key_of)(node, path, conditions)
    return (resource.node.key(section) if isinstance(resource.node, Mapping) else None) or node


def _item(node: Sequence, index: int) -> Node | None:
    # an item that `if` may leave out shifts those behind it: then the list as a whole is the place
    if any(isinstance(item, Mapping) and "if" in item.index for item in node.items[:index]):
        return None
    return node.items[index]


def _taken(node: Node, conditions: dict[str, bool | None] | None) -> Node:
    """The branch of an `if` that is taken, as deep as they nest; the node itself where there is none."""
    while conditions and isinstance(node, Mapping) and len(node.index) == 1:
        arguments = node.index.get("if")
        if not isinstance(arguments, Sequence) or not 2 <= len(arguments.items) <= 3:
            break
        name = arguments.items[0]
        outcome = conditions.get(name.value) if isinstance(name, Scalar) and isinstance(name.value, str) else None
        if outcome is None:
            break
        if not outcome and len(arguments.items) < 3:
            break
        node = arguments.items[1 if outcome else 2]
    return node
