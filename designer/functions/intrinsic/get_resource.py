"""`get_resource`: what identifies a resource, once it is there."""

from __future__ import annotations

from designer.functions.scope import RESOLVE, VALIDATE
from designer.functions.targets import UNRESOLVED, find_resource, reference_before
from designer.functions.walk import evaluate_early
from designer.syntax.nodes import Scalar
from designer.values import STRING, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "get_resource"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "the reference of a resource: mostly its ID"
SIGNATURE = "get_resource: ${1:resource}"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A placeholder for the resource's reference. Source: heat.engine.hot.functions.GetResource."""
    name = argument.value if argument.__class__ is Scalar else evaluate_early(argument, scope)
    if name.__class__ is Placeholder and name.origin not in UNRESOLVED:
        return unknown(NAME, STRING)
    # an output is not asked what it depends on: only its value is missed
    stage = RESOLVE if scope.section == "output" else VALIDATE
    if find_resource(name, argument, call, NAME, (), scope, stage):
        return unmade(str(name), scope) if scope.unmade else reference_to(str(name), scope)
    return unknown(NAME, STRING)


def unmade(name: str, scope: Scope) -> str | None:
    """What get_resource yields before the resource is there."""
    shared = scope.shared
    return reference_before(name, shared.types(shared.resources[name]) if shared.types is not None else None)


def reference_to(name: str, scope: Scope) -> Placeholder:
    """The placeholder that every get_resource of a resource gives."""
    shared = scope.shared
    made = shared.made.get(name)
    if made is None:
        resource = shared.resources[name]
        entity = None
        if shared.types is not None and resource.type is not None:
            type_ = shared.types(resource)
            if type_ is not None:
                from designer.catalog import entities_made_by

                entities = entities_made_by(type_.name)
                entity = next(iter(entities)) if len(entities) == 1 else None
        made = shared.made[name] = Placeholder(STRING, NAME, (name,), entity=entity)
    return made
