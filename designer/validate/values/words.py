"""Paths, types and values as the rules' messages say them."""

from __future__ import annotations

from designer.constraints.words import quoted
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_TYPES = {"String": "a text", "Integer": "an integer", "Number": "a number", "Boolean": "true or false",
          "Map": "a map", "List": "a list", "Any": "a value"}
_KINDS = {"string": "a text", "integer": "an integer", "number": "a number", "boolean": "true or false",
          "map": "a map", "list": "a list", "set": "a set", "any": "a value", "null": "nothing"}


def path_text(path: Iterable[str | int]) -> str:
    """A path below `properties`: `networks[0].port`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += ("." if text else "") + str(step)[:80]
    return text


def type_text(type_name: str) -> str:
    """A schema's type: `a text`, `a list`."""
    return _TYPES.get(type_name, "a value")


def value_text(value: Any) -> str:
    """What a value is: `the text "x"`, `a map`, `the parameter "flavor", a list`."""
    if value.__class__ is Placeholder:
        return placeholder_text(value)
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"`{'true' if value else 'false'}`"
    if value is None:
        return "nothing"
    return f"the {'number' if isinstance(value, (int, float)) else 'text'} {quoted(value)}"


def placeholder_text(value: Placeholder) -> str:
    """Where a value that is not known comes from, and what it will be."""
    kind = _KINDS.get(value.kind, "a value")
    of = value.of
    if value.origin == "get_param" and of:
        kind = "JSON data" if value.kind == "any" and len(of) == 1 else kind
        return f"the parameter `{path_text(of)}`, {kind}"
    if value.origin == "get_resource" and of:
        return f"the reference of the resource `{of[0]}`, {kind}"
    if value.origin == "get_attr" and len(of) > 1:
        return f"the attribute `{path_text(of[1:])}` of the resource `{of[0]}`, {kind}"
    return f"what `{value.origin}` yields, {kind}"


def capital(text: str) -> str:
    """A sentence's first letter large."""
    return text[:1].upper() + text[1:]
