"""The walk over a resource's values beside their schemas.

Types and coercions are those of heat.engine.properties (Property, Properties) in openstack-heat 27.0.1. Heat stops at
the first fault; here all are found, each with its path, and the path is turned into a place only then.
"""

from __future__ import annotations

from designer.validate.values.table import ANY, BOOLEAN, INTEGER, LIST, MAP, NUMBER, STRING, Check, Table
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    Path: TypeAlias = "tuple[str | int, ...]"
    # tell(code, path, key, **facts): key: the fault is the key's, not the value's
    Tell: TypeAlias = Callable[..., None]

_NAMELESS = frozenset(("nova.keypair",))
"""Entities that Heat asks no cloud for where the name is empty (KeypairConstraint)."""
UNFIT = object()
"""What a value is coerced to that its type refuses."""


_check_unknown: Callable[..., None] | None = None


def _unknown() -> Callable[..., None]:
    """What checks a placeholder, loaded when the first is met."""
    global _check_unknown
    if _check_unknown is None:
        from designer.validate.values.unknown import check_unknown

        _check_unknown = check_unknown
    return _check_unknown


class Walk:
    """One walk: `tell` hears of faults; `referred(name)` is the type of a resource that get_resource names."""

    __slots__ = ("tell", "referred")

    def __init__(self, tell: Tell, referred: Callable[[str], Any]) -> None:
        self.tell = tell
        self.referred = referred

    def keys(self, table: Table, values: dict[Any, Any], path: Path) -> None:
        """Every key of a map against a table."""
        checks = table.checks
        for key, value in values.items():
            check = checks.get(key) or table.find(key)
            if check is None:
                self.tell("HOT402", (*path, key), True, name=key, known=tuple(table.schemas), given=tuple(values))
            elif value.__class__ is not check.fast:
                if value is None and key in table.required:
                    self.open(check, (*path, key))
                elif value.__class__ is not check.quick or check.met(value) is not True:
                    self.value(check, value, (*path, key))
        if not table.required <= values.keys():
            for name in table.schemas:
                if name in table.required and name not in values and table.instead.get(name) not in values:
                    self.tell("HOT403", path, False, name=name, wanted=table.schemas[name].type)

    def value(self, check: Check, value: Any, path: Path) -> None:
        """One value against the check of its key or list."""
        if check.advice:
            self.advise(check, path)
        if value.__class__ is Placeholder:
            _unknown()(self, check, value, path)
            return
        made = coerce(check, value)
        if made is UNFIT:
            self.tell("HOT404", path, False, expected=check.type, value=value)
            return
        if check.constraints:
            from designer.constraints import check as broken

            for constraint in check.constraints:
                problem = broken(constraint, made, check.kind)
                if problem is not None:
                    self.tell("HOT405", path, False, problem=problem, value=value, constraint=constraint)
                    break
        if check.type == LIST:
            item = check.item
            if item is None:
                if check.schema.entity is not None:
                    from designer.validate.values.unknown import check_references

                    check_references(self, check, made, path)
            else:
                fast = item.fast
                for index, each in enumerate(made):
                    if each.__class__ is not fast:
                        self.value(item, each, (*path, index))
        elif check.type == MAP:
            if check.table is not None and made.__class__ is dict:
                self.keys(check.table, made, path)
        elif value.__class__ is float and check.type == INTEGER and value != made:
            self.tell("HOT422", path, False, value=value, made=made)

    def open(self, check: Check, path: Path) -> None:
        """A required key without a value: what would come of the empty one that Heat makes of it."""
        found: list[tuple[str, Path, bool, dict[str, Any]]] = []

        def tell(code: str, path: Path, key: bool, **facts: Any) -> None:
            found.append((code, path, key, facts))

        Walk(tell, self.referred).value(check, None, path)
        refused, certain = _refused(check, found)
        self.tell("HOT423", path, False, wanted=check.type, refused=refused, found=found,
                  **({} if certain else {"certain": False}))

    def advise(self, check: Check, path: Path) -> None:
        """What is to be said of a property whether its value is right or not."""
        schema = check.schema
        if not schema.implemented:
            self.tell("HOT409", path, True)
        elif schema.support.status != "SUPPORTED":
            self.tell("HOT421", path, True, name=schema.name, status=schema.support.status,
                      replaced_by=schema.support.replaced_by, since=schema.support.retired)


def _refused(check: Check, found: list[tuple[str, Path, bool, dict[str, Any]]]) -> tuple[str | None, bool]:
    """Why what Heat makes of a null is refused, None where it is taken; and whether Heat itself refuses it.

    Whether there is a network without a name, only a cloud could tell.
    """
    for code, _, _, facts in found:
        if code == "HOT403":
            return f"that lacks the key `{facts['name']}`", True
        if code == "HOT405":
            return "that is refused", True
    entity = check.schema.entity
    if check.type == STRING and entity is not None and entity not in _NAMELESS:
        from designer.catalog import constraint_entity

        facts_of = constraint_entity(entity)
        if facts_of is not None and facts_of.cloud:
            return f"no {facts_of.label} has an empty name", False
    return None, True


def coerce(check: Check, value: Any) -> Any:
    """A known value as Heat makes it for a schema, containers as they are; UNFIT where Heat refuses it."""
    type_ = check.type
    kind = value.__class__
    if type_ == STRING:
        if kind is str:
            return value
        if value is None:
            return default_of(check) or ""
        return str(value) if kind is int or kind is bool else UNFIT
    if type_ == MAP:
        if kind is dict:
            return value
        if value is None:
            default = default_of(check)
            return {} if default is None else default
        # only what feeds a parameter of a nested template is converted
        return value if check.conversion and kind in (str, list) else UNFIT
    if type_ == LIST:
        if kind is list:
            return value
        if value is None:
            return default_of(check) or []
        if check.conversion and kind is str:
            return value.split(",") if value else []
        return UNFIT
    if type_ == BOOLEAN:
        if kind is bool:
            return value
        if value is None:
            return default_of(check) or False
        word = value.lower() if kind is str else None
        return word == "true" if word in ("true", "false") else UNFIT
    if type_ == ANY:
        return value
    return _number(check, value)


def _number(check: Check, value: Any) -> Any:
    if value is None:
        value = default_of(check) or 0
    try:
        if check.type == INTEGER:
            return int(value)
        if check.type == NUMBER:
            if isinstance(value, (int, float)):
                return value
            try:
                return int(value)
            except ValueError:
                return float(value)
    except (ValueError, TypeError, OverflowError):
        return UNFIT
    return value


def default_of(check: Check) -> Any:
    return check.schema.default if check.schema.has_default else None
