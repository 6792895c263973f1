"""Questions to lists. Source: yaql.standard_library.queries."""

from __future__ import annotations

import itertools
from functools import cmp_to_key, reduce

from designer.functions.yaql.errors import Refused
from designer.functions.yaql.kinds import is_items, is_iterator, is_list, is_map, is_set, weigh
from designer.functions.yaql.library import BOTH, FUNCTION, METHOD, define

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.functions.yaql.engine import Engine

_NOTHING = object()


class Ordering:
    """Items to be sorted by one selector after the other."""

    __slots__ = ("engine", "collection", "order")

    def __init__(self, engine: Engine, collection: Any) -> None:
        self.engine = engine
        self.collection = collection
        self.order: list[tuple[Any, bool]] = []

    def __iter__(self) -> Iterator[Any]:
        return iter(sorted(self.collection, key=cmp_to_key(self._compare)))

    def _compare(self, left: Any, right: Any) -> int:
        for selector, rising in self.order:
            a, b = selector(left), selector(right)
            if self.engine.call("#operator_<", (a, b), self.engine.context):
                return -1 if rising else 1
            if self.engine.call("#operator_>", (a, b), self.engine.context):
                return 1 if rising else -1
        return 0


@define("where filter", "collection: items; predicate: lambda", METHOD)
def where(engine: Engine, collection: Any, predicate: Any) -> Iterator[Any]:
    return filter(predicate, collection)


@define("select map", "collection: items; selector: lambda", METHOD)
def select(engine: Engine, collection: Any, selector: Any) -> Iterator[Any]:
    return map(selector, collection)


@define("skip", "collection: items; count: int", METHOD)
def skip(engine: Engine, collection: Any, count: int) -> Iterator[Any]:
    return itertools.islice(collection, count, None)


@define("limit take", "collection: items; count: int", METHOD)
def limit(engine: Engine, collection: Any, count: int) -> Iterator[Any]:
    return itertools.islice(collection, count)


@define("append", "collection: items; *args: any", BOTH)
def append(engine: Engine, *args: Any, collection: Any) -> Iterator[Any]:
    return itertools.chain(collection, args)


@define("distinct", "collection: items; key_selector: lambda =", BOTH)
def distinct(engine: Engine, collection: Any, key_selector: Any = None) -> Iterator[Any]:
    seen = set()
    for item in collection:
        key = item if key_selector is None else key_selector(item)
        if key not in seen:
            seen.add(key)
            weigh(seen)
            yield item


@define("enumerate", "collection: items; start: int =", BOTH)
def numbered(engine: Engine, collection: Any, start: int = 0) -> Iterator[list[Any]]:
    for index, item in enumerate(collection, start):
        yield [index, item]


@define("any", "collection: items; predicate: lambda =", BOTH)
def any_of(engine: Engine, collection: Any, predicate: Any = None) -> bool:
    return any(predicate is None or predicate(item) for item in collection)


@define("all", "collection: items; predicate: lambda =", BOTH)
def all_of(engine: Engine, collection: Any, predicate: Any = None) -> bool:
    return all(predicate(item) if predicate is not None else item for item in collection)


@define("concat", "*collections: items", BOTH)
def concat(engine: Engine, *collections: Any) -> Iterator[Any]:
    return itertools.chain(*collections)


@define("len", "collection: iterator", BOTH)
@define("count", "collection: items", METHOD)
def count(engine: Engine, collection: Any) -> int:
    counted = 0
    for _ in collection:
        engine.step()
        counted += 1
    return counted


@define("memorize", "collection: items", METHOD)
def memorize(engine: Engine, collection: Any) -> Any:
    return tuple(collection) if is_iterator(collection) else collection


@define("sum", "collection: items; initial: any =", METHOD)
def total(engine: Engine, collection: Any, initial: Any = _NOTHING) -> Any:
    return aggregate(engine, collection, lambda a, b: engine.call("#operator_+", (a, b), engine.context), initial)


@define("max", "collection: items; initial: any =", METHOD)
def largest(engine: Engine, collection: Any, initial: Any = _NOTHING) -> Any:
    return aggregate(engine, collection, lambda a, b: engine.call("max", (a, b), engine.context), initial)


@define("min", "collection: items; initial: any =", METHOD)
def smallest(engine: Engine, collection: Any, initial: Any = _NOTHING) -> Any:
    return aggregate(engine, collection, lambda a, b: engine.call("min", (a, b), engine.context), initial)


@define("first", "collection: items; default: any =", METHOD)
def first(engine: Engine, collection: Any, default: Any = _NOTHING) -> Any:
    for item in collection:
        return item
    return _default(default)


