"""Makes mutants: templates that were right, with a mistake or two that are told in words.

for mutant in mutants(seeds, 1000, seed=3): mutant.text, mutant.told
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from conformance.mutations import environments, functions, keys, parameters, references, structure, text, values

FAMILIES = (keys, values, references, functions, parameters, structure)
ENVIRONMENT = (environments,)
TRIES = 50


class Loader(yaml.SafeLoader):
    """Reads a template's data as Heat does: times and dates are text."""


def _as_text(loader: Loader, node: yaml.ScalarNode) -> Any:
    return loader.construct_scalar(node)


Loader.add_constructor("tag:yaml.org,2002:timestamp", _as_text)


class Mutant:
    """One mutant: the file it was made of, its number, its text and what was done to it."""

    __slots__ = ("origin", "number", "text", "told")

    def __init__(self, origin: str, number: int, text: str, told: list[str]) -> None:
        self.origin = origin
        self.number = number
        self.text = text
        self.told = told


def mutants(paths: Sequence[str], count: int, seed: int) -> Iterator[Mutant]:
    """As many mutants of templates in files, the same for the same seed. Raises OSError for a file not there."""
    originals = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        originals.append((path, source, yaml.load(source, Loader)))
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        path, source, tree = rng.choice(originals)
        yield Mutant(path, number, *mutate(source, tree, rng))


def read(source: str) -> Any:
    """A template's text as plain data."""
    return yaml.load(source, Loader)


def mutate(source: str, tree: Any, rng: random.Random, families: Sequence[Any] = FAMILIES) -> tuple[str, list[str]]:
    """The text of a template, or of what else the families are for, with a mistake or two, and what they are."""
    if rng.random() < 0.12:
        written = source if rng.random() < 0.7 else write(tree, rng)
        for _ in range(TRIES):
            result = rng.choice(text.MUTATIONS)(written, rng)
            if result is not None:
                return result[0], [result[1]]
    for _ in range(TRIES):
        changed = tree
        told: list[str] = []
        for _ in range(2 if rng.random() < 0.12 else 1):
            changed = copy.deepcopy(changed)  # what one mutation put in may be its own table's
            mutation: Callable[[Any, random.Random], str | None] = rng.choice(rng.choice(families).MUTATIONS)
            said = mutation(changed, rng)
            if said is not None:
                told.append(f"{mutation.__module__.rpartition('.')[2]}.{mutation.__name__}: {said}")
        if told:
            return write(changed, rng), told
    return source, ["structure.nothing: changed nothing"]


class Dumper(yaml.SafeDumper):
    """Writes no anchors: two parts that are equal are two parts."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(tree: Any, rng: random.Random) -> str:
    """A template's data as text, in one of several ways of writing."""
    how = rng.random()
    if how < 0.08 and all(isinstance(key, str) for key in _all_keys(tree)):
        return json.dumps(tree, indent=rng.choice((None, 1, 4)))
    width = rng.choice((80, 120, 1000))
    flow = None if how < 0.3 else False
    return yaml.dump(
        tree, Dumper=Dumper, sort_keys=False, allow_unicode=rng.random() < 0.5, default_flow_style=flow, width=width
    )


def _all_keys(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        yield from node
        for value in node.values():
            yield from _all_keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from _all_keys(value)


def seeds(folder: str) -> list[str]:
    """The templates of a folder, in order."""
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml"))
