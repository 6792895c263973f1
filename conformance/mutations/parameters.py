"""Parameters, their constraints and groups, written wrongly."""

from __future__ import annotations

import random
from typing import Any

from conformance.places import section

TYPES = (
    "string",
    "number",
    "boolean",
    "json",
    "comma_delimited_list",
    "String",
    "Number",
    "CommaDelimitedList",
    "list",
    "integer",
    "map",
    "",
    None,
    5,
    "text",
    ["string"],
)
VALUES: tuple[Any, ...] = (
    "text",
    "",
    5,
    -5,
    0,
    1.5,
    True,
    "true",
    "5",
    "5x",
    [],
    ["a"],
    ["a", 1],
    {},
    {"a": "b"},
    None,
    "a,b",
    '{"a": 1}',
    "{",
    "[1]",
    "é",
    "maybe",
    "1e5",
    "0x1F",
    " 7 ",
    "on",
    "2021-04-16",
    [["a"]],
    [None],
    [{"a": 1}],
    10**30,
    "null",
)
CONSTRAINTS: tuple[Any, ...] = (
    {"length": {"min": 1, "max": 5}},
    {"length": {"min": 5, "max": 1}},
    {"length": {}},
    {"length": 5},
    {"length": {"mn": 1}},
    {"length": {"min": -1}},
    {"length": {"min": "1"}},
    {"length": {"max": "a"}},
    {"length": {"min": None}},
    {"length": {"min": 1.5}},
    {"range": {"min": 1}},
    {"range": {"max": 5}},
    {"range": {"min": 9, "max": 1}},
    {"range": {}},
    {"range": [1, 5]},
    {"range": {"min": "1", "max": "5"}},
    {"range": {"min": 1, "step": 2}},
    {"range": {"min": "one"}},
    {"range": {"min": 0.5}},
    {"allowed_values": ["a", "b"]},
    {"allowed_values": []},
    {"allowed_values": "a"},
    {"allowed_values": {"a": 1}},
    {"allowed_values": [1, 2, "3"]},
    {"allowed_values": [None]},
    {"allowed_values": {"get_param": "x"}},
    {"allowed_values": [True]},
    {"allowed_pattern": "[a-z]+"},
    {"allowed_pattern": "["},
    {"allowed_pattern": 5},
    {"allowed_pattern": ""},
    {"allowed_pattern": ["a"]},
    {"allowed_pattern": "(?P<x>a)"},
    {"allowed_pattern": "^a$"},
    {"allowed_pattern": "*"},
    {"modulo": {"step": 2, "offset": 0}},
    {"modulo": {"step": 2}},
    {"modulo": {"offset": 1}},
    {"modulo": {"step": 0, "offset": 0}},
    {"modulo": {"step": 2, "offset": 2}},
    {"modulo": {"step": -3, "offset": -1}},
    {"modulo": {"step": 2, "offset": -1}},
    {"modulo": 2},
    {"modulo": {"step": "2", "offset": "0"}},
    {"modulo": {"step": 1.5, "offset": 0}},
    {"custom_constraint": "nova.flavor"},
    {"custom_constraint": "net_cidr"},
    {"custom_constraint": "nowhere.thing"},
    {"custom_constraint": 5},
    {"custom_constraint": "ip_addr"},
    {"custom_constraint": ["nova.flavor"]},
    {"description": "only words"},
    {},
    None,
    "text",
    ["range"],
    {"range": {"min": 1}, "length": {"min": 1}},
    {"unknown": 1},
    {"range": {"min": 1}, "description": "ok"},
    {"range": {"min": 1}, "description": 5},
    {"range": None},
    {"length": None},
    {"allowed_values": None},
    {"allowed_pattern": None},
    {"modulo": None},
    {"custom_constraint": None},
    {"length": {"min": 1}, "allowed_pattern": "a"},
    {"Range": {"min": 1}},
    {"range": {"min": 1}, "extra": 1},
)


