"""What reading a template yields: nodes that know their place.

A node's place is kept relative to its *unit*, a part of the document that moves as a whole (a resource, a parameter, an
output, a section). An edit in one unit moves the others by changing one number each, not by visiting their nodes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeAlias

    Entry: TypeAlias = "tuple[Scalar, Node]"
    Path: TypeAlias = "tuple[str | int, ...]"


class Shelf:
    """Some units that stand side by side; `base` is the offset that they count from."""

    __slots__ = ("base",)

    def __init__(self, base: int) -> None:
        self.base = base


# What counts from the start of the text.
GROUND = Shelf(0)


class Unit:
    """A part of a document that moves as a whole; `base` is the offset that its nodes count from, itself counted from
    that of its shelf. `source` is what a copy that nobody has looked into yet is filled from (`syntax.copying`).
    """

    __slots__ = ("base", "shelf", "source")
    source: Mapping

    def __init__(self, base: int) -> None:
        self.base = base
        self.shelf = GROUND


class Node:
    """A scalar, sequence or mapping and its range.

    `start` and `end` are absolute code point offsets; a block collection ends where its last item ends, without
    the blank lines and comments behind it. `parent` is the collection that holds the node, None at the root.
    """

    __slots__ = ("unit", "rel_start", "rel_end", "parent")

    unit: Unit
    rel_start: int
    rel_end: int
    parent: Node | None

    @property
    def start(self) -> int:
        unit = self.unit
        return unit.shelf.base + unit.base + self.rel_start

    @property
    def end(self) -> int:
        unit = self.unit
        return unit.shelf.base + unit.base + self.rel_end

    def plain(self) -> Any:
        """The Python value that Heat's engine gets: what the loader reads, sent as JSON."""
        raise NotImplementedError  # pragma: no cover - every node is of a class below

    def path(self) -> Path:
        """The keys and indexes that lead here from the root; a key's path is that of its entry."""
        steps: list[str | int] = []
        node: Node = self
        parent = node.parent
        while parent is not None:
            step = parent.step_to(node)
            if step is not None:
                steps.append(step)
            node, parent = parent, parent.parent
        steps.reverse()
        return tuple(steps)

    def step_to(self, child: Node) -> str | int | None:
        """The key or index under which a child stands here, None if it stands nowhere."""
        return None


class Scalar(Node):
    """A single value: `value` as Heat gets it, `style` the quote or block sign it was written with, None if plain.

    A key's value is always a string, as JSON makes it: `80` becomes "80", `true` becomes "true".
    """

    __slots__ = ("value", "style")

    def __init__(self, unit: Unit, start: int, end: int, parent: Node | None,
                 value: str | int | float | bool | None, style: str | None) -> None:
        self.unit = unit
        self.rel_start = start
        self.rel_end = end
        self.parent = parent
        self.value = value
        self.style = style

    def plain(self) -> Any:
        return self.value

    def __repr__(self) -> str:
        return f"Scalar({self.value!r})"


# Up to this length a search is quicker than a table of places.
SHORT = 16


class Sequence(Node):
    """A list: `items` in order, `flow` true where it is written in brackets."""

    __slots__ = ("items", "flow", "_places")

    def __init__(self, unit: Unit, start: int, end: int, parent: Node | None, flow: bool) -> None:
        self.unit = unit
        self.rel_start = start
        self.rel_end = end
        self.parent = parent
        self.items: list[Node] = []
        self.flow = flow
        self._places: dict[int, int] = {}

    def plain(self) -> Any:
        return [item.plain() for item in self.items]

    def step_to(self, child: Node) -> int | None:
        items = self.items
        if len(items) > SHORT:
            # A table, so that the paths of all items do not cost the square; items may have changed since.
            at = self._places.get(id(child), -1)
            if not (0 <= at < len(items) and items[at] is child):
                self._places = {id(item): index for index, item in enumerate(items)}
                return self._places.get(id(child))
            return at
        for index, item in enumerate(items):
            if item is child:
                return index
        return None

    def __repr__(self) -> str:
        return f"Sequence({self.items!r})"


class Mapping(Node):
    """A map.

    `entries` are the pairs as written, those that a merge key brings standing first; `index` leads from a key to its
    value, the last one where a key is given twice, as Heat's loader decides. `flow` is true where it is written
    in braces.
    """

    __slots__ = ("entries", "index", "flow")

    def __init__(self, unit: Unit, start: int, end: int, parent: Node | None, flow: bool) -> None:
        self.unit = unit
        self.rel_start = start
        self.rel_end = end
        self.parent = parent
        self.entries: list[Entry] = []
        self.index: dict[str, Node] = {}
        self.flow = flow

    def __getattr__(self, name: str) -> Any:
        # Reached only while a copy is not filled in yet.
        if name not in ("entries", "index"):
            raise AttributeError(name)
        from designer.syntax.copying import fill

        fill(self)
        return getattr(self, name)

    def plain(self) -> Any:
        return {key: value.plain() for key, value in self.index.items()}

    def get(self, key: str) -> Node | None:
        """The value of a key, None where there is none."""
        return self.index.get(key)

    def key(self, name: str) -> Scalar | None:
        """The node of a key: the one whose value counts, None where there is none."""
        for key, _ in reversed(self.entries):
            if key.value == name:
                return key
        return None

    def items(self) -> Iterator[Entry]:
        """The pairs that count: where a key is given twice, only the last."""
        if len(self.index) == len(self.entries):
            return iter(self.entries)
        return iter([(key, value) for key, value in self.entries if self.index[str(key.value)] is value])

    def step_to(self, child: Node) -> str | None:
        entries = self.entries
        if len(entries) > SHORT:
            # Entries stand in the order of the text; one that an alias brings from elsewhere is looked for below.
            low, high, start = 0, len(entries), child.start
            while low < high:
                middle = (low + high) // 2
                if entries[middle][0].start <= start:
                    low = middle + 1
                else:
                    high = middle
            if low and (entries[low - 1][0] is child or entries[low - 1][1] is child):
                return str(entries[low - 1][0].value)
        for key, value in entries:
            if value is child or key is child:
                return str(key.value)
        return None

    def __repr__(self) -> str:
        return f"Mapping({self.index!r})"


class Span:
    """A place that is no node: the range of a syntax error, of a missing part."""

    __slots__ = ("start", "end", "steps")

    def __init__(self, start: int, end: int, steps: Path = ()) -> None:
        self.start = start
        self.end = end
        self.steps = steps

    def path(self) -> Path:
        return self.steps


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, keys left out, in the order of the text."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            stack.extend(value for _, value in reversed(node.entries))
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))


def node_at(root: Node | None, offset: int) -> list[Node]:
    """The nodes that an offset lies in, outermost first; a key is the last where the offset lies on a key.

    An offset just behind a node counts as in it, so that a cursor at a word's end finds the word.
    """
    found: list[Node] = []
    node = root
    while node is not None:
        found.append(node)
        inner: Node | None = None
        if isinstance(node, Mapping):
            for key, value in node.entries:
                if key.start <= offset <= key.end:
                    inner = key
                elif value.start <= offset <= value.end or (key.end < offset <= value.end):
                    inner = value
        elif isinstance(node, Sequence):
            for item in node.items:
                if item.start <= offset <= item.end:
                    inner = item
        node = inner
    return found
