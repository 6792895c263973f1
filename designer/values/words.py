"""Placeholders in words."""

from __future__ import annotations

from designer.values.placeholder import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def describe(placeholder: Placeholder) -> str:
    """Where a value comes from, in a few words: `first address of server`, `parameter flavor`, `id of net`."""
    of = [str(step) for step in placeholder.of]
    if placeholder.origin == "get_param" and of:
        return "parameter " + ".".join(of)
    if placeholder.origin == "get_resource" and of:
        return f"id of {of[0]}"
    if placeholder.origin == "get_attr" and of:
        if len(of) == 1:
            return f"attributes of {of[0]}"
        attribute = of[1].replace("_", " ")
        return f"{attribute}{''.join(f'[{step}]' for step in of[2:])} of {of[0]}"
    if placeholder.choices:
        return "one of " + str(len(placeholder.choices)) + " values"
    if of:
        return f"{placeholder.origin} {'.'.join(of)}"
    return f"{placeholder.kind} from {placeholder.origin}"


def shown(value: Any, depth: int = 8) -> dict[str, Any]:
    """A value as a tree for showing: kind `known` (text), `placeholder` (text, type, origin, parts, choices), `list`
    (items),
    `map` (entries) or `more`, where it goes deeper than `depth`.
    """
    if isinstance(value, Placeholder):
        tree: dict[str, Any] = {"kind": "placeholder", "text": describe(value), "type": value.kind,
                                "origin": value.origin, "of": list(value.of), "entity": value.entity}
        if depth and value.parts:
            tree["parts"] = [shown(part, depth - 1) for part in value.parts]
        if depth and value.choices:
            tree["choices"] = [shown(choice, depth - 1) for choice in value.choices]
        return tree
    if isinstance(value, (list, dict)) and not depth:
        return {"kind": "more"}
    if isinstance(value, list):
        return {"kind": "list", "items": [shown(item, depth - 1) for item in value]}
    if isinstance(value, dict):
        return {"kind": "map", "entries": [[str(key), shown(item, depth - 1)] for key, item in value.items()]}
    return {"kind": "known", "text": written(value), "type": type_word(value)}


def written(value: Any) -> str:
    """A known scalar as YAML writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def type_word(value: Any) -> str:
    """The kind of a known value, in the words of placeholders; `null` for None."""
    for kind, types in (("boolean", bool), ("integer", int), ("number", float), ("string", str), ("list", list),
                        ("map", dict)):
        if isinstance(value, types):
            return kind
    return "null"
