"""References that lead nowhere, to the wrong thing, or round in a circle."""

from __future__ import annotations

import random
from typing import Any

from conformance.mutations.keys import misspell
from conformance.places import Place, call_of, resources, section, some

NAMING = ("get_resource", "get_param", "get_attr")


def _call(tree: Any, rng: random.Random, *names: str) -> Place | None:
    return some(rng, tree, lambda place: call_of(place.inside) in names)


def dangling(tree: Any, rng: random.Random) -> str | None:
    """The name in a reference misspelt."""
    place = _call(tree, rng, *NAMING)
    if place is None:
        return None
    target = place.value
    if isinstance(target, list) and target and isinstance(target[0], str):
        target[0] = misspell(target[0], rng)
    elif isinstance(target, str):
        place.put(misspell(target, rng))
    else:
        return None
    return f"misspelt what {place} names: {place.value!r}"


def other_target(tree: Any, rng: random.Random) -> str | None:
    """A reference to something else that is there: another resource, parameter, condition, pseudo parameter."""
    place = _call(tree, rng, *NAMING, "get_file", "resource_facade")
    if place is None:
        return None
    names = [name for part in ("resources", "parameters", "conditions", "outputs") for name in section(tree, part)]
    name = rng.choice([*names, "OS::stack_name", "OS::stack_id", "OS::project_id", "OS::Region", "AWS::StackName"])
    if isinstance(place.value, list) and place.value:
        place.value[0] = name
    else:
        place.put(name)
    return f"let {place} name {name}"


def other_attribute(tree: Any, rng: random.Random) -> str | None:
    place = _call(tree, rng, "get_attr")
    if (
        place is None
        or not isinstance(place.value, list)
        or len(place.value) < 2
        or not isinstance(place.value[1], str)
    ):
        return None
    place.value[1] = rng.choice(
        (misspell(place.value[1], rng), "show", "id", "name", "first_address", "", "nonsense", 0)
    )
    return f"changed the attribute at {place} to {place.value[1]!r}"


def other_path(tree: Any, rng: random.Random) -> str | None:
    """The path of get_attr or get_param made longer, shorter or odd."""
    place = _call(tree, rng, "get_attr", "get_param")
    if place is None:
        return None
    path = place.value if isinstance(place.value, list) else [place.value]
    step: Any = rng.choice((0, 1, 99, -1, "0", "x", "", None, [], {}, {"get_param": "OS::stack_name"}, True, 1.5))
    how = rng.choice(("longer", "shorter", "replaced", "flat"))
    new: Any = [*path, step] if how == "longer" else path[:-1] if how == "shorter" else [*path[:-1], step]
    if how == "flat":
        new = rng.choice((path[0] if path else None, ".".join(map(str, path)), {"a": path}, [path]))
    place.put(new)
    return f"made the path at {place} {how}: {new!r}"


def other_function(tree: Any, rng: random.Random) -> str | None:
    """get_param for get_resource, and the like."""
    place = _call(tree, rng, *NAMING, "get_file")
    if place is None:
        return None
    name = rng.choice([name for name in (*NAMING, "get_file", "Ref", "Fn::GetAtt", "get_output") if name != place.key])
    place.rename(name)
    return f"made {place} a {name}"


def itself(tree: Any, rng: random.Random) -> str | None:
    """A resource that needs itself."""
    found = resources(tree)
    if not found:
        return None
    name, entry = rng.choice(found)
    return _need(tree, rng, name, entry, name)


def circle(tree: Any, rng: random.Random) -> str | None:
    """Two or three resources that need one another."""
    found = resources(tree)
    if len(found) < 2:
        return None
    chain = rng.sample(found, min(len(found), rng.choice((2, 2, 3))))
    told = [_need(tree, rng, name, entry, chain[(at + 1) % len(chain)][0]) for at, (name, entry) in enumerate(chain)]
    return "; ".join(filter(None, told))


def needless(tree: Any, rng: random.Random) -> str | None:
    """One more dependency, which may close a circle."""
    found = resources(tree)
    if not found:
        return None
    (name, entry), (other, _) = rng.choice(found), rng.choice(found)
    return _need(tree, rng, name, entry, other)


def _need(tree: Any, rng: random.Random, name: str, entry: dict[str, Any], other: str) -> str:
    how = rng.choice(("depends_on", "depends_on", "metadata", "get_attr", "properties"))
    if how == "depends_on":
        before = entry.get("depends_on") or []
        entry["depends_on"] = [*before, other] if isinstance(before, list) else [before, other]
    elif how in ("metadata", "get_attr") and isinstance(entry.get("metadata", {}), dict):
        entry.setdefault("metadata", {})["needs"] = (
            {"get_resource": other} if how == "metadata" else {"get_attr": [other, "show"]}
        )
    elif isinstance(entry.get("properties"), dict):
        entry["properties"]["name"] = {"get_resource": other}
    return f"let {name} need {other} by {how}"


def depends_on(tree: Any, rng: random.Random) -> str | None:
    """What depends_on may not be, and some that it may."""
    found = resources(tree)
    if not found:
        return None
    name, entry = rng.choice(found)
    other = rng.choice(found)[0]
    wrong: tuple[Any, ...] = (
        misspell(other, rng),
        [misspell(other, rng)],
        [other, other],
        [[other]],
        {other: None},
        {"get_resource": other},
        5,
        True,
        None,
        [],
        "",
        [""],
        [5],
        [None],
        f"{other}, {other}",
        [{"get_resource": other}],
        {"get_param": other},
        {"if": [True, other, []]},
        ["OS::stack_name"],
    )
    entry["depends_on"] = rng.choice(wrong)
    return f"let {name} depend on {entry['depends_on']!r}"


MUTATIONS = (
    dangling,
    dangling,
    dangling,
    other_target,
    other_attribute,
    other_attribute,
    other_path,
    other_path,
    other_function,
    itself,
    circle,
    needless,
    depends_on,
)
