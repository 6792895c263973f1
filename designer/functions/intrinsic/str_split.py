"""`str_split`: the pieces of a text between delimiters, or one of them."""

from __future__ import annotations

from designer.functions.arguments import doubt, place_of, refuse, wrong
from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import shape
from designer.values import LIST, NULL, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "str_split"
SINCE = "2015-10-15"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "the pieces of a text between delimiters, or one of them"
SIGNATURE = "str_split: ['${1:delimiter}', ${2:text}]"
FORM = {"type": "List", "places": [
    {"name": "delimiter", "type": "String"}, {"name": "text", "type": "String", "current": True},
    {"name": "index", "type": "Integer", "required": False}]}

_EXPECTS = "[delimiter, text] or [delimiter, text, index]"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The pieces, or the piece of an index. Source: heat.engine.hot.functions.StrSplit."""
    arguments = evaluate_node(argument, scope)
    if shape(argument, scope) in ("string", "map"):
        refuse(NAME, argument, scope, _EXPECTS, PARSE)
        return unknown(NAME)
    if arguments.__class__ is Placeholder and may_be(arguments, LIST):
        return unknown(NAME)
    if arguments.__class__ is not list or len(arguments) < 2:
        refuse(NAME, argument, scope, _EXPECTS, RESOLVE)
        return unknown(NAME)
    delimiter, text, *rest = arguments
    if text is None:
        return None
    if not may_be(text, STRING):
        wrong(NAME, place_of(argument, 1), scope, "text", "a text", text)
        return unknown(NAME)
    doubt(NAME, place_of(argument, 1), scope, "text", "a text", text, STRING)
    if not may_be(delimiter, STRING, NULL) or delimiter == "":
        wrong(NAME, place_of(argument, 0), scope, "delimiter", "a text that is not empty", delimiter)
        return unknown(NAME)
    index = None
    if rest:
        index = _index(rest[0])
        if index is None:
            wrong(NAME, place_of(argument, 2), scope, "index", "a number", rest[0])
            return unknown(NAME, STRING)
    if text.__class__ is Placeholder or delimiter.__class__ is Placeholder:
        return _unknown_text(text, index)
    pieces = text.split(delimiter)
    if index is None:
        return pieces
    if index.__class__ is Placeholder:
        return Placeholder(STRING, NAME)
    if not -len(pieces) <= index < len(pieces):
        scope.fault("HOT332", place_of(argument, 2), RESOLVE, index=index, pieces=len(pieces))
        return unknown(NAME, STRING)
    return pieces[index]


def _index(value: Any) -> Any:
    """An index as a number, a placeholder as it is; None where it is none."""
    if value.__class__ is Placeholder:
        return value if may_be(value, STRING, "number", "boolean") else None
    try:
        return int(value)
    except (ValueError, TypeError, OverflowError):
        return None


def _unknown_text(text: Any, index: Any) -> Placeholder:
    # nothing is made of a text that turns out to be null
    nullable = text.__class__ is Placeholder and (text.origin == "get_attr" or text.nullable)
    if index is not None:
        return Placeholder(STRING, NAME, nullable=nullable)
    return Placeholder(LIST, NAME, item=Placeholder(STRING, NAME), nullable=nullable)
