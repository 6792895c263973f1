"""Values of a wrong type or out of range."""

from __future__ import annotations

import random
from typing import Any

from conformance.fitting import fitting, unfitting
from conformance.mutations.keys import misspell
from conformance.places import call_of, is_scalar, resources, section, some, within
from designer import catalog
from designer.catalog import PropertySchema

ODD: tuple[Any, ...] = (
    None,
    "",
    0,
    -1,
    5,
    1.5,
    True,
    False,
    "text",
    [],
    {},
    ["a"],
    {"a": "b"},
    [[]],
    [None],
    {"": ""},
    "5",
    "true",
    "-1",
    "99999999999",
    2**63,
    "x" * 256,
    "é",
    "a,b",
    "[]",
    "{}",
    "null",
    " ",
    "1.5",
    "0x10",
    {"get_param": "OS::stack_name"},
)


def any_value(tree: Any, rng: random.Random) -> str | None:
    place = some(rng, tree, lambda place: True)
    if place is None:
        return None
    place.put(rng.choice(ODD))
    return f"put {place.value!r} at {place}"


def property_value(tree: Any, rng: random.Random) -> str | None:
    place = some(rng, tree, within("resources", None, "properties"))
    if place is None:
        return None
    place.put(rng.choice(ODD))
    return f"put {place.value!r} at {place}"


def scalar_slip(tree: Any, rng: random.Random) -> str | None:
    """A scalar written a little wrong."""
    place = some(rng, tree, lambda place: is_scalar(place.value) and place.value is not None)
    if place is None:
        return None
    value = place.value
    if isinstance(value, bool):
        new: Any = rng.choice(("maybe", str(value), int(value), "yes", "y"))
    elif isinstance(value, (int, float)):
        new = rng.choice(
            (-value, value + 100000, str(value), f"{value}x", value + 0.5, 0, -value - 1, f" {value}", True)
        )
    else:
        new = (
            misspell(value, rng)
            if rng.random() < 0.7
            else rng.choice((value + "x", value + "\n", value.upper(), "", value * 20))
        )
    place.put(new)
    return f"changed {place} from {value!r} to {str(new)[:60]!r}"


def other_shape(tree: Any, rng: random.Random) -> str | None:
    """A value in a list, a list's first item instead, a map as a list of maps."""
    place = some(rng, tree, lambda place: len(place.path) > 1)
    if place is None:
        return None
    value = place.value
    choices: list[Any] = [[value], {"value": value}, str(value)]
    if isinstance(value, list) and value:
        choices += [value[0], {"0": value[0]}, [*value, *value], [value], ",".join(map(str, value)), []]
    elif isinstance(value, dict) and value:
        choices += [[value], [{key: each} for key, each in value.items()], list(value), {}]
    place.put(rng.choice(choices))
    return f"changed the shape of {place} to {str(place.value)[:60]}"


def _schema(tree: Any, rng: random.Random) -> tuple[str, str, dict[str, Any], PropertySchema] | None:
    found = [
        (name, entry)
        for name, entry in resources(tree)
        if isinstance(entry.get("type"), str) and isinstance(entry.get("properties", {}), dict)
    ]
    rng.shuffle(found)
    for name, entry in found:
        kind = catalog.find(entry["type"])
        if kind is not None and kind.properties:
            schema = rng.choice(list(kind.properties.values()))
            inside, path = entry.setdefault("properties", {}), f"{name}.properties"
            # One level down where the value is there to step into.
            while rng.random() < 0.6:
                value = inside.get(schema.name)
                if isinstance(value, list) and value and schema.item is not None and schema.item.schema:
                    value, path = value[0], f"{path}.{schema.name}.0"
                    schemas = schema.item.schema
                elif schema.schema:
                    path, schemas = f"{path}.{schema.name}", schema.schema
                else:
                    break
                if not isinstance(value, dict) or call_of(value) or not schemas:
                    break
                inside, schema = value, rng.choice(list(schemas.values()))
            return name, path, inside, schema
    return None


def wrong_for_schema(tree: Any, rng: random.Random) -> str | None:
    """A property with a value that its schema does not want."""
    found = _schema(tree, rng)
    if found is None:
        return None
    _, path, inside, schema = found
    inside[schema.name] = unfitting(schema, rng)
    return f"put {str(inside[schema.name])[:60]!r} at {path}.{schema.name}"


def more_properties(tree: Any, rng: random.Random) -> str | None:
    """A property more, with a value that fits: plug-ins have rules on what goes together."""
    found = _schema(tree, rng)
    if found is None:
        return None
    _, path, inside, schema = found
    inside[schema.name] = fitting(schema, rng, tree)
    return f"put the fitting {str(inside[schema.name])[:60]!r} at {path}.{schema.name}"


def swap_values(tree: Any, rng: random.Random) -> str | None:
    """Two properties of a resource with each other's values."""
    for _, entry in sorted(resources(tree), key=lambda _: rng.random()):
        properties = entry.get("properties")
        if isinstance(properties, dict) and len(properties) > 1:
            one, two = rng.sample(list(properties), 2)
            properties[one], properties[two] = properties[two], properties[one]
            return f"swapped the values of {one} and {two}"
    return None


def through_parameter(tree: Any, rng: random.Random) -> str | None:
    """A value moved into the default of a new parameter, perhaps of a type that does not fit."""
    place = some(
        rng, tree, lambda place: within("resources", None, "properties")(place) and call_of(place.inside) is None
    )
    if place is None or call_of(place.value) is not None or _holds_call(place.value):
        return None
    value = place.value
    kind = (
        rng.choice(("string", "number", "boolean", "json", "comma_delimited_list"))
        if rng.random() < 0.4
        else (
            "json"
            if isinstance(value, dict)
            else "boolean"
            if isinstance(value, bool)
            else "number"
            if isinstance(value, (int, float))
            else "comma_delimited_list"
            if isinstance(value, list) and all(isinstance(each, str) for each in value)
            else "json"
            if isinstance(value, list)
            else "string"
        )
    )
    schema: dict[str, Any] = {"type": kind}
    if rng.random() < 0.6:
        schema["default"] = value
    parameters = tree.setdefault("parameters", {})
    if not isinstance(parameters, dict):
        return None
    parameters["moved"] = schema
    place.put({"get_param": "moved"})
    return f"moved {place} into a parameter of type {kind}" + ("" if "default" in schema else " without a default")


def through_attribute(tree: Any, rng: random.Random) -> str | None:
    """A property that takes another resource's attribute or reference instead of its value."""
    place = some(rng, tree, within("resources", None, "properties"))
    others = [name for name, _ in resources(tree) if place is not None and name != place.path[1]]
    if place is None or not others:
        return None
    name = rng.choice(others)
    kind = section(tree, "resources")[name].get("type")
    known = catalog.find(kind) if isinstance(kind, str) else None
    attributes = [*(known.attributes if known else ()), "show"]
    place.put({"get_resource": name} if rng.random() < 0.5 else {"get_attr": [name, rng.choice(attributes)]})
    return f"put {place.value} at {place}"


def _holds_call(value: Any) -> bool:
    if isinstance(value, dict):
        return call_of(value) is not None or any(map(_holds_call, value.values()))
    return isinstance(value, list) and any(map(_holds_call, value))


MUTATIONS = (
    any_value,
    property_value,
    property_value,
    scalar_slip,
    scalar_slip,
    other_shape,
    wrong_for_schema,
    wrong_for_schema,
    wrong_for_schema,
    more_properties,
    more_properties,
    more_properties,
    swap_values,
    through_parameter,
    through_parameter,
    through_attribute,
    through_attribute,
)
