"""Environments written wrongly: sections, parameters, registry."""

from __future__ import annotations

import random
from typing import Any

from conformance.mutations.keys import add_key, drop_key, misspell, misspell_key, odd_key
from conformance.mutations.values import ODD, any_value, other_shape, scalar_slip
from conformance.places import section

SECTIONS = (
    "parameters",
    "parameter_defaults",
    "resource_registry",
    "parameter_merge_strategies",
    "encrypted_param_names",
    "event_sinks",
)


TO_MERGE: tuple[Any, ...] = ("text", "a,b", ["x"], {"one": {"x": ["2"]}}, {"one": "text"}, 7, True, '{"a": 3}', "")


def section_shape(tree: Any, rng: random.Random) -> str | None:
    name = rng.choice(SECTIONS)
    tree[name] = rng.choice((None, [], {}, "text", 5, ["a"], {"a": "b"}, {"a": None}, {"a": ["b"]}, True))
    return f"made the section {name} {tree[name]!r}"


def parameter(tree: Any, rng: random.Random) -> str | None:
    """A value for a parameter, known or not."""
    name = rng.choice(("parameters", "parameter_defaults"))
    if not isinstance(tree.get(name, {}), dict):
        return None
    given = tree.setdefault(name, {})
    key = rng.choice([*given, "count", "depth", "most", "size", "image", "nowhere"])
    given[key] = rng.choice(ODD)
    return f"gave {name}.{key} {str(given[key])[:60]!r}"


def mapping(tree: Any, rng: random.Random) -> str | None:
    """What the registry maps a type to."""
    registry = tree.setdefault("resource_registry", {})
    if not isinstance(registry, dict):
        return None
    key = rng.choice([*registry, "My::Server", "OS::Cinder::Volume", "OS::Nova::*", "OS::Heat::RandomString", "*"])
    registry[key] = rng.choice(
        (
            "nowhere.yaml",
            "OS::Heat::None",
            "OS::Cinder::Volume",
            "main.yaml",
            "env.yaml",
            "leaf.yaml",
            "server.yaml",
            "OS::Nowhere::*",
            None,
            5,
            "",
            {"a": "b"},
            ["leaf.yaml"],
            key,
            "OS::Neutron::*",
            "http://example.com/x.yaml",
        )
    )
    return f"mapped {key} to {registry[key]!r}"


def renamed_type(tree: Any, rng: random.Random) -> str | None:
    registry = section(tree, "resource_registry")
    if not registry:
        return None
    name = rng.choice(list(registry))
    registry[misspell(str(name), rng)] = registry.pop(name)
    return f"misspelt {name} in the registry"


def per_resource(tree: Any, rng: random.Random) -> str | None:
    """What the registry says of single resources."""
    registry = tree.setdefault("resource_registry", {})
    if not isinstance(registry, dict):
        return None
    name = rng.choice(("first", "other", "group", "more", "*", "nowhere"))
    registry["resources"] = rng.choice(
        (
            {name: {"hooks": "pre-create"}},
            {name: {"hooks": ["pre-create", "post-delete"]}},
            {name: {"hooks": "never"}},
            {name: {"hooks": 5}},
            {name: {"My::Server": "OS::Heat::None"}},
            {name: {"OS::Nova::Server": "OS::Heat::None"}},
            {name: None},
            {name: "text"},
            None,
            [],
            {name: {"restricted_actions": "replace"}},
            {name: {"restricted_actions": "never"}},
            {name: {"*": {"My::Server": "server.yaml"}}},
        )
    )
    return f"made the registry's resources {registry['resources']!r}"


def strategy(tree: Any, rng: random.Random) -> str | None:
    """How parameters of several environments are merged, and a value that may not be."""
    strategies = tree.setdefault("parameter_merge_strategies", {})
    given = tree.setdefault("parameters", {})
    if not isinstance(strategies, dict) or not isinstance(given, dict):
        return None
    key = rng.choice([*given, "default", "size", "nowhere"])
    strategies[key] = rng.choice(("merge", "deep_merge", "overwrite", "merged", "", None, 5))
    told = f"merged {key} by {strategies[key]!r}"
    if rng.random() < 0.5 and given:
        other = rng.choice(list(given))
        given[other] = rng.choice(TO_MERGE)
        told += f" and gave {other} {given[other]!r}"
    return told


def nothing(tree: Any, rng: random.Random) -> str | None:
    return "changed nothing"


MUTATIONS = (
    section_shape,
    parameter,
    parameter,
    parameter,
    mapping,
    mapping,
    renamed_type,
    strategy,
    per_resource,
    misspell_key,
    drop_key,
    add_key,
    odd_key,
    any_value,
    other_shape,
    scalar_slip,
    nothing,
)