@define("single", "collection: items", METHOD)
def single(engine: Engine, collection: Any) -> Any:
    found = tuple(itertools.islice(collection, 2))
    if len(found) != 1:
        raise Refused("there is not exactly one item")
    return found[0]


@define("last", "collection: items; default: any =", METHOD)
def last(engine: Engine, collection: Any, default: Any = _NOTHING) -> Any:
    found = default
    for item in collection:
        found = item
    return _default(found)


def _default(value: Any) -> Any:
    if value is _NOTHING:
        raise Refused("there is no item")
    return value


@define("selectMany", "collection: items; selector: lambda", METHOD)
def select_many(engine: Engine, collection: Any, selector: Any) -> Iterator[Any]:
    for item in collection:
        inner = selector(item)
        if is_items(inner):
            yield from inner
        else:
            yield inner


@define("range", "stop: int")
def range_to(engine: Engine, stop: int) -> Iterator[int]:
    return iter(range(stop))


@define("range", "start: int; stop: int; step: int =")
def range_from(engine: Engine, start: int, stop: int, step: int = 1) -> Iterator[int]:
    return iter(range(start, stop, step))


@define("sequence", "start: int =; step: int =")
def sequence(engine: Engine, start: int = 0, step: int = 1) -> Iterator[int]:
    return itertools.count(start, step)


def _ordering(engine: Engine, collection: Any, selector: Any, rising: bool) -> Ordering:
    ordering = Ordering(engine, collection)
    ordering.order.append((selector, rising))
    return ordering


@define("orderBy", "collection: items; selector: lambda", METHOD)
def order_by(engine: Engine, collection: Any, selector: Any) -> Ordering:
    return _ordering(engine, collection, selector, True)


@define("orderByDescending", "collection: items; selector: lambda", METHOD)
def order_by_descending(engine: Engine, collection: Any, selector: Any) -> Ordering:
    return _ordering(engine, collection, selector, False)


@define("thenBy", "collection: ordering; selector: lambda", METHOD)
def then_by(engine: Engine, collection: Ordering, selector: Any) -> Ordering:
    collection.order.append((selector, True))
    return collection


@define("thenByDescending", "collection: ordering; selector: lambda", METHOD)
def then_by_descending(engine: Engine, collection: Ordering, selector: Any) -> Ordering:
    collection.order.append((selector, False))
    return collection


@define("zip", "*collections: items", METHOD)
def side_by_side(engine: Engine, *collections: Any) -> Iterator[tuple[Any, ...]]:
    return zip(*collections, strict=False)


@define("join", "collection1: items; collection2: items; predicate: lambda; selector: lambda", METHOD)
def join(engine: Engine, collection1: Any, collection2: Any, predicate: Any, selector: Any) -> Iterator[Any]:
    others = tuple(collection2) if is_iterator(collection2) else collection2
    for item in collection1:
        for other in others:
            if predicate(item, other):
                yield selector(item, other)


@define("repeat", "value: any; times: int =", METHOD)
def repeat(engine: Engine, value: Any, times: int = -1) -> Iterator[Any]:
    return itertools.repeat(value) if times < 0 else itertools.repeat(value, times)


@define("cycle", "collection: items", METHOD)
def cycle(engine: Engine, collection: Any) -> Iterator[Any]:
    return itertools.cycle(collection)


@define("takeWhile", "collection: items; predicate: lambda", METHOD)
def take_while(engine: Engine, collection: Any, predicate: Any) -> Iterator[Any]:
    return itertools.takewhile(predicate, collection)


@define("skipWhile", "collection: items; predicate: lambda", METHOD)
def skip_while(engine: Engine, collection: Any, predicate: Any) -> Iterator[Any]:
    return itertools.dropwhile(predicate, collection)


@define("indexOf", "collection: items; item: any", METHOD)
def index_of(engine: Engine, collection: Any, item: Any) -> int:
    return int(index_where(engine, collection, lambda each: each == item))


@define("lastIndexOf", "collection: items; item: any", METHOD)
def last_index_of(engine: Engine, collection: Any, item: Any) -> int:
    return int(last_index_where(engine, collection, lambda each: each == item))


@define("indexWhere", "collection: items; predicate: lambda", METHOD)
def index_where(engine: Engine, collection: Any, predicate: Any) -> int:
    for index, item in enumerate(collection):
        if predicate(item):
            return index
    return -1


@define("lastIndexWhere", "collection: items; predicate: lambda", METHOD)
def last_index_where(engine: Engine, collection: Any, predicate: Any) -> int:
    found = -1
    for index, item in enumerate(collection):
        if predicate(item):
            found = index
    return found


@define("slice", "collection: items; length: int", METHOD)
def in_slices(engine: Engine, collection: Any, length: int) -> Iterator[tuple[Any, ...]]:
    items = iter(collection)
    while part := tuple(itertools.islice(items, length)):
        yield part


