"""What `and` and `or` share: their arguments' outcomes, looked at in order."""

from __future__ import annotations

from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import OMITTED, evaluate, walk
from designer.syntax.nodes import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.functions.scope import Scope
    from designer.syntax import Node


def outcomes(name: str, argument: Node, scope: Scope, until: bool) -> list[bool | None] | None:
    """Each condition's outcome, None where it is not decided; None altogether where the arguments' shape is refused.

    Behind the first outcome `until` Heat looks no further, so that what is wrong there is not certain to be met.
    """
    if not isinstance(argument, Sequence) or len(argument.items) < 2:
        evaluate(argument, scope)
        scope.fault("HOT321", argument, PARSE, function=name, expects="a list of at least two conditions")
        return None
    conditions = scope.shared.conditions
    assert conditions is not None
    values = [(item, walk(item, scope)) for item in argument.items]
    found: list[bool | None] = []
    enabled = scope.enabled
    try:
        for item, value in values:
            if value is not OMITTED:
                found.append(conditions.outcome(value, item, scope, RESOLVE))
                if scope.enabled is True and found[-1] is not (not until):
                    scope.enabled = False if found[-1] is until else None
    finally:
        scope.enabled = enabled
    return found
