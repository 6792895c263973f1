"""Keys written wrongly, missing, too many."""

from __future__ import annotations

import random
from typing import Any

from conformance.places import Place, call_of, places, section, some, within

SECTION_KEYS = (
    "heat_template_version",
    "description",
    "parameters",
    "parameter_groups",
    "conditions",
    "resources",
    "outputs",
)
RESOURCE_KEYS = (
    "type",
    "properties",
    "metadata",
    "depends_on",
    "update_policy",
    "deletion_policy",
    "external_id",
    "condition",
    "description",
)


def misspell(word: str, rng: random.Random) -> str:
    """A word with a slip of the finger in it."""
    if not word:
        return "x"
    at = rng.randrange(len(word))
    choices = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + rng.choice("aeinrst_") + word[at + 1 :],
        word[:at] + rng.choice("_x-s") + word[at:],
        word + "s",
        word.upper(),
        word.capitalize(),
        word.replace("_", "-"),
        word.replace("_", ""),
        word.rstrip("s"),
        " " + word,
        word + " ",
    ]
    if at + 1 < len(word):
        choices.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return rng.choice([other for other in choices if other != word] or [word + "x"])


def _is_key(place: Place) -> bool:
    return isinstance(place.inside, dict) and isinstance(place.key, str)


def misspell_key(tree: Any, rng: random.Random) -> str | None:
    """Any key of the template."""
    place = some(rng, tree, _is_key)
    return _misspell(place, rng)


def misspell_section(tree: Any, rng: random.Random) -> str | None:
    return _misspell(some(rng, tree, lambda place: _is_key(place) and len(place.path) == 1), rng)


def misspell_resource_key(tree: Any, rng: random.Random) -> str | None:
    return _misspell(some(rng, tree, within("resources", None, depth=3)), rng)


def misspell_property(tree: Any, rng: random.Random) -> str | None:
    return _misspell(
        some(rng, tree, lambda place: _is_key(place) and within("resources", None, "properties")(place)), rng
    )


def misspell_parameter_key(tree: Any, rng: random.Random) -> str | None:
    return _misspell(some(rng, tree, lambda place: _is_key(place) and within("parameters", None)(place)), rng)


def misspell_output_key(tree: Any, rng: random.Random) -> str | None:
    return _misspell(some(rng, tree, within("outputs", None, depth=3)), rng)


def misspell_function(tree: Any, rng: random.Random) -> str | None:
    place = some(rng, tree, lambda place: call_of(place.inside) is not None)
    return _misspell(place, rng)


def _misspell(place: Place | None, rng: random.Random) -> str | None:
    if place is None or not _is_key(place):
        return None
    key = misspell(place.key, rng)
    if key in place.inside:
        return None
    place.rename(key)
    return f"misspelt the key {place}: {key!r}"


def drop_key(tree: Any, rng: random.Random) -> str | None:
    """Any entry of the template."""
    return _drop(some(rng, tree, lambda place: len(place.path) > 1))


def drop_section(tree: Any, rng: random.Random) -> str | None:
    return _drop(some(rng, tree, lambda place: len(place.path) == 1))


def drop_property(tree: Any, rng: random.Random) -> str | None:
    return _drop(some(rng, tree, within("resources", None, "properties")))


def drop_resource_key(tree: Any, rng: random.Random) -> str | None:
    return _drop(some(rng, tree, within("resources", None, depth=3)))


def drop_parameter_key(tree: Any, rng: random.Random) -> str | None:
    return _drop(some(rng, tree, within("parameters", None)))


def drop_named(tree: Any, rng: random.Random) -> str | None:
    """A parameter, condition, resource or output, whatever refers to it."""
    return _drop(some(rng, tree, lambda place: len(place.path) == 2))


def _drop(place: Place | None) -> str | None:
    if place is None:
        return None
    place.drop()
    return f"dropped {place}"


def add_key(tree: Any, rng: random.Random) -> str | None:
    """A key that has no business there."""
    maps = [("the template", tree)] + [
        (str(place), place.value)
        for place in places(tree)
        if isinstance(place.value, dict) and (len(place.path) < 4 or rng.random() < 0.5)
    ]
    where, found = rng.choice(maps)
    key = rng.choice(
        (
            "extra",
            "Properties",
            "tags",
            "name",
            "default",
            "type",
            "value",
            "count",
            "depends_on",
            "metadata",
            "x-note",
            "get_param",
            "condition",
            "required",
            "",
            *RESOURCE_KEYS,
            *SECTION_KEYS,
        )
    )
    if key in found:
        return None
    found[key] = rng.choice(("text", 5, None, True, [], {}, ["a"], {"a": "b"}, {"get_param": "OS::stack_name"}))
    return f"added {key!r} to {where}"


def odd_key(tree: Any, rng: random.Random) -> str | None:
    """A key that is no text, or hardly any."""
    place = some(rng, tree, _is_key)
    if place is None:
        return None
    key = rng.choice(
        (5, 1.5, True, None, "", " ", "a.b", "a b", "ü", "a/b", "${x}", "OS::stack_name", "x" * 260, "-", "0")
    )
    if key in place.inside:
        return None
    place.rename(key)
    return f"renamed the key {place} to {key!r}"


def same_name(tree: Any, rng: random.Random) -> str | None:
    """A resource or condition of a parameter's name."""
    parameters, resources = section(tree, "parameters"), section(tree, "resources")
    if not parameters or not resources:
        return None
    name = rng.choice(list(parameters))
    resources[name] = {"type": "OS::Heat::RandomString"}
    return f"added a resource of the parameter's name {name}"


MUTATIONS = (
    misspell_key,
    misspell_section,
    misspell_resource_key,
    misspell_property,
    misspell_parameter_key,
    misspell_output_key,
    misspell_function,
    drop_key,
    drop_section,
    drop_property,
    drop_property,
    drop_resource_key,
    drop_parameter_key,
    drop_named,
    add_key,
    odd_key,
    same_name,
)
