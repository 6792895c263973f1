"""The typed placeholder: what stands for a value that only deployment can tell."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STRING = "string"
NUMBER = "number"
INTEGER = "integer"
BOOLEAN = "boolean"
LIST = "list"
MAP = "map"
SET = "set"
ANY = "any"
NULL = "null"


class Placeholder:
    """A value that is not known before deployment, and all that is known of it.

    kind         string, number, integer, boolean, list, map, any, or set: what YAQL makes, and Heat takes for nothing
    origin       the function that it comes from: `get_attr`, `get_resource`, `get_param`, `str_replace` ...
    of           what it comes from: ("server", "first_address"), ("net",), ("flavor",)
    entity       what it names in the cloud, as the custom constraint that checks such names: `neutron.network`,
                 None if unknown
    constraints  constraints that the value is known to meet (a parameter's own), as catalog.Constraint-like objects
    parts        of a string joined from pieces: each piece in order, text or placeholder
    choices      where an undecided condition chooses: the values it chooses from
    item         of a list: what each item is worth, None if unknown
    keys         of a map: what is known of some keys' values, None if nothing is
    nullable     whether deployment may also make it null
    """

    __slots__ = ("kind", "origin", "of", "entity", "constraints", "parts", "choices", "item", "keys", "nullable")

    def __init__(self, kind: str, origin: str, of: tuple[str | int, ...] = (), entity: str | None = None,
                 constraints: tuple[Any, ...] = (), parts: tuple[Any, ...] = (), choices: tuple[Any, ...] = (),
                 item: Any = None, keys: dict[str, Any] | None = None, nullable: bool = False) -> None:
        self.kind = kind
        self.origin = origin
        self.of = of
        self.entity = entity
        self.constraints = constraints
        self.parts = parts
        self.choices = choices
        self.item = item
        self.keys = keys
        self.nullable = nullable

    def __repr__(self) -> str:
        return f"<{self.kind} {self.origin} {'.'.join(map(str, self.of))}>"


def is_known(value: Any) -> bool:
    """Whether no part of a value is a placeholder."""
    if isinstance(value, Placeholder):
        return False
    if isinstance(value, list):
        return all(is_known(item) for item in value)
    if isinstance(value, dict):
        return all(is_known(item) for item in value.values())
    return True
