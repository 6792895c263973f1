"""`Ref`: a parameter's value or a resource's reference, as CloudFormation writes both."""

from __future__ import annotations

from designer.functions.arguments import refuse
from designer.functions.intrinsic.get_resource import reference_to
from designer.functions.scope import PARSE, RESOLVE
from designer.functions.targets import find_resource
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Scalar
from designer.values import unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "Ref"
SINCE = "2013-05-23"
UNTIL = "2014-10-16"
CONDITION = None
ANYWHERE = True
SUMMARY = "the value of a parameter, or the reference of a resource"
SIGNATURE = "Ref: ${1:name}"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """A resource goes before a parameter of the same name. Source: heat.engine.cfn.functions Ref and ParamRef."""
    if argument.__class__ is not Scalar:
        evaluate_node(argument, scope)
        refuse(NAME, argument, scope, "the name of a parameter or a resource", PARSE)
        return unknown(NAME)
    name = argument.value
    if name in scope.resources:
        find_resource(name, argument, call, "get_resource", (), scope, RESOLVE)
        return reference_to(name, scope)
    if name in scope.parameters:
        scope.refer("get_param", name, argument, call)
        return scope.parameters[name]
    if isinstance(name, str):
        scope.refer("get_param", name, argument, call)
        scope.fault("HOT302", argument, RESOLVE, parameter=name, known=(*scope.parameters, *scope.resources))
    else:
        refuse(NAME, argument, scope, "the name of a parameter or a resource", RESOLVE)
    return unknown(NAME)
