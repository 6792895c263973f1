"""Finding one's way about a template that is plain data."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

Path = tuple[str | int, ...]


class Place:
    """One value in a template: the map or list it stands in, its key there, and the path to it."""

    __slots__ = ("inside", "key", "path")

    def __init__(self, inside: Any, key: Any, path: Path) -> None:
        self.inside = inside
        self.key = key
        self.path = path

    @property
    def value(self) -> Any:
        return self.inside[self.key]

    def put(self, value: Any) -> None:
        """Replaces the value."""
        self.inside[self.key] = value

    def rename(self, key: Any) -> None:
        """Gives the value another key, at the same place of its map."""
        entries = [(key if name == self.key else name, value) for name, value in self.inside.items()]
        self.inside.clear()
        self.inside.update(entries)

    def drop(self) -> None:
        """Takes the value, and its key, away."""
        del self.inside[self.key]

    def __str__(self) -> str:
        return ".".join(map(str, self.path))


def places(node: Any, path: Path = ()) -> Iterator[Place]:
    """Every value below a node, outer ones first."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(entries):
        yield Place(node, key, (*path, key))
        yield from places(value, (*path, key))


def some(rng: random.Random, tree: Any, wanted: Callable[[Place], bool]) -> Place | None:
    """One of the places that are wanted, None where there is none."""
    found = [place for place in places(tree) if wanted(place)]
    return rng.choice(found) if found else None


def section(tree: Any, name: str) -> dict[str, Any]:
    """A section of the template, an empty one where it has none."""
    found = tree.get(name) if isinstance(tree, dict) else None
    return found if isinstance(found, dict) else {}


def resources(tree: Any, kind: str | None = None) -> list[tuple[str, dict[str, Any]]]:
    """The resources that are maps, of one type where it is named."""
    return [
        (name, entry)
        for name, entry in section(tree, "resources").items()
        if isinstance(entry, dict) and kind in (None, entry.get("type"))
    ]


def within(*start: str | None, depth: int | None = None) -> Callable[[Place], bool]:
    """Whether a place lies below a path, in which None is any one key; with `depth` only so many keys deep."""

    def test(place: Place) -> bool:
        path = place.path
        return (
            (len(path) > len(start) if depth is None else len(path) == depth)
            and len(path) >= len(start)
            and all(want is None or want == have for want, have in zip(start, path, strict=False))
        )

    return test


def is_scalar(value: Any) -> bool:
    """Whether a value holds no other."""
    return not isinstance(value, (dict, list))


def call_of(value: Any) -> str | None:
    """The function that a value calls, by its looks; None where it calls none."""
    if isinstance(value, dict) and len(value) == 1:
        name = next(iter(value))
        if isinstance(name, str) and (name in FUNCTION_NAMES or name.startswith("Fn::")):
            return name
    return None


FUNCTION_NAMES = frozenset(
    [
        "get_param",
        "get_resource",
        "get_attr",
        "get_file",
        "list_join",
        "str_replace",
        "str_replace_strict",
        "str_replace_vstrict",
        "repeat",
        "digest",
        "str_split",
        "map_merge",
        "map_replace",
        "yaql",
        "if",
        "filter",
        "make_url",
        "list_concat",
        "list_concat_unique",
        "contains",
        "resource_facade",
        "equals",
        "not",
        "and",
        "or",
        "Ref",
    ]
)
