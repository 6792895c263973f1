"""Functions that a version knows only to refuse them."""

from __future__ import annotations

from designer.functions.scope import PARSE, VALIDATE
from designer.functions.walk import OMITTED, evaluate, walk
from designer.values import ANY, Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node


def removed(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A function of an earlier version, which yields null where Heat asks for a value without validating it.

    Source: heat.engine.hot.functions.Removed.
    """
    evaluate(argument, scope)
    (key, _), *_rest = call.entries
    if scope.section == "external_id" or (
            scope.functions is scope.shared.condition_functions and scope.section != "conditions"):
        scope.report("HOT311", key, certain=False, stage=VALIDATE, taken=scope.enabled, section=scope.section,
                     function=str(key.value), version=scope.version)
        return None
    scope.fault("HOT311", key, VALIDATE, function=str(key.value), version=scope.version)
    return Placeholder(ANY, str(key.value))


def forbidden(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A function that conditions may not use. Source: heat.engine.function.Invalid."""
    evaluate(argument, scope)
    (key, _), *_rest = call.entries
    scope.fault("HOT312", key, PARSE, function=str(key.value), version=scope.version)
    return Placeholder(ANY, str(key.value))


def later(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A function of a later version: here it is a map with one key, which is worth saying."""
    from designer.functions.find import find

    (key, _), *_rest = call.entries
    name = str(key.value)
    scope.fault("HOT313", key, "advice", function=name, since=find(name).SINCE, version=scope.version)
    value = walk(argument, scope)
    return {} if value is OMITTED else {name: value}


def misspelt(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A map with one key that is nearly a function's name."""
    from designer.functions.find import likely

    (key, _), *_rest = call.entries
    name = str(key.value)
    scope.fault("HOT314", key, "advice", function=name, suggestion=likely(name, scope.functions))
    value = walk(argument, scope)
    return {} if value is OMITTED else {name: value}

