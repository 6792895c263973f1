"""`resource_facade`: facts of the resource that a nested template stands for."""

from __future__ import annotations

from designer.functions.facade import facade

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "resource_facade"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "metadata, deletion policy or update policy of the resource that this template stands for"
SIGNATURE = "resource_facade: ${1|metadata,deletion_policy,update_policy|}"
FORM = {"type": "String", "constraints": [{"allowed_values": ["metadata", "deletion_policy", "update_policy"]}]}

FACTS = ("metadata", "deletion_policy", "update_policy")


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A placeholder: only the parent stack knows. Source: heat.engine.hot.functions.ResourceFacade."""
    return facade(NAME, argument, FACTS, scope)
