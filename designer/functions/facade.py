"""What a nested template may ask of the resource that it stands for."""

from __future__ import annotations

from designer.functions.arguments import refuse
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate
from designer.values import ANY, MAP, STRING, Placeholder, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node


def facade(name: str, argument: Node, facts: tuple[str, str, str], scope: Scope) -> Any:
    """A placeholder for the fact, whose name Heat wants to know when it parses the template.

    `facts`: how metadata, deletion policy and update policy are called.
    """
    fact = evaluate(argument, scope)
    if fact not in facts:
        if fact.__class__ is not Placeholder or fact.origin == "get_attr":
            refuse(name, argument, scope, f"one of {', '.join(facts)}")
        return unknown(name)
    if scope.shared.complete:
        scope.fault("HOT338", argument, RESOLVE, function=name)
        return unknown(name)
    return Placeholder(STRING if fact == facts[1] else MAP if fact in facts else ANY, name, (fact,))
