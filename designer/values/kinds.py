"""What kind a value is of, and what an unknown one may be."""

from __future__ import annotations

from designer.values.placeholder import ANY, BOOLEAN, INTEGER, LIST, MAP, NULL, NUMBER, STRING, Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_KINDS: dict[type, str] = {str: STRING, int: INTEGER, float: NUMBER, bool: BOOLEAN, list: LIST, dict: MAP,
                           type(None): NULL}


def kind_of(value: Any) -> str:
    """The kind of a value, `null` for None; a placeholder's own."""
    return value.kind if value.__class__ is Placeholder else _KINDS[value.__class__]


def unknown(origin: str, kind: str = ANY, of: tuple[str | int, ...] = ()) -> Placeholder:
    """A value of which nothing more can be said: because of a fault, or because only deployment can tell."""
    return Placeholder(kind, origin, of)


def one_of(values: tuple[Any, ...], origin: str, of: tuple[str | int, ...] = (), nullable: bool = False) -> Any:
    """What stands for one of several values, as an undecided `if` gives; the value itself where all are the same."""
    first = values[0]
    if not nullable and all(value is first or same(value, first) for value in values[1:]):
        return first
    kinds = {kind_of(value) for value in values if value is not None}
    kind = kinds.pop() if len(kinds) == 1 else NUMBER if kinds and kinds <= {INTEGER, NUMBER} else ANY
    nullable = nullable or any(value is None or (value.__class__ is Placeholder and value.nullable) for value in values)
    entities = {value.entity if value.__class__ is Placeholder else None for value in values if value is not None}
    entity = entities.pop() if len(entities) == 1 else None
    return Placeholder(kind, origin, of, entity=entity, choices=values, nullable=nullable)


def may_be(value: Any, *kinds: str) -> bool:
    """Whether a value is, or may turn out to be, of one of some kinds.

    What an attribute is said to be is no promise: Heat only warns where it turns out to be something else.
    """
    if value.__class__ is not Placeholder:
        return _KINDS[value.__class__] in kinds
    if value.choices:
        return any(may_be(choice, *kinds) for choice in value.choices) or (value.nullable and NULL in kinds)
    kind = value.kind
    return (kind == ANY or kind in kinds or value.origin == "get_attr" or (value.nullable and NULL in kinds)
            or (kind == NUMBER and INTEGER in kinds) or (kind == INTEGER and NUMBER in kinds))


def same(a: Any, b: Any) -> bool:
    """Whether two values are known to be the same, type by type: 1 is not True here."""
    if a.__class__ is not b.__class__:
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(value, b[key]) for key, value in a.items())
    return a is b if isinstance(a, Placeholder) else bool(a == b)
