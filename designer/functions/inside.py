"""What is inside a value, where no property's schema says so: a function's arguments, the properties of a resource
that a property defines.

A function's file states FORM, what its argument is: a property's schema as the catalog has it, or a `Condition`; a
list of fixed places has `places`, each with a `name`, and `alike` where what they hold is compared. `"outer": True`
stands for what the call itself stands for, `"current": True` for what takes the value that a call is put around,
`first` is what stands there otherwise, `optional` what may be taken away again; `starts` are the items that a list of
any length begins with.
"""

from __future__ import annotations

from designer import catalog
from designer.catalog import PropertySchema
from designer.functions.find import find, functions_of
from designer.syntax.nodes import Mapping, Scalar, Sequence, Unit
from designer.syntax.paths import child_at
from designer.template.model import Resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions.find import Functions
    from designer.syntax import Node
    from designer.template import Parameter

_FIRST: dict[str, Any] = {"String": "", "List": [], "Map": {}}
_KINDS = {"string": "String", "number": "Number", "boolean": "Boolean"}
_SIGNS = {"String": (str,), "Number": (int, float), "Boolean": (bool,)}
_NOWHERE = Scalar(Unit(0), 0, 0, None, "", None)
# What a resource that is defined in a property says of itself.
_DEFINITION: dict[str, dict[str, Any]] = {
    "type": {"type": "String", "required": True},
    "properties": {"type": "Map"},
    "metadata": {"type": "Map"},
    "deletion_policy": {"type": "String", "constraints": [{"allowed_values": ["Delete", "Retain", "Snapshot"]}]},
    "update_policy": {"type": "Map"},
}


class Condition(PropertySchema):
    """What holds or does not: true, false, the name of a condition, or what the functions of conditions work out.

    `named` says whether a condition's name may stand there.
    """

    __slots__ = ("named",)
    named: bool

    def __init__(self, name: str = "condition", data: dict[str, Any] | None = None, named: bool = True) -> None:
        super().__init__(name, {**(data or {}), "type": "Boolean"})
        self.named = named


class Arguments(PropertySchema):
    """A list whose first places mean something each; `item` is what may follow them, None where nothing may."""

    __slots__ = ("places",)
    places: list[PropertySchema]

    def __init__(self, name: str, data: dict[str, Any], outer: PropertySchema | None) -> None:
        super().__init__(name, data)
        self.places = [_schema(each["name"], each, outer) for each in data["places"]]
        if "item" in data:
            self.item = _schema("*", data["item"], outer)

    def inside(self, key: str | int) -> PropertySchema | None:
        """The schema of one argument."""
        if isinstance(key, int) and key < len(self.places):
            return self.places[key]
        return super().inside(key)


class Ground:
    """What a walk inside of values asks of the template around them: its functions, parameters, and types.

    `functions` are those of conditions once the walk has come into one.
    """

    __slots__ = ("functions", "parameters", "types")

    def __init__(self, version: str, parameters: dict[str, Parameter] | None = None,
                 types: Callable[[Resource], ResourceType | None] | None = None) -> None:
        self.functions: Functions = functions_of(version)
        self.parameters = parameters if parameters is not None else {}
        self.types = types

    def enter(self, schema: PropertySchema | None) -> None:
        """Go into what has a schema."""
        if isinstance(schema, Condition):
            self.functions = functions_of(self.functions.version, True)

    def type_of(self, node: Node | None) -> ResourceType | None:
        """The type of a resource that is defined in a property."""
        if not isinstance(node, Mapping):
            return None
        member = Resource("", _NOWHERE, node)
        if member.type is None:
            return None
        return self.types(member) if self.types is not None else catalog.find(member.type)


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


def schema_along(schema: PropertySchema | None, steps: Iterable[str | int], node: Node | None, ground: Ground
                 ) -> PropertySchema | None:
    """The schema behind some steps inside of a value, `node`, that has a schema; None where nothing is known.

    `ground` is left as it is there.
    """
    ground.enter(schema)
    for step in steps:
        # an item or a key that no schema describes takes anything
        outer = schema if schema is not None else PropertySchema("", {"type": "Any"})
        schema = schema_inside(outer, step, node, ground)
        node = child_at(node, step)
        ground.enter(schema)
    return schema


