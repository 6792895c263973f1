"""What Heat's plug-ins see of a resource's properties when they validate, before anything exists.

An attribute is null then, and so is the reference of most of Neutron's resources; other references are names. Null
becomes the default or the empty value of a property's type. A value that turns on a parameter without a value
stays a placeholder: nothing is known of it. Source: heat.engine.properties (Properties, Property.get_value),
heat.engine.translation, heat.engine.hot.functions, the plug-ins' get_reference_id.
"""

from __future__ import annotations

from designer.functions.targets import reference_before
from designer.validate.values.table import LIST, MAP, Check, Table
from designer.validate.values.walk import UNFIT, coerce
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType


class Seen(dict[str, "Any"]):
    """A map of a table's keys as a plug-in sees it: each value is made when it is asked for.

    Null for keys that the table lacks: a user's own Heat may lack a property.
    """

    __slots__ = ("table", "given", "referred")

    def __init__(self, table: Table, given: dict[str, Any],
                 referred: Callable[[str], ResourceType | None] | None = None) -> None:
        self.table = table
        self.given = given
        # with it, what is given still holds placeholders
        self.referred = referred

    def __missing__(self, key: str) -> Any:
        table = self.table
        check = table.checks.get(key) or table.find(key)
        value = None
        if check is not None:
            if key in self.given:
                value = self.given[key]
                if self.referred is not None and value.__class__ is not str:
                    value = seen(value, self.referred)
                    if key in table.moved:
                        for old, new in table.moves:
                            if old[0] == key:
                                _move({key: value}, old, new, table)
                value = _value(check, value)
            elif check.schema.has_default:
                value = _value(check, None)
        self[key] = value
        return value

    def __bool__(self) -> bool:
        # for Heat it holds every key of its schema, null or not
        return True

    def pairs(self) -> list[tuple[str, Any]]:
        """Every key with its value."""
        return [(name, self[name]) for name in self.table.schemas]


def seen_properties(table: Table, given: dict[str, Any], referred: Callable[[str], ResourceType | None]) -> Seen:
    """The properties of a type as its plug-in sees them: coerced, defaults put in, old names moved to new ones."""
    if table.renamed.isdisjoint(given):
        return Seen(table, given, referred)
    resolved = {name: value if value.__class__ is str else seen(value, referred) for name, value in given.items()}
    for old, new in table.moves:
        if old[0] in resolved:
            _move(resolved, old, new, table)
    return Seen(table, resolved)


def seen(value: Any, referred: Callable[[str], ResourceType | None]) -> Any:
    """A value with what Heat sees in the place of placeholders, as far as that is known."""
    if value.__class__ is Placeholder:
        return _placeholder(value, referred)
    if isinstance(value, list):
        return [seen(item, referred) for item in value]
    if isinstance(value, dict):
        return {key: seen(item, referred) for key, item in value.items()}
    return value


def _placeholder(value: Placeholder, referred: Callable[[str], ResourceType | None]) -> Any:
    if value.origin == "get_attr":
        return None
    if value.origin == "get_resource" and value.of:
        name = str(value.of[0])
        return reference_before(name, referred(name))
    if value.parts:
        parts = [seen(part, referred) for part in value.parts]
        if not any(part.__class__ is Placeholder for part in parts):
            return "".join("" if part is None else str(part) for part in parts)
    if value.choices and not value.nullable:
        choices = [seen(choice, referred) for choice in value.choices]
        if all(choice == choices[0] and choice.__class__ is choices[0].__class__ for choice in choices):
            return choices[0]
    return value


def _move(resolved: dict[str, Any], old: list[str], new: list[str], table: Table) -> None:
    if len(old) == len(new) == 1:
        value = resolved.pop(old[0])
        check = table.checks.get(old[0]) or table.find(old[0])
        if check is not None and value.__class__ is not Placeholder:
            value = coerce(check, value)
        resolved[new[0]] = value
        return
    if len(old) > 1 and old[0] == new[0]:
        for item in _items(resolved.get(old[0])):
            value = item
            for key in old[1:-1]:
                value = value.get(key) if isinstance(value, dict) else None
            if isinstance(value, dict) and old[-1] in value:
                moved = value[old[-1]]
                if len(old) == 2:
                    del item[old[-1]]
                if moved is not None:
                    item[new[-1]] = moved


def _items(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _value(check: Check, value: Any) -> Any:
    if value.__class__ is Placeholder:
        return value
    made = coerce(check, value)
    if made is UNFIT:
        return value
    if check.type == MAP and check.table is not None and isinstance(made, dict):
        return Seen(check.table, made)
    if check.type == LIST and check.item is not None and isinstance(made, list):
        return [_value(check.item, item) for item in made]
    return made
