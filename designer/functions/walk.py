"""The walk from nodes to a value: the one visit that an expression gets."""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node


class _Omitted:
    """What `if` yields where nothing at all is meant to stand."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "OMITTED"


OMITTED = _Omitted()


def evaluate(node: Node, scope: Scope) -> Any:
    """What an expression is worth: known, or known in part; null where `if` leaves it out.

    Argument shapes are checked, faults reported and references kept on the way, each once. Source: heat.engine.template
    parse, heat.engine.function resolve and validate.
    """
    value = walk(node, scope)
    return None if value is OMITTED else value


def walk(node: Node, scope: Scope) -> Any:
    """As `evaluate`, but OMITTED where `if` leaves the value out."""
    if node.__class__ is Scalar:
        return node.value
    if isinstance(node, Mapping):
        index = node.index
        if len(index) == 1:
            for name in index:
                function = scope.functions.get(name) or scope.functions.find(name)
                if function is not None:
                    return function(node, index[name], scope)
        result = {}
        for name, inner in index.items():
            if inner.__class__ is Scalar:
                result[name] = inner.value
            else:
                value = walk(inner, scope)
                if value is not OMITTED:
                    result[name] = value
        return result
    values = []
    for inner in node.items:  # type: ignore[attr-defined]
        if inner.__class__ is Scalar:
            values.append(inner.value)
        else:
            value = walk(inner, scope)
            if value is not OMITTED:
                values.append(value)
    return values


def visit(node: Node, scope: Scope) -> Any:
    """As `evaluate`, for what Heat parses and validates but never resolves: what a function does not use."""
    resolved, scope.resolved = scope.resolved, False
    try:
        return evaluate(node, scope)
    finally:
        scope.resolved = resolved


def evaluate_early(node: Node, scope: Scope) -> Any:
    """As `evaluate`, for what Heat works out as soon as it asks what depends on what, in outputs too."""
    early, scope.early = scope.early, True
    try:
        return evaluate(node, scope)
    finally:
        scope.early = early


def is_call(node: Node, scope: Scope) -> bool:
    """Whether a node is a function's call, which Heat sees through only when it resolves it."""
    if isinstance(node, Mapping) and len(node.index) == 1:
        for name in node.index:
            return scope.functions.find(name) is not None and name not in scope.functions.data
    return False


def shape(node: Node, scope: Scope) -> str:
    """What Heat sees where it looks at arguments before they are resolved: call, map, list, string, null or other."""
    if isinstance(node, Mapping):
        return "call" if is_call(node, scope) else "map"
    if isinstance(node, Sequence):
        return "list"
    value = node.value  # type: ignore[attr-defined]
    if isinstance(value, str):
        return "string"
    return "null" if value is None else "other"
