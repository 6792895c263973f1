"""Sections, resources and outputs of a wrong shape; versions, conditions, policies."""

from __future__ import annotations

import copy
import random
from typing import Any

from conformance.expressions import VERSIONS
from conformance.fitting import properties_of
from conformance.mutations.keys import SECTION_KEYS, misspell
from conformance.places import resources, section
from designer import catalog

SHAPES: tuple[Any, ...] = (None, [], {}, "text", 5, True, ["a"], {"a": "b"}, {"a": None}, {"a": {}}, [{"a": "b"}], "")
POLICIES = (
    "Delete",
    "Retain",
    "Snapshot",
    "delete",
    "retain",
    "SNAPSHOT",
    "keep",
    "",
    None,
    5,
    ["Delete"],
    {"get_param": "OS::stack_name"},
    {"if": [True, "Retain", "Delete"]},
)


def version(tree: Any, rng: random.Random) -> str | None:
    tree["heat_template_version"] = rng.choice(
        (
            *VERSIONS,
            "newton",
            "ocata",
            "pike",
            "queens",
            "rocky",
            "wallaby",
            "juno",
            "2016-10-15",
            "2012-12-12",
            "",
            None,
            20130523,
            "latest",
            ["2018-08-31"],
            "stein",
            "2021-04-16 ",
            "Rocky",
            "2013-5-23",
        )
    )
    return f"made the version {tree['heat_template_version']!r}"


def older(tree: Any, rng: random.Random) -> str | None:
    tree["heat_template_version"] = rng.choice(VERSIONS)
    return f"made the version {tree['heat_template_version']}"


def section_shape(tree: Any, rng: random.Random) -> str | None:
    name = rng.choice(SECTION_KEYS[1:])
    tree[name] = copy.deepcopy(rng.choice(SHAPES))
    return f"made the section {name} {tree[name]!r}"


def swap_sections(tree: Any, rng: random.Random) -> str | None:
    one, two = (
        rng.sample([name for name in SECTION_KEYS[1:] if name in tree] or ["resources", "outputs"], 2)
        if len(tree) > 3
        else ("resources", "outputs")
    )
    tree[one], tree[two] = tree.get(two), tree.get(one)
    return f"swapped {one} and {two}"


def resource_shape(tree: Any, rng: random.Random) -> str | None:
    found = section(tree, "resources")
    if not found:
        return None
    name = rng.choice(list(found))
    found[name] = copy.deepcopy(
        rng.choice((*SHAPES, {"Type": "OS::Heat::None"}, {"type": "OS::Heat::None"}, {"properties": {}}))
    )
    return f"made the resource {name} {found[name]!r}"


def resource_part(tree: Any, rng: random.Random) -> str | None:
    """A part of a resource of another shape."""
    found = resources(tree)
    if not found:
        return None
    name, entry = rng.choice(found)
    part = rng.choice(
        (
            "type",
            "properties",
            "metadata",
            "update_policy",
            "deletion_policy",
            "external_id",
            "description",
            "condition",
        )
    )
    entry[part] = copy.deepcopy(rng.choice(POLICIES if part == "deletion_policy" and rng.random() < 0.8 else SHAPES))
    return f"made {name}.{part} {entry[part]!r}"


def update_policy(tree: Any, rng: random.Random) -> str | None:
    found = [
        each
        for each in resources(tree)
        if each[1].get("type")
        in (
            "OS::Heat::ResourceGroup",
            "OS::Heat::AutoScalingGroup",
            "AWS::AutoScaling::AutoScalingGroup",
            "OS::Heat::InstanceGroup",
        )
    ] or resources(tree)
    if not found:
        return None
    name, entry = rng.choice(found)
    entry["update_policy"] = rng.choice(
        (
            {"rolling_update": {"max_batch_size": 0}},
            {"rolling_update": {"max_batch_size": "2"}},
            {"rolling_update": {"pause_time": -1}},
            {"rolling_update": []},
            {"rolling_updates": {}},
            {"batch_create": {"max_batch_size": 1, "min_in_service": 1}},
            {"batch_create": None},
            {"AutoScalingRollingUpdate": {"MaxBatchSize": 1}},
            {"RollingUpdate": {"MaxBatchSize": 0}},
            {"RollingUpdate": {"PauseTime": "PT1H"}},
            {"AutoScalingRollingUpdate": {"PauseTime": "10"}},
            {"unknown": 1},
            {"rolling_update": {"min_in_service": {"get_param": "nowhere"}}},
        )
    )
    return f"gave {name} the update policy {entry['update_policy']}"


def resource_type(tree: Any, rng: random.Random) -> str | None:
    """Another type, which need not know the properties."""
    found = resources(tree)
    if not found:
        return None
    name, entry = rng.choice(found)
    kind = entry.get("type")
    entry["type"] = rng.choice(
        (
            misspell(str(kind), rng),
            rng.choice(catalog.type_names(hidden=True)),
            "OS::Nowhere::Thing",
            "nested.yaml",
            "OS::Heat::None",
            "OS::Quantum::Net",
            "http://example.com/x.yaml",
            "OS::Neutron::*",
            "",
            rng.choice([each.get("type") for _, each in found]),
        )
    )
    return f"made {name} a {entry['type']}"


def without_properties(tree: Any, rng: random.Random) -> str | None:
    found = [each for each in resources(tree) if "properties" in each[1]]
    if not found:
        return None
    name, entry = rng.choice(found)
    if rng.random() < 0.5:
        del entry["properties"]
    else:
        entry["properties"] = {}
    return f"took the properties of {name} away"


