"""What the functions of the `str_replace` family share."""

from __future__ import annotations

from designer.functions.arguments import doubt, wrong
from designer.functions.pieces import as_json, put_together
from designer.functions.scope import PARSE, RESOLVE
from designer.functions.walk import evaluate, is_call, visit
from designer.syntax.nodes import Mapping
from designer.values import BOOLEAN, INTEGER, MAP, NULL, NUMBER, SET, STRING, Placeholder, is_known, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

# since when lists and maps may be put in, as JSON
JSON_SINCE = "2015-10-15"
_EXPECTS = "{template: text, params: {key: value}}"


def replace_text(name: str, argument: Node, scope: Scope, strict: bool = False, empty: bool = True) -> Any:
    """The text with its keys replaced, the longest first, or a placeholder with the parts that are known.

    strict: whether each key must occur; empty: whether a value may be empty.
    Source: heat.engine.hot.functions Replace, ReplaceJson, ReplaceJsonStrict and ReplaceJsonVeryStrict.
    """
    if not isinstance(argument, Mapping) or is_call(argument, scope) or not (
            "params" in argument.index and "template" in argument.index):
        evaluate(argument, scope)
        scope.fault("HOT321", argument, PARSE, function=name, expects=_EXPECTS)
        return unknown(name, STRING)
    if len(argument.index) > 2:
        for key, node in argument.items():
            if key.value not in ("params", "template"):
                visit(node, scope)
    params_node, template_node = argument.index["params"], argument.index["template"]
    params, template = evaluate(params_node, scope), evaluate(template_node, scope)
    if not isinstance(params_node, Mapping):
        wrong(name, params_node, scope, "params", "a map", params, PARSE)
        return unknown(name, STRING)
    return _replace(name, template, params, template_node, params_node, scope, strict, empty)


def replace_in(name: str, template: Any, params: Any, template_node: Node, params_node: Node, scope: Scope,
               strict: bool = False, empty: bool = True, json: bool | None = None) -> Any:
    """The replacement alone, of values that are evaluated already."""
    return _replace(name, template, params, template_node, params_node, scope, strict, empty, json)


def _replace(name: str, template: Any, params: Any, template_node: Node, params_node: Node, scope: Scope,
             strict: bool, empty: bool, json: bool | None = None) -> Any:
    if template.__class__ is not str:
        if may_be(template, STRING):
            doubt(name, template_node, scope, "template", "a text", template, STRING)
            return _unknown_template(name, params, params_node, scope, empty, json)
        wrong(name, template_node, scope, "template", "a text", template)
        return unknown(name, STRING)
    if params.__class__ is not dict:
        if not may_be(params, MAP):
            wrong(name, params_node, scope, "params", "a map", params)
        return unknown(name, STRING)
    keys = sorted(params) if len(params) > 1 else list(params)
    keys.sort(key=len, reverse=True)
    segments: list[Any] = [template]
    missing = []
    for key in keys:
        place = params_node.index.get(key, params_node) if isinstance(params_node, Mapping) else params_node
        value = _text_of(name, key, params[key], place, scope, empty, json)
        if not key:
            scope.fault("HOT324", place, RESOLVE, function=name)
            return unknown(name, STRING)
        found = False
        divided: list[Any] = []
        for segment in segments:
            # what was put in is no text that further keys are looked for in
            if segment.__class__ is str and key in segment:
                found = True
                for piece in segment.split(key):
                    divided.append(piece)
                    divided.append((value,))
                divided.pop()
            else:
                divided.append(segment)
        if found:
            segments = divided
        else:
            missing.append(key)
    if missing:
        for key in missing:
            written = params_node.key(key) if isinstance(params_node, Mapping) else None
            if strict:
                scope.fault("HOT325", written or params_node, RESOLVE, function=name, key=key)
            else:
                scope.fault("HOT326", written or params_node, "advice", function=name, key=key)
        if strict:
            return unknown(name, STRING)
    pieces = [segment[0] if segment.__class__ is tuple else segment for segment in segments]
    return put_together(pieces, name, scope)


def _unknown_template(name: str, params: Any, params_node: Node, scope: Scope, empty: bool, json: bool | None) -> Any:
    if params.__class__ is dict:
        for key, value in params.items():
            place = params_node.index.get(key, params_node) if isinstance(params_node, Mapping) else params_node
            _text_of(name, key, value, place, scope, empty, json)
    return unknown(name, STRING)


def _text_of(name: str, key: str, value: Any, place: Node, scope: Scope, empty: bool, json: bool | None) -> Any:
    """What stands in for a key: text, or a placeholder of text."""
    kind = value.__class__
    if kind is str:
        if value or empty:
            return value
    elif kind is Placeholder:
        if (_takes_json(scope, json) and value.kind != SET) or may_be(value, STRING, NUMBER, INTEGER, BOOLEAN, NULL):
            return value
    elif kind is dict or kind is list:
        if _takes_json(scope, json):
            if value or empty:
                return as_json(value) if is_known(value) else unknown(name, STRING)
    elif value is None:
        if empty:
            return ""
    else:
        return str(value)
    if kind in (dict, list, Placeholder) and (kind is Placeholder or not _takes_json(scope, json)):
        scope.fault("HOT327", place, RESOLVE, function=name, key=key)
    else:
        scope.fault("HOT328", place, RESOLVE, function=name, key=key)
    return unknown(name, STRING)


def _takes_json(scope: Scope, json: bool | None) -> bool:
    return scope.version >= JSON_SINCE if json is None else json

