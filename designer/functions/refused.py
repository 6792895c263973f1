"""Functions that a version knows only to refuse them."""

from __future__ import annotations

from designer.functions.scope import PARSE, VALIDATE
from designer.functions.walk import evaluate
from designer.values import ANY, Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node


def removed(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A function of an earlier version. Source: heat.engine.hot.functions.Removed."""
    evaluate(argument, scope)
    (key, _), *_rest = call.entries
    scope.fault("HOT311", key, VALIDATE, function=str(key.value), version=scope.version)
    return Placeholder(ANY, str(key.value))


def forbidden(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A function that conditions may not use. Source: heat.engine.function.Invalid."""
    evaluate(argument, scope)
    (key, _), *_rest = call.entries
    scope.fault("HOT312", key, PARSE, function=str(key.value), version=scope.version)
    return Placeholder(ANY, str(key.value))
