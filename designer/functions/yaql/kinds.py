"""What an argument must be, and what it then becomes. Source: yaql.language.yaqltypes."""

from __future__ import annotations

import collections.abc as abc
import sys

from designer.functions.yaql.errors import Refused, Vague

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

MOST_ITEMS = 200
"""What Heat sets yaql.limit_iterators to."""

MOST_BYTES = 10_000
"""What Heat sets yaql.memory_quota to."""


class Frozen(dict):  # type: ignore[type-arg]
    """A map that can be an item of a set."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        made = 0
        for pair in self.items():
            made ^= hash(pair)
        return made


class Hole:
    """What is not known among what is: it can be passed on, and nothing else."""

    __slots__ = ("placeholder",)

    def __init__(self, placeholder: Any) -> None:
        self.placeholder = placeholder

    def _vague(self, *_: object) -> Any:
        raise Vague

    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __hash__ = __bool__ = __str__ = __repr__ = _vague


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_map(value: Any) -> bool:
    return isinstance(value, abc.Mapping)


def is_set(value: Any) -> bool:
    return isinstance(value, abc.Set)


def is_list(value: Any) -> bool:
    return isinstance(value, abc.Sequence) and not isinstance(value, str)


def is_iterator(value: Any) -> bool:
    return isinstance(value, abc.Iterator)


def is_items(value: Any) -> bool:
    """Whether it can be gone through: a list, a set, an iterator, but neither a text nor a map."""
    return isinstance(value, abc.Iterable) and not isinstance(value, (str, abc.Mapping))


CHECKS: dict[str, Callable[[Any], bool]] = {
    "any": lambda value: True,
    "some": lambda value: value is not None,
    "null": lambda value: value is None,
    "text": is_text,
    "number": is_number,
    "int": lambda value: isinstance(value, int),
    "bool": lambda value: isinstance(value, bool),
    "map": is_map,
    "set": is_set,
    "list": is_list,
    "items": is_items,
    "iterator": is_iterator,
    "regex": lambda value: False,
    "rule": lambda value: value.__class__ is Rule,
    "context": lambda value: value.__class__.__name__ == "Context",
    "ordering": lambda value: value.__class__.__name__ == "Ordering",
}


class Rule:
    """The two sides of `a => b`."""

    __slots__ = ("source", "destination")

    def __init__(self, source: Any, destination: Any) -> None:
        self.source = source
        self.destination = destination


def fits(kind: str, value: Any) -> bool:
    """Whether a value is what a parameter takes. Raises Vague where that is not known."""
    if kind.endswith("?"):
        if value is None:
            return True
        kind = kind[:-1]
    if value.__class__ is Hole and kind not in ("any", "some"):
        raise Vague
    return CHECKS[kind](value)


def converted(kind: str, value: Any) -> Any:
    """A value as a function gets it: what is gone through is bounded. Raises Refused where it is too large."""
    weigh(value)
    if kind.rstrip("?") == "items" and value is not None:
        return bounded(value)
    return value


def bounded(items: Any) -> Any:
    """Something to go through. Raises Refused where it has too many items, Vague where their order is anyone's."""
    if isinstance(items, (abc.Sequence, abc.Mapping, abc.Set)):
        if len(items) > MOST_ITEMS:
            raise Refused("too many items")
        if isinstance(items, (set, frozenset)) and len(items) > 1 and any(isinstance(item, str) for item in items):
            raise Vague
        return items
    return _bounded(items)


def _bounded(items: Any) -> Iterator[Any]:
    for count, item in enumerate(items):
        if count >= MOST_ITEMS:
            raise Refused("too many items")
        yield item


def weigh(*values: Any, times: int = 1) -> None:
    """Refuses what is larger than the memory that Heat grants."""
    total = 0
    for value in values:
        if value.__class__ is Hole:
            continue
        total += times * (64 if value.__class__ is Frozen else sys.getsizeof(value, 0))
    if total > MOST_BYTES:
        raise Refused("too much memory")


def frozen(value: Any) -> Any:
    """Data as an expression gets it."""
    if isinstance(value, dict):
        return Frozen((key, frozen(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    return Hole(value)


def thawed(value: Any) -> Any:
    """A result as Heat gets it. Raises Vague where a set's order shows."""
    if value.__class__ is Hole:
        return value.placeholder
    if isinstance(value, abc.Mapping):
        return {_key(thawed(key)): thawed(item) for key, item in bounded(value.items())}
    if isinstance(value, abc.Set):
        if len(value) > MOST_ITEMS:
            raise Refused("too many items")
        items = {_key(thawed(item)) for item in value}
        if len(items) > 1 and not all(item is None or isinstance(item, (int, float)) for item in items):
            raise Vague
        return list(items)
    if isinstance(value, (tuple, list)) or is_items(value):
        return [thawed(item) for item in bounded(value)]
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise Vague


def _key(value: Any) -> Any:
    hash(value)
    return value
