"""`Fn::ResourceFacade`: facts of the resource that a nested template stands for, as CloudFormation names them."""

from __future__ import annotations

from designer.functions.facade import facade

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Fn::ResourceFacade"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "Metadata, DeletionPolicy or UpdatePolicy of the resource that this template stands for"
SIGNATURE = "Fn::ResourceFacade: ${1|Metadata,DeletionPolicy,UpdatePolicy|}"

FACTS = ("Metadata", "DeletionPolicy", "UpdatePolicy")


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A placeholder: only the parent stack knows. Source: heat.engine.cfn.functions.ResourceFacade."""
    return facade(NAME, argument, FACTS, scope)