@define("splitWhere", "collection: items; predicate: lambda", METHOD)
def split_where(engine: Engine, collection: Any, predicate: Any) -> Iterator[tuple[Any, ...]]:
    items = tuple(collection)
    start = 0
    for end, item in enumerate(items):
        if predicate(item):
            yield items[start:end]
            start = end + 1
    if start < len(items):
        yield items[start:]


@define("sliceWhere", "collection: items; predicate: lambda", METHOD)
def slice_where(engine: Engine, collection: Any, predicate: Any) -> Iterator[tuple[Any, ...]]:
    items = tuple(collection)
    start = 0
    before: Any = _NOTHING
    for end, item in enumerate(items):
        now = predicate(item)
        if before is not _NOTHING and now != before:
            yield items[start:end]
            start = end
        before = now
    if start < len(items):
        yield items[start:]


@define("splitAt", "collection: items; index: int", METHOD)
def split_at(engine: Engine, collection: Any, index: int) -> list[Any]:
    items = tuple(collection)
    return [items[:index], items[index:]]


@define("aggregate reduce", "collection: items; selector: lambda; seed: any =", METHOD)
def aggregate(engine: Engine, collection: Any, selector: Any, seed: Any = _NOTHING) -> Any:
    return reduce(selector, collection) if seed is _NOTHING else reduce(selector, collection, seed)


@define("accumulate", "collection: items; selector: lambda; seed: any =", METHOD)
def accumulate(engine: Engine, collection: Any, selector: Any, seed: Any = _NOTHING) -> Iterator[Any]:
    items = iter(collection)
    if seed is _NOTHING:
        seed = next(items, _NOTHING)
        if seed is _NOTHING:
            raise Refused("there is no item")
    yield seed
    for item in items:
        seed = selector(seed, item)
        yield seed


@define("reverse", "collection: items", METHOD)
def backwards(engine: Engine, collection: Any) -> Any:
    return reversed(tuple(collection))


@define("groupBy", "collection: items; key_selector: lambda; value_selector: lambda =; aggregator: lambda =", METHOD)
def group_by(engine: Engine, collection: Any, key_selector: Any, value_selector: Any = None,
             aggregator: Any = None) -> Any:
    groups: dict[Any, list[Any]] = {}
    for item in collection:
        value = item if value_selector is None else value_selector(item)
        groups.setdefault(key_selector(item), []).append(value)
        weigh(groups)
    if aggregator is None:
        return iter(groups.items())
    return iter([_aggregated(key, values, aggregator) for key, values in groups.items()])


def _aggregated(key: Any, values: list[Any], aggregator: Any) -> Any:
    try:
        return key, aggregator(values)
    except (Refused, IndexError) as error:
        # before yaql 1.1.2 the aggregator was given the key, too
        try:
            made = aggregator((key, values))
            if len(made) == 2:
                return made
        except Exception:
            raise error from None
        raise


@define("mergeWith", "dict: map; another: map; list_merger: lambda =; item_merger: lambda =; max_levels: int =", METHOD)
def merge_with(engine: Engine, dict: Any, another: Any, list_merger: Any = None, item_merger: Any = None,
               max_levels: int = 0) -> Any:
    lists = list_merger or (lambda a, b: tuple(distinct(engine, a + b)))
    return _merged(dict, another, lists, item_merger or (lambda a, b: b), max_levels)


def _merged(one: Any, other: Any, lists: Any, items: Any, levels: int) -> Any:
    made = {**other, **one}
    for key in one:
        if key in other:
            a, b = one[key], other[key]
            if levels != 1 and (is_map(b) or is_list(b)):
                if is_map(b) != is_map(a) or is_list(b) != is_list(a):
                    raise Refused("a list and a map cannot be merged")
                made[key] = _merged(a, b, lists, items, max(levels - 1, 0)) if is_map(b) else lists(a, b)
            else:
                made[key] = items(a, b)
    return {key: made[key] for key in (*one, *(key for key in other if key not in one))}


@define("generate", "initial: any; predicate: lambda; producer: lambda; selector: lambda =; decycle: bool =", FUNCTION)
def generate(engine: Engine, initial: Any, predicate: Any, producer: Any, selector: Any = None,
             decycle: bool = False) -> Iterator[Any]:
    seen = set()
    while predicate(initial):
        if decycle:
            if initial in seen:
                break
            seen.add(initial)
            weigh(seen)
        yield initial if selector is None else selector(initial)
        initial = producer(initial)


@define("defaultIfEmpty", "collection: items; default: items", METHOD)
def default_if_empty(engine: Engine, collection: Any, default: Any) -> Any:
    items = collection if is_list(collection) or is_set(collection) else tuple(collection)
    return items if len(items) else default