def move_property(tree: Any, rng: random.Random) -> str | None:
    """A property that stands at another resource."""
    found = [each for each in resources(tree) if isinstance(each[1].get("properties"), dict) and each[1]["properties"]]
    if len(found) < 2:
        return None
    (one, source), (two, target) = rng.sample(found, 2)
    name = rng.choice(list(source["properties"]))
    target["properties"][name] = source["properties"][name]
    return f"copied the property {name} from {one} to {two}"


def one_level_up(tree: Any, rng: random.Random) -> str | None:
    """A property written beside `properties`, as a wrong indentation does."""
    found = [each for each in resources(tree) if isinstance(each[1].get("properties"), dict) and each[1]["properties"]]
    if not found:
        return None
    name, entry = rng.choice(found)
    key = rng.choice(list(entry["properties"]))
    entry[key] = entry["properties"].pop(key)
    return f"moved the property {key} of {name} one level up"


def condition(tree: Any, rng: random.Random) -> str | None:
    """A condition on a resource or output, known or not."""
    names = list(section(tree, "conditions"))
    wanted = rng.choice(
        [
            *names,
            *names,
            "nowhere",
            True,
            False,
            None,
            5,
            "",
            "true",
            {"equals": ["a", "a"]},
            {"equals": ["a"]},
            {"not": "nowhere"},
            {"get_param": "nowhere"},
            {"and": [True, False]},
            {"and": [True]},
            {"or": [True, "x"]},
            ["a"],
            {"get_resource": "x"},
            {"equals": [{"get_param": "OS::stack_name"}, "a"]},
            {"not": ["a"]},
            {"not": True},
            {"if": [True, True, False]},
        ]
    )
    found = [*section(tree, "resources").items(), *section(tree, "outputs").items()]
    found = [(name, entry) for name, entry in found if isinstance(entry, dict)]
    if not found:
        return None
    name, entry = rng.choice(found)
    entry["condition"] = copy.deepcopy(wanted)
    return f"gave {name} the condition {wanted!r}"


def condition_definition(tree: Any, rng: random.Random) -> str | None:
    conditions = section(tree, "conditions")
    names = [*conditions, "a", "b"]
    name, other = rng.choice(names), rng.choice(names)
    parameter = rng.choice([*section(tree, "parameters"), "nowhere"])
    wrong: Any = rng.choice(
        (
            {"equals": [{"get_param": parameter}, "a"]},
            {"equals": {"get_param": parameter}},
            {"equals": ["a", "b", "c"]},
            {"not": other},
            {"not": name},
            {"and": [other, name]},
            {"or": [other]},
            {"and": other},
            {"get_param": parameter},
            {"get_attr": ["a", "b"]},
            {"get_resource": "a"},
            True,
            False,
            "text",
            5,
            None,
            [],
            {},
            other,
            {"eqals": ["a", "a"]},
            {"equals": ["a", "a"], "not": True},
            {"contains": ["a", ["a"]]},
            {"yaql": {"expression": "true", "data": {}}},
            {"if": [other, True, False]},
            {"not": {"not": other}},
            {"equals": [{"get_attr": ["a", "b"]}, 1]},
            {"and": [{"not": other}, {"get_param": [parameter, 0]}]},
            {"Fn::Equals": ["a", "a"]},
        )
    )
    if not isinstance(tree.get("conditions", {}), dict):
        return None
    tree.setdefault("conditions", {})[name] = copy.deepcopy(wrong)
    return f"made the condition {name} {wrong!r}"


def output(tree: Any, rng: random.Random) -> str | None:
    outputs = tree.get("outputs")
    if not isinstance(outputs, dict):
        outputs = tree["outputs"] = {}
    names = [name for name, _ in resources(tree)] or ["x"]
    name = rng.choice([*outputs, "more"])
    one = rng.choice(names)
    outputs[name] = rng.choice(
        (
            *SHAPES,
            {"value": None},
            {"value": one},
            {"description": "no value"},
            {"value": {"get_attr": [one]}},
            {"value": {"get_attr": one}},
            {"value": {"get_attr": [one, "show", "x", 0]}},
            {"value": {"get_attr": [one, {"get_param": "OS::stack_name"}]}},
            {"Value": 5},
            {"value": {"get_resource": [one]}},
            {"value": 5, "extra": 1},
            {"value": {"get_attr": [one, "nonsense"]}},
            {"value": 5, "description": ["x"]},
            {"value": {"get_attr": []}},
            {"value": {"get_param": "OS::stack_id"}},
        )
    )
    return f"made the output {name} {outputs[name]!r}"


def another_resource(tree: Any, rng: random.Random) -> str | None:
    """A new resource of any type, its properties made up to fit."""
    kind = catalog.find(rng.choice(catalog.type_names()))
    if kind is None or not isinstance(tree.get("resources"), dict):
        return None
    name = rng.choice(("new", "another-one", "x.y", "Z_1"))
    tree["resources"][name] = {"type": kind.name, "properties": properties_of(kind.properties, rng, tree, 0.25)}
    return f"added a {kind.name}"


def nothing(tree: Any, rng: random.Random) -> str | None:
    """The template as it is: what is accepted must stay so."""
    return "changed nothing"


MUTATIONS = (
    version,
    older,
    older,
    section_shape,
    swap_sections,
    resource_shape,
    resource_part,
    resource_part,
    update_policy,
    resource_type,
    resource_type,
    without_properties,
    move_property,
    one_level_up,
    condition,
    condition,
    condition_definition,
    condition_definition,
    output,
    output,
    another_resource,
    another_resource,
    another_resource,
    nothing,
)
