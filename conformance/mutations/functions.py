"""Calls of functions with arguments that do not fit, in the wrong place or version."""

from __future__ import annotations

import json
import random
from typing import Any

from conformance.expressions import FOREIGN, FUNCTIONS, PARAMETERS, VERSIONS, Writer
from conformance.places import call_of, section, some, within

WRONG: tuple[Any, ...] = (
    None,
    0,
    5,
    -1,
    1.5,
    True,
    "text",
    "",
    [],
    {},
    ["one"],
    {"k": "v"},
    [[]],
    {"get_param": "OS::stack_name"},
    ["a", "b", "c", "d"],
    [None],
    {"a": None},
    {"template": "a", "params": {}},
    [True, 1, 2],
    {"get_attr": ["nowhere", "x"]},
)


def arguments(tree: Any, rng: random.Random) -> str | None:
    """A call with other arguments."""
    place = some(rng, tree, lambda place: call_of(place.inside) is not None)
    if place is None:
        return None
    value, wrong = place.value, rng.choice(WRONG)
    how = rng.choice(("whole", "one", "one", "more", "fewer"))
    if how == "whole" or not isinstance(value, (list, dict)) or not value:
        place.put(wrong)
    elif isinstance(value, list):
        at = rng.randrange(len(value))
        if how == "one":
            value[at] = wrong
        elif how == "more":
            value.insert(at, wrong)
        else:
            del value[at]
    else:
        key = rng.choice(list(value))
        if how == "one":
            value[key] = wrong
        elif how == "more":
            value[rng.choice(("extra", "template", "params", "data", "permutations", "values"))] = wrong
        else:
            del value[key]
    return f"changed the arguments at {place} ({how}): {str(place.value)[:70]}"


def other_name(tree: Any, rng: random.Random) -> str | None:
    place = some(rng, tree, lambda place: call_of(place.inside) is not None)
    if place is None:
        return None
    name = rng.choice([*FUNCTIONS, *FOREIGN])
    place.rename(name)
    return f"called {name} at {place}"


def beside(tree: Any, rng: random.Random) -> str | None:
    """A second key beside a function's."""
    place = some(rng, tree, lambda place: call_of(place.value) is not None)
    if place is None:
        return None
    place.value[rng.choice(("extra", "get_param", "default", "if"))] = rng.choice(WRONG)
    return f"put a second key into the call at {place}"


def computed(tree: Any, rng: random.Random) -> str | None:
    """A value that is computed instead, by an expression that may or may not fit."""
    place = some(
        rng,
        tree,
        lambda place: len(place.path) > 2 and (within("resources", None)(place) or within("outputs", None)(place)),
    )
    if place is None:
        return None
    version = str(tree.get("heat_template_version"))
    writer = Writer(rng, version if version in VERSIONS else VERSIONS[-1])
    expression = json.loads(json.dumps(writer.call(rng.choice(writer.known), 1)))
    text = json.dumps(expression)
    needed = {
        name: {
            key: value
            for key, value in {**schema, "default": schema.get("default", schema.get("value"))}.items()
            if key != "value"
        }
        for name, schema in PARAMETERS.items()
        if f'"{name}"' in text
    }
    if "get_file" in text or '"yes"' in text or '"no"' in text or '"mixed"' in text:
        return None
    parameters = tree.setdefault("parameters", {})
    if not isinstance(parameters, dict):
        return None
    if any(name in parameters or name in section(tree, "resources") for name in needed):
        return None
    parameters.update(needed)
    place.put(expression)
    return f"computed {place}: {text[:80]}"


def wrapped(tree: Any, rng: random.Random) -> str | None:
    """A value inside a call that gives it back, more or less."""
    place = some(
        rng, tree, lambda place: within("resources", None, "properties")(place) and call_of(place.inside) is None
    )
    if place is None:
        return None
    value = place.value
    place.put(
        rng.choice(
            (
                {
                    "if": [
                        rng.choice((True, False, {"equals": ["a", "a"]}, "nowhere")),
                        value,
                        rng.choice((value, None, "other")),
                    ]
                },
                {"list_join": ["", [value]]},
                {"str_replace": {"template": "X", "params": {"X": value}}},
                {"repeat": {"template": "%i%", "for_each": {"%i%": value if isinstance(value, list) else [value]}}},
                {"map_merge": [value]},
                {"list_concat": [value]},
                {"str_split": [",", value]},
                {"yaql": {"expression": "$.data", "data": value}},
                {"str_split": [",", value, 0]},
                {"map_replace": [value, {"keys": {}}]},
                {"filter": [[], value]},
                {"digest": ["md5", value]},
                {"make_url": {"host": value}},
            )
        )
    )
    return f"wrapped {place}: {str(place.value)[:80]}"


def misplaced(tree: Any, rng: random.Random) -> str | None:
    """A function where none is evaluated, or not this one."""
    call = rng.choice(
        (
            {"get_param": "OS::stack_name"},
            {"get_resource": next(iter(section(tree, "resources")), "x")},
            {"list_join": [",", ["a"]]},
            {"if": [True, "a", "b"]},
            {"get_attr": [next(iter(section(tree, "resources")), "x"), "show"]},
        )
    )
    place = some(
        rng,
        tree,
        lambda place: (
            within("parameters")(place)
            or within("parameter_groups")(place)
            or within("conditions")(place)
            or place.path[-1]
            in (
                "type",
                "depends_on",
                "condition",
                "deletion_policy",
                "description",
                "heat_template_version",
                "update_policy",
                "external_id",
            )
        ),
    )
    if place is None:
        return None
    place.put(call)
    return f"put {call} at {place}"


MUTATIONS = (
    arguments,
    arguments,
    arguments,
    arguments,
    other_name,
    beside,
    computed,
    computed,
    wrapped,
    wrapped,
    misplaced,
)
