"""Schemas made ready for checking: one table for the keys of a map, one check a key.

Most values are plain texts under a key that takes any text, so each check states a class whose values need no further
look; a thousand resources cost a dictionary look-up a value.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import Constraint, PropertySchema, ResourceType

STRING, INTEGER, NUMBER, BOOLEAN, MAP, LIST, ANY = "String", "Integer", "Number", "Boolean", "Map", "List", "Any"

_FAST: dict[str, type] = {STRING: str, INTEGER: int, NUMBER: int, BOOLEAN: bool, MAP: dict, LIST: list}


class _Never:
    """No value is of this class."""


def _never(value: Any) -> bool:
    return False


class Check:
    """One key, or the items of a list: its schema, and what is left to check of its values.

    `fast` is the class of values that need no look; of those of the class `quick`, `met` may say that all is well.
    `constraints` are those that can be decided without a cloud; `table` is that of a map's keys, `item` that of a
    list's items, made when first needed. `advice` says that even a good value is worth a word.
    """

    __slots__ = ("schema", "type", "kind", "fast", "quick", "met", "constraints", "advice", "conversion", "_table",
                 "_item")

    def __init__(self, schema: PropertySchema) -> None:
        from designer.constraints.custom import LOCAL

        self.schema = schema
        self.type = schema.type
        self.kind = schema.type.lower()
        self.conversion = schema.allow_conversion
        self.constraints: tuple[Constraint, ...] = tuple(
            each for each in schema.constraints
            if each.kind != "custom_constraint" or (isinstance(each.value, str) and each.value in LOCAL))
        self.advice = schema.support.status != "SUPPORTED" or not schema.implemented
        self._table: Table | None = None
        self._item: Check | None = None
        plain = not self.constraints and not self.advice
        if plain and ((self.type == MAP and schema.schema) or (
                self.type == LIST and (schema.item is not None or schema.entity is not None))):
            plain = False
        self.fast: type = _FAST.get(self.type, _Never) if plain else _Never
        self.quick: type = _Never
        self.met: Callable[[Any], bool] = _never
        if len(self.constraints) == 1 and not self.advice:
            self._make_quick(self.constraints[0])

    def _make_quick(self, constraint: Constraint) -> None:
        rule = constraint.value
        if constraint.kind == "allowed_values" and self.type == STRING and isinstance(rule, list):
            self.quick, self.met = str, frozenset(map(str, rule)).__contains__
        elif constraint.kind == "range" and self.type in (INTEGER, NUMBER) and isinstance(rule, dict):
            least, most = rule.get("min"), rule.get("max")
            if least.__class__ is int and most.__class__ is int:
                self.quick, self.met = int, range(least, most + 1).__contains__
            elif least.__class__ is int and most is None:
                self.quick, self.met = int, least.__le__
            elif most.__class__ is int and least is None:
                self.quick, self.met = int, most.__ge__

    @property
    def table(self) -> Table | None:
        """The keys of a map, None where any will do."""
        if self._table is None and self.schema.schema is not None:
            self._table = Table(self.schema.schema)
        return self._table

    @property
    def item(self) -> Check | None:
        """The items of a list, None where any will do."""
        if self._item is None and self.schema.item is not None:
            self._item = Check(self.schema.item)
        return self._item


class Table:
    """The checks of a map's keys, those already looked at.

    `required` are the keys that must be given; `instead` the older keys that Heat takes in a key's place. A type's
    table has the `moves` of older names to newer ones, as (from, to) paths, and in `moved` the keys they begin with;
    `renamed` are those of them that move as a whole.
    """

    __slots__ = ("schemas", "checks", "required", "instead", "moves", "moved", "renamed")

    def __init__(self, schemas: dict[str, PropertySchema]) -> None:
        self.schemas = schemas
        self.checks: dict[str, Check] = {}
        self.instead: dict[str, str] = {}
        self.moves: tuple[tuple[list[str], list[str]], ...] = ()
        self.moved: frozenset[str] = frozenset()
        self.renamed: frozenset[str] = frozenset()
        self.required = frozenset(
            name for name, schema in schemas.items() if schema.required and not schema.has_default)

    def find(self, name: Any) -> Check | None:
        """The check of a key, None where there is no such key."""
        schema = self.schemas.get(name)
        if schema is None:
            return None
        check = self.checks[name] = Check(schema)
        return check


def table_of(type_: ResourceType) -> Table:
    """The table of a type's properties. Source of what stands in for what: the plug-in's translation rules."""
    table = Table(type_.properties)
    table.moves = tuple((rule["from"], rule["path"]) for rule in type_.translation if rule["rule"] == "replace")
    table.moved = frozenset(old[0] for old, _ in table.moves)
    table.renamed = frozenset(old[0] for old, new in table.moves if len(old) == 1 or old[0] != new[0])
    for rule in type_.translation:
        if rule["rule"] == "replace" and rule["path"][:-1] == rule["from"][:-1]:
            holder: Table | None = table
            for key in rule["path"][:-1]:
                check = holder.checks.get(key) or holder.find(key) if holder is not None else None
                inner = check.item if check is not None and check.type == LIST else check
                holder = inner.table if inner is not None else None
            if holder is not None and rule["path"][-1] in holder.required:
                holder.instead[rule["path"][-1]] = rule["from"][-1]
    return table