def _one(tree: Any, rng: random.Random) -> tuple[str, dict[str, Any]] | None:
    found = [(name, schema) for name, schema in section(tree, "parameters").items() if isinstance(schema, dict)]
    if not found:
        tree["parameters"] = {"made": {"type": rng.choice(TYPES[:5])}}
        return "made", tree["parameters"]["made"]
    return rng.choice(found)


def other_type(tree: Any, rng: random.Random) -> str | None:
    found = _one(tree, rng)
    if found is None:
        return None
    name, schema = found
    schema["type"] = rng.choice(TYPES)
    return f"made the parameter {name} a {schema['type']!r}"


def default(tree: Any, rng: random.Random) -> str | None:
    found = _one(tree, rng)
    if found is None:
        return None
    name, schema = found
    schema["default"] = rng.choice(VALUES)
    return f"gave the parameter {name} the default {schema['default']!r}"


def key(tree: Any, rng: random.Random) -> str | None:
    """One of the other keys, with some value."""
    found = _one(tree, rng)
    if found is None:
        return None
    name, schema = found
    word = rng.choice(
        ("hidden", "immutable", "tags", "label", "description", "constraints", "default", "NoEcho", "required")
    )
    schema[word] = rng.choice(VALUES)
    return f"gave the parameter {name} {word}: {schema[word]!r}"


def constraint(tree: Any, rng: random.Random) -> str | None:
    """A constraint more, or another."""
    found = _one(tree, rng)
    if found is None:
        return None
    name, schema = found
    new = rng.choice(CONSTRAINTS)
    before = schema.get("constraints")
    if isinstance(before, list) and before and rng.random() < 0.5:
        before[rng.randrange(len(before))] = new
    elif isinstance(before, list):
        before.append(new)
    else:
        schema["constraints"] = [new] if rng.random() < 0.9 else new
    return f"gave the parameter {name} the constraint {new!r}"


def constrained(tree: Any, rng: random.Random) -> str | None:
    """A new parameter with type, default and constraint of all sorts."""
    if not isinstance(tree.get("parameters", {}), dict):
        return None
    schema: dict[str, Any] = {"type": rng.choice(TYPES[:5]), "constraints": [rng.choice(CONSTRAINTS)]}
    if rng.random() < 0.7:
        schema["default"] = rng.choice(VALUES)
    tree.setdefault("parameters", {})["new"] = schema
    return f"added the parameter {schema!r}"


def whole(tree: Any, rng: random.Random) -> str | None:
    """A parameter that is no map."""
    parameters = section(tree, "parameters")
    if not parameters:
        return None
    name = rng.choice(list(parameters))
    parameters[name] = rng.choice(("string", None, 5, [], ["string"], {}, {"default": 1}, {"Type": "string"}))
    return f"made the parameter {name} {parameters[name]!r}"


def groups(tree: Any, rng: random.Random) -> str | None:
    names = list(section(tree, "parameters"))
    first = rng.choice(names) if names else "nobody"
    tree["parameter_groups"] = rng.choice(
        (
            [],
            None,
            {},
            "text",
            [None],
            ["text"],
            [{}],
            [{"label": "x"}],
            [{"parameters": None}],
            [{"parameters": first}],
            [{"parameters": []}],
            [{"parameters": [first]}],
            [{"parameters": [first, first]}],
            [{"parameters": [first]}, {"parameters": [first]}],
            [{"parameters": ["nowhere"]}],
            [{"parameters": [5]}],
            [{"parameters": [first], "extra": 1}],
            [{"label": 5, "parameters": names}],
            [{"parameters": {first: 1}}],
            {"parameters": [first]},
            [{"parameters": [[first]]}],
            [{"parameters": [None]}],
            [{"label": ["x"], "parameters": [first]}],
            [{"description": 5, "parameters": [first]}],
        )
    )
    return f"made the parameter groups {tree['parameter_groups']!r}"


MUTATIONS = (
    other_type,
    other_type,
    default,
    default,
    default,
    key,
    constraint,
    constraint,
    constraint,
    constrained,
    constrained,
    whole,
    groups,
)