def schema_inside(schema: PropertySchema, step: str | int, node: Node | None, ground: Ground) -> PropertySchema | None:
    """The schema of what is at a step inside of a value, `node`, that has a schema; None where nothing is known."""
    if step == call_in(node, ground.functions):
        return argument_of(str(step), schema)
    found = schema.inside(step)
    if isinstance(schema, Arguments) and isinstance(step, int):
        return _alike(schema, step, node, ground) or found
    return filled(found, schema.schema or {}, node, ground) if found is not None and schema.type == "Map" else found


def filled(schema: PropertySchema, beside: dict[str, PropertySchema], node: Node | None, ground: Ground
           ) -> PropertySchema:
    """The schema of a key of a map, `node`, as far as what stands beside it says more; `beside` are the map's keys.

    The properties of a resource that is defined there are those of its type.
    """
    if schema.defines == "resource":
        return _as_map(schema, {name: PropertySchema(name, data) for name, data in _DEFINITION.items()})
    if schema.defines is not None:
        shared = _shared(child_at(node, schema.defines), ground)
        return _as_map(schema, shared) if shared else schema
    if schema.name in ("properties", "update_policy") and "type" in beside and "properties" in beside:
        kind = ground.type_of(node)
        if kind is not None and not (kind.placeholder and schema.name == "properties"):
            return _as_map(schema, kind.properties if schema.name == "properties" else kind.update_policy)
    return schema


def starter(function: str, current: Any = None) -> Any:
    """A call to be filled in, put around a value that is there already; None where its file does not say how."""
    form = getattr(find(function), "FORM", None)
    return {function: _first(form, current)} if form is not None else None


def _as_map(schema: PropertySchema, inside: dict[str, PropertySchema]) -> PropertySchema:
    found = PropertySchema(schema.name, {**schema._data, "type": "Map", "defines": None})
    found.schema = inside
    return found


def _shared(node: Node | None, ground: Ground) -> dict[str, PropertySchema]:
    """The properties that all types of a list have; none where one of them is not known."""
    names = [each.value if isinstance(each, Scalar) else None for each in node.items] if isinstance(
        node, Sequence) else []
    found: dict[str, PropertySchema] | None = None
    for name in dict.fromkeys(names):
        member = Resource("", _NOWHERE, _NOWHERE)
        member.type = name if isinstance(name, str) else None
        kind = ground.types(member) if ground.types is not None else catalog.find(member.type or "")
        if kind is None:
            return {}
        found = dict(kind.properties) if found is None else {
            key: schema for key, schema in found.items() if key in kind.properties}
    return found or {}


def _alike(shape: Arguments, at: int, node: Node | None, ground: Ground) -> PropertySchema | None:
    """What is compared with a parameter is of the parameter's type, and one of the values that it may have."""
    if not shape._data.get("alike") or at > 1 or not isinstance(node, Sequence):
        return None
    other = child_at(node, 1 - at)
    named = other.index["get_param"] if call_in(other, ground.functions) == "get_param" and isinstance(
        other, Mapping) else None
    parameter = ground.parameters.get(str(named.value)) if isinstance(named, Scalar) else None
    kind = _KINDS.get(parameter.type or "") if parameter is not None else None
    if parameter is None or kind is None:
        return None
    allowed = _allowed(parameter)
    fitting = bool(allowed) and all(each.__class__ in _SIGNS[kind] for each in allowed)
    return PropertySchema(shape.places[at].name, {
        "type": kind, "constraints": [{"allowed_values": allowed}] if fitting else []})


def _allowed(parameter: Parameter) -> list[Any]:
    constraints = parameter.part("constraints")
    for each in constraints.items if isinstance(constraints, Sequence) else ():
        allowed = child_at(each, "allowed_values")
        if isinstance(allowed, Sequence):
            return [one.plain() for one in allowed.items]
    return []


def _schema(name: str, data: dict[str, Any], outer: PropertySchema | None) -> PropertySchema:
    if data.get("outer") and outer is not None:
        data = {**outer._data, "required": True, "default": None}
        if isinstance(outer, Condition):
            return Condition(name, data)
    if data["type"] == "Condition":
        return Condition(name, data)
    return Arguments(name, data, outer) if "places" in data else PropertySchema(name, data)


def _first(form: dict[str, Any], current: Any) -> Any:
    if form.get("current") and current is not None:
        return [current] if form["type"] == "List" and not isinstance(current, list) else current
    begin = form.get("starts") or form.get("places")
    if begin is not None:
        return [_first(each, current) for each in begin if each.get("required", True)]
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
