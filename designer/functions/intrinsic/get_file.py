"""`get_file`: the text of a file that is sent along with the template."""

from __future__ import annotations

from designer.functions.arguments import wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.syntax.nodes import Scalar
from designer.values import STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "get_file"
SINCE = "2013-05-23"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "the text of a file beside the template"
SIGNATURE = "get_file: ${1:file}"
FORM = {"type": "String"}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The file's text where it is at hand. Source: heat.engine.hot.functions.GetFile."""
    name = argument.value if argument.__class__ is Scalar else evaluate_node(argument, scope)
    if name.__class__ is not str:
        if not may_be(name, STRING):
            wrong(NAME, argument, scope, "file", "a name", name)
        return unknown(NAME, STRING)
    scope.refer(NAME, name, argument, call)
    if argument.__class__ is not Scalar:
        scope.fault("HOT308", argument, "advice")
    files = scope.shared.files
    text = files(name) if files is not None else None
    if text is not None:
        return text
    if scope.shared.complete:
        scope.fault("HOT307", argument, RESOLVE, name=name)
    return Placeholder(STRING, NAME, (name,))
