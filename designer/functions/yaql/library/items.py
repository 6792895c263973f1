"""Lists, maps and sets. Source: yaql.standard_library.collections."""

from __future__ import annotations

from designer.functions.yaql.errors import Refused
from designer.functions.yaql.kinds import (
    MOST_BYTES,
    Frozen,
    bounded,
    is_items,
    is_iterator,
    is_list,
    is_map,
    is_set,
    weigh,
)
from designer.functions.yaql.library import BOTH, FUNCTION, METHOD, define

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from designer.functions.yaql.engine import Engine


@define("list", "*args: any")
def make_list(engine: Engine, *args: Any) -> tuple[Any, ...]:
    return tuple(bounded(_gone_through(args)))


def _gone_through(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        if is_iterator(item):
            yield from _gone_through(item)
        else:
            yield item


@define("flatten", "collection: items", METHOD)
def flatten(engine: Engine, collection: Any) -> Iterator[Any]:
    for item in collection:
        if is_items(item):
            yield from flatten(engine, item)
        else:
            yield item


@define("toList", "collection: items", METHOD)
def to_list(engine: Engine, collection: Any) -> tuple[Any, ...]:
    return tuple(collection)


@define("#list", "*args: any")
def build_list(engine: Engine, *args: Any) -> tuple[Any, ...]:
    weigh(*args)
    return args


@define("dict", "items: items", rules=True)
def pairs_to_map(engine: Engine, items: Any) -> Frozen:
    made: dict[Any, Any] = {}
    for pair in items:
        each = iter(pair)
        key = next(each)
        made[key] = next(each)
        weigh(made)
    return Frozen(made)


@define("toDict", "collection: items; key_selector: lambda; value_selector: lambda =", METHOD)
def to_map(engine: Engine, collection: Any, key_selector: Any, value_selector: Any = None) -> dict[Any, Any]:
    made = {}
    for item in collection:
        made[key_selector(item)] = item if value_selector is None else value_selector(item)
        weigh(made)
    return made


@define("#indexer", "list: list; index: int")
def item_at(engine: Engine, list: Any, index: int) -> Any:
    return list[index]


@define("#indexer", "dict: map; key: any")
def value_of(engine: Engine, dict: Any, key: Any) -> Any:
    return dict[key]


@define("#indexer", "dict: map; key: any; default: any")
def value_or(engine: Engine, dict: Any, key: Any, default: Any) -> Any:
    return dict.get(key, default)


@define("get", "dict: map; key: any; default: any =", METHOD)
def get(engine: Engine, dict: Any, key: Any, default: Any = None) -> Any:
    return dict.get(key, default)


@define("set", "dict: map; key: any; value: any", METHOD, rules=True)
def set_value(engine: Engine, dict: Any, key: Any, value: Any) -> Frozen:
    weigh(dict, key, value)
    return Frozen({**dict, key: value})


@define("set", "dict: map; replacements: map", METHOD, rules=True)
def set_values(engine: Engine, dict: Any, replacements: Any) -> Frozen:
    weigh(dict, replacements)
    return Frozen({**dict, **replacements})


@define("set", "dict: map; *args: rule", METHOD, rules=True)
def set_rules(engine: Engine, *args: Any, dict: Any) -> Frozen:
    weigh(dict, *args)
    return Frozen({**dict, **{rule.source: rule.destination for rule in args}})


@define("keys", "dict: map", METHOD)
def keys(engine: Engine, dict: Any) -> Any:
    return dict.keys()


@define("values", "dict: map", METHOD)
def values(engine: Engine, dict: Any) -> Any:
    return dict.values()


@define("items", "dict: map", METHOD)
def pairs(engine: Engine, dict: Any) -> Any:
    return dict.items()


@define("#operator_in", "value: any; collection: items")
def is_in(engine: Engine, value: Any, collection: Any) -> bool:
    return value in collection


@define("contains", "collection: items; value: any", METHOD)
def contains(engine: Engine, collection: Any, value: Any) -> bool:
    return value in collection


@define("containsKey", "dict: map; key: any", METHOD)
def contains_key(engine: Engine, dict: Any, key: Any) -> bool:
    return key in dict


@define("containsValue", "dict: map; value: any", METHOD)
def contains_value(engine: Engine, dict: Any, value: Any) -> bool:
    return value in dict.values()


@define("#operator_+", "left: items; right: items")
def joined(engine: Engine, left: Any, right: Any) -> Any:
    if isinstance(left, tuple) and isinstance(right, tuple):
        weigh(left, right)
        return left + right
    if isinstance(left, frozenset) and isinstance(right, frozenset):
        weigh(left, right)
        return left | right
    return _chained(left, right)


def _chained(*collections: Any) -> Iterator[Any]:
    for collection in collections:
        yield from collection


@define("#operator_+", "left: map; right: map")
def merged(engine: Engine, left: Any, right: Any) -> Frozen:
    weigh(left, right)
    return Frozen({**left, **right})


@define("#operator_*", "left: list; right: int")
def repeated(engine: Engine, left: Any, right: int) -> Any:
    if 8 * len(left) * right > MOST_BYTES:
        raise Refused("too much memory")
    return left * right


@define("#operator_*", "left: int; right: list")
def times(engine: Engine, left: int, right: Any) -> Any:
    return repeated(engine, right, left)


@define("isList", "arg: any")
def is_a_list(engine: Engine, arg: Any) -> bool:
    return is_list(arg)


@define("isDict", "arg: any")
def is_a_map(engine: Engine, arg: Any) -> bool:
    return is_map(arg)


@define("isSet", "arg: any")
def is_a_set(engine: Engine, arg: Any) -> bool:
    return is_set(arg)


@define("isIterable", "value: any")
def is_iterable(engine: Engine, value: Any) -> bool:
    return is_items(value)


@define("len", "dict: map", BOTH)
def map_length(engine: Engine, dict: Any) -> int:
    return len(dict)


@define("len", "sequence: list", BOTH)
def list_length(engine: Engine, sequence: Any) -> int:
    return len(sequence)


@define("len", "set: set", BOTH)
def set_length(engine: Engine, set: Any) -> int:
    return len(set)


@define("delete", "collection: items; position: int; count: int =", METHOD)
def delete(engine: Engine, collection: Any, position: int, count: int = 1) -> Iterator[Any]:
    for index, item in enumerate(collection):
        if not (position <= index < position + count if count >= 0 else index >= position):
            yield item


@define("delete", "dict: map; *keys: any", METHOD)
def delete_keys(engine: Engine, *keys: Any, dict: Any) -> Any:
    return delete_all(engine, dict, keys)


@define("deleteAll", "dict: map; keys: items", METHOD)
def delete_all(engine: Engine, dict: Any, keys: Any) -> Any:
    left = {**dict}
    for key in keys:
        left.pop(key, None)
    return left


@define("replace", "collection: items; position: int; value: any; count: int =", METHOD)
def replace(engine: Engine, collection: Any, position: int, value: Any, count: int = 1) -> Iterator[Any]:
    return _replaced(collection, position, (value,), count)


@define("replaceMany", "collection: items; position: int; values: items; count: int =", METHOD)
def replace_many(engine: Engine, collection: Any, position: int, values: Any, count: int = 1) -> Iterator[Any]:
    return _replaced(collection, position, values, count)


def _replaced(collection: Any, position: int, values: Any, count: int) -> Iterator[Any]:
    done = False
    for index, item in enumerate(collection):
        if position <= index < position + count if count >= 0 else index >= position:
            if not done:
                done = True
                yield from values
        else:
            yield item


@define("insert", "collection: list; position: int; value: any", METHOD)
def insert(engine: Engine, collection: Any, position: int, value: Any) -> list[Any]:
    made = list(collection)
    made.insert(position, value)
    return made


@define("insert", "collection: items; position: int; value: any", METHOD)
def insert_among(engine: Engine, collection: Any, position: int, value: Any) -> Iterator[Any]:
    index = -1
    for index, item in enumerate(collection):
        if index == position:
            yield value
        yield item
    if position > index:
        yield value


@define("insertMany", "collection: items; position: int; values: items", METHOD)
def insert_many(engine: Engine, collection: Any, position: int, values: Any) -> Iterator[Any]:
    index = -1
    if position < 0:
        yield from values
    for index, item in enumerate(collection):
        if index == position:
            yield from values
        yield item
    if position > index:
        yield from values


@define("set", "*args: any")
def make_set(engine: Engine, *args: Any) -> frozenset[Any]:
    return frozenset(bounded(_gone_through(args)))


@define("toSet", "collection: items", METHOD)
def to_set(engine: Engine, collection: Any) -> frozenset[Any]:
    return frozenset(collection)


@define("union", "left: set; right: set", METHOD)
def union(engine: Engine, left: Any, right: Any) -> Any:
    return left | right


@define("intersect", "left: set; right: set", METHOD)
def intersect(engine: Engine, left: Any, right: Any) -> Any:
    return left & right


@define("difference", "left: set; right: set", METHOD)
@define("#operator_-", "left: set; right: set", FUNCTION)
def difference(engine: Engine, left: Any, right: Any) -> Any:
    return left - right


@define("symmetricDifference", "left: set; right: set", METHOD)
def symmetric_difference(engine: Engine, left: Any, right: Any) -> Any:
    return left ^ right


@define("add", "set: set; *values: any", METHOD)
def add(engine: Engine, *values: Any, set: Any) -> Any:
    return set | frozenset(values)


@define("remove", "set: set; *values: any", METHOD)
def remove(engine: Engine, *values: Any, set: Any) -> Any:
    return set - frozenset(values)
