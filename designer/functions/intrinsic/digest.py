"""`digest`: a text's digest, in hexadecimal digits."""

from __future__ import annotations

from designer.functions.arguments import place_of, refuse, wrong
from designer.functions.scope import RESOLVE
from designer.functions.walk import evaluate as evaluate_node
from designer.values import LIST, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Mapping, Node

NAME = "digest"
SINCE = "2015-04-30"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "a text's digest by an algorithm such as sha512"
SIGNATURE = "digest: [${1|md5,sha1,sha224,sha256,sha384,sha512|}, ${2:text}]"
FORM = {"type": "List", "places": [
    {"name": "algorithm", "type": "String",
     "constraints": [{"allowed_values": ["sha512", "sha384", "sha256", "sha224", "sha1", "md5"]}]},
    {"name": "text", "type": "String", "current": True}]}


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The digest. Source: heat.engine.hot.functions.Digest."""
    arguments = evaluate_node(argument, scope)
    if arguments.__class__ is Placeholder and may_be(arguments, LIST):
        return unknown(NAME, STRING)
    if arguments.__class__ is not list or len(arguments) != 2:
        refuse(NAME, argument, scope, "[algorithm, text]", RESOLVE)
        return unknown(NAME, STRING)
    for index, (what, value) in enumerate(zip(("algorithm", "text"), arguments, strict=True)):
        if not may_be(value, STRING):
            wrong(NAME, place_of(argument, index), scope, what, "a text", value)
            return unknown(NAME, STRING)
    algorithm, text = arguments
    if algorithm.__class__ is Placeholder:
        return Placeholder(STRING, NAME)
    import hashlib

    try:
        if algorithm.lower() not in hashlib.algorithms_available:
            raise ValueError(algorithm)
        made = hashlib.new(algorithm, usedforsecurity=False)
        made.hexdigest()
    except (ValueError, TypeError):
        scope.fault("HOT330", place_of(argument, 0), RESOLVE, algorithm=algorithm)
        return unknown(NAME, STRING)
    if text.__class__ is Placeholder:
        return Placeholder(STRING, NAME)
    try:
        made.update(text.encode("latin-1"))
    except UnicodeEncodeError as error:
        scope.fault("HOT331", place_of(argument, 1), RESOLVE, character=text[error.start])
        return unknown(NAME, STRING)
    return made.hexdigest()
