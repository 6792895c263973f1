"""What is inside a value, where no property's schema says so: a function's arguments, the properties of a resource
that a property defines.

A function's file states FORM, what its argument is: a property's schema as the catalog has it; a list of fixed places
has `places`, each with a `name`. `"outer": True` stands for what the call itself stands for, `"current": True` for what
takes the value that a call is put around, `first` is what stands there otherwise.
"""

from __future__ import annotations

from designer import catalog
from designer.catalog import PropertySchema
from designer.functions.find import find
from designer.syntax.nodes import Mapping, Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.find import Functions
    from designer.syntax import Node

_FIRST: dict[str, Any] = {"String": "", "List": [], "Map": {}}


class Arguments(PropertySchema):
    """A list whose first places mean something each; `item` is what may follow them, None where nothing may."""

    __slots__ = ("places",)
    places: list[PropertySchema]

    def __init__(self, name: str, data: dict[str, Any], outer: PropertySchema | None) -> None:
        super().__init__(name, data)
        self.places = [_schema(each["name"], each, outer) for each in data["places"]]

    def inside(self, key: str | int) -> PropertySchema | None:
        """The schema of one argument."""
        if isinstance(key, int) and key < len(self.places):
            return self.places[key]
        return super().inside(key)


def call_in(node: Node | None, functions: Functions) -> str | None:
    """The function that a node calls, None where it calls none."""
    if isinstance(node, Mapping) and len(node.index) == 1:
        name = next(iter(node.index))
        if functions.find(name) is not None and name not in functions.data:
            return name
    return None


def argument_of(function: str, outer: PropertySchema | None) -> PropertySchema | None:
    """What a function's argument is, where the call stands for `outer`; None where its file does not say."""
    form = getattr(find(function), "FORM", None)
    return _schema(function, form, outer) if form is not None else None


def schema_inside(schema: PropertySchema, step: str | int, node: Node | None, functions: Functions
                  ) -> PropertySchema | None:
    """The schema of what is at a step inside of a value, `node`, that has a schema; None where nothing is known."""
    if step == call_in(node, functions):
        return argument_of(str(step), schema)
    if step == "properties" and schema.type == "Map" and schema.schema is not None:
        return defined(schema.schema, node)
    return schema.inside(step)


def defined(schemas: dict[str, PropertySchema], node: Node | None) -> PropertySchema | None:
    """The `properties` of a map of these keys: where it defines a resource by its `type`, those of that type."""
    plain = schemas.get("properties")
    type_ = node.index.get("type") if isinstance(node, Mapping) and "type" in schemas else None
    kind = catalog.find(type_.value) if isinstance(type_, Scalar) and isinstance(type_.value, str) else None
    if plain is None or kind is None:
        return plain
    found = PropertySchema("properties", {"type": "Map"})
    found.schema = kind.properties
    return found


def starter(function: str, current: Any = None) -> Any:
    """A call to be filled in, put around a value that is there already; None where its file does not say how."""
    form = getattr(find(function), "FORM", None)
    return {function: _first(form, current)} if form is not None else None


def _schema(name: str, data: dict[str, Any], outer: PropertySchema | None) -> PropertySchema:
    if data.get("outer") and outer is not None:
        data = {**outer._data, "required": True, "default": None}
    return Arguments(name, data, outer) if "places" in data else PropertySchema(name, data)


def _first(form: dict[str, Any], current: Any) -> Any:
    if form.get("current") and current is not None:
        return [current] if form["type"] == "List" and not isinstance(current, list) else current
    if "places" in form:
        return [_first(each, current) for each in form["places"] if each.get("required", True)]
    if form.get("schema"):
        return {name: _first(each, current) for name, each in form["schema"].items() if each.get("required")}
    constraints: list[dict[str, Any]] = form.get("constraints", [])
    for constraint in constraints:
        if "allowed_values" in constraint:
            return constraint["allowed_values"][0]
    if "first" in form:
        return form["first"]
    value = _FIRST.get(form["type"])
    return value.copy() if isinstance(value, (list, dict)) else value
