"""The shape of a dependency graph."""

from __future__ import annotations

from _thread import allocate_lock

from designer.syntax.ordered import Ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from designer.graph.hidden.groups import Hidden
    from designer.graph.order import Order
    from designer.syntax import Node
    from designer.template import Resource, Template

# How a dependency comes about: what the text names by a function, `depends_on`, and what a plug-in adds by itself.
DEPENDS_ON = "depends_on"
HIDDEN = "hidden"


class GraphNode:
    """A resource as a node; `enabled` is False where its condition switches it off, None where that is not decided."""

    __slots__ = ("resource", "enabled")

    def __init__(self, resource: Resource, enabled: bool | None) -> None:
        self.resource = resource
        self.enabled = enabled

    @property
    def name(self) -> str:
        return self.resource.name

    def __repr__(self) -> str:
        return f"<GraphNode {self.resource.name}>"


class Reason:
    """Why a dependency is there.

    kind     the function that refers (`get_resource`, `get_attr` ...), `depends_on` or `hidden`
    place    the node that says so: the function's call, the name in `depends_on`; for a hidden one the resource's key
    words    of a hidden one: why the plug-in adds it; None otherwise
    enabled  False inside a branch that is not taken, None where that is not decided
    """

    __slots__ = ("kind", "place", "words", "enabled")

    def __init__(self, kind: str, place: Node, enabled: bool | None = True, words: str | None = None) -> None:
        self.kind = kind
        self.place = place
        self.enabled = enabled
        self.words = words

    def text(self, template_text: str) -> str:
        """What the text says at its place, or the words of a hidden reason."""
        return self.words if self.words is not None else template_text[self.place.start:self.place.end]

    def __repr__(self) -> str:
        return f"<Reason {self.kind} {self.words or self.place!r}>"


class Edge:
    """`source` waits for `target`; `enabled` is False where an end or every reason is switched off."""

    __slots__ = ("source", "target", "reasons", "enabled", "graph")

    def __init__(self, source: str, target: str, reasons: list[Reason], enabled: bool | None, graph: Graph) -> None:
        self.source = source
        self.target = target
        self.reasons = reasons
        self.enabled = enabled
        self.graph = graph

    @property
    def kinds(self) -> list[str]:
        """The kinds of its reasons, each once, in order."""
        if len(self.reasons) == 1:
            return [self.reasons[0].kind]
        return list(dict.fromkeys([reason.kind for reason in self.reasons]))

    @property
    def redundant(self) -> bool:
        """Whether other edges already make `source` wait for `target`."""
        return self.graph.order.is_redundant(self.source, self.target)

    def __repr__(self) -> str:
        return f"<Edge {self.source} -> {self.target} {self.kinds}>"


class Group:
    """A hidden dependency of many on many: every source waits for every target.

    id       what it is known by, as long as its sides belong together for the same reason
    type     the resource type whose plug-in adds it
    words    why it does
    sources  name -> True, or None where it is not decided that this one waits; the same of `targets`
    """

    __slots__ = ("id", "type", "words", "sources", "targets")

    def __init__(self, id: str, type_name: str, words: str, sources: dict[str, bool | None],
                 targets: dict[str, bool | None]) -> None:
        self.id = id
        self.type = type_name
        self.words = words
        self.sources = sources
        self.targets = targets

    def __repr__(self) -> str:
        return f"<Group {len(self.sources)} x {len(self.targets)} {self.type}>"


class Cycle(list[str]):
    """The names along a circular dependency, the first again as the last.

    `hidden` tells that it closes only through hidden dependencies; `enabled` is None where a condition that is not
    decided may open it.
    """

    __slots__ = ("hidden", "enabled")

    def __init__(self, names: list[str], hidden: bool, enabled: bool | None) -> None:
        super().__init__(names)
        self.hidden = hidden
        self.enabled = enabled


class Graph:
    """The dependency graph of a template; see the package for what it answers.

    What needs work beyond the edges (cycles, waves, redundancy) is worked out when first asked for. `shape` is another
    object whenever nodes, their types and switches, edges or groups are others than before an edit.
    """

    __slots__ = ("template", "nodes", "needed", "hidden", "shape", "_edges", "_order", "_stale", "_ordering",
                 "_needing", "_groups_of", "_acyclic")

    def __init__(self, template: Template) -> None:
        self.template = template
        self.nodes: Ordered[GraphNode] = Ordered(self._names)
        self.needed: Ordered[dict[str, Edge]] = Ordered(self._names)
        self.hidden: Hidden | None = None
        self.shape = object()
        self._edges: list[Edge] | None = None
        self._order: Order | None = None
        # The resources that an edit touched since the order was made or brought up to date.
        self._stale: set[str] = set()
        self._ordering = allocate_lock()
        self._needing: Ordered[dict[str, Edge]] | None = None
        self._groups_of: dict[str, list[Group]] | None = None
        self._acyclic: bool | None = None

    def _names(self) -> Iterable[str]:
        return self.template.resources

    @property
    def edges(self) -> list[Edge]:
        """The explicit edges, in the order of the text."""
        if self._edges is None:
            self._edges = [edge for needed in self.needed.values() for edge in needed.values()]
        return self._edges

    @property
    def groups(self) -> list[Group]:
        """The hidden groups: by the types that add them, then in the order of the text."""
        return self.hidden.groups if self.hidden is not None else []

    def edge(self, source: str, target: str) -> Edge | None:
        """The explicit edge of a pair, None where the text says of none."""
        return self.needed.get(source, {}).get(target)

    @property
    def needing(self) -> Ordered[dict[str, Edge]]:
        """Of each name: the explicit edges that lead to it, by their source."""
        if self._needing is None:
            needing = self._needing = Ordered(self._names)
            needing.update([(name, {}) for name in self.nodes])
            for source, needed in self.needed.items():
                for target, edge in needed.items():
                    needing[target][source] = edge
        return self._needing

    @property
    def groups_of(self) -> dict[str, list[Group]]:
        """Of each name that is a source of hidden groups: these."""
        if self._groups_of is None:
            self._groups_of = {}
            for group in self.groups:
                for name in group.sources:
                    self._groups_of.setdefault(name, []).append(group)
        return self._groups_of

    @property
    def order(self) -> Order:
        """The nodes as numbers and their closure: what cycles, waves and redundancy are read from."""
        # several threads may ask at once after an edit: it is brought up to date once
        with self._ordering:
            order, self._order = self._order, None
            if order is None or (self._stale and not order.renew(self._stale)):
                from designer.graph.order import Order

                order = Order(self)
            self._stale = set()
            self._order = order
            return order

    @property
    def cycles(self) -> list[Cycle]:
        if self._acyclic:
            return []
        cycles = self.order.cycles
        self._acyclic = not cycles
        return cycles

    def closes(self, name: str) -> bool:
        """Whether a resource waits for itself, by whatever way that is not switched off."""
        # looked for from both ends in turn: mostly one of them is soon reached, and then there is no circle
        ahead: set[str] = set()
        behind: set[str] = set()
        walks = ((self._walk(name, True), ahead, behind), (self._walk(name, False), behind, ahead))
        while True:
            for walk, mine, others in walks:
                reached = next(walk, None)
                if reached is None:
                    return False
                if reached == name or reached in others:
                    return True
                mine.add(reached)

    def _walk(self, name: str, forward: bool) -> Iterator[str]:
        """What a resource waits for, or backwards what waits for it, by whatever way that is not switched off."""
        ways = self.needed if forward else self.needing
        seen: set[str] = set()
        entered: set[int] = set()
        waiting = [name]
        while waiting:
            at = waiting.pop()
            reached = [other for other, edge in ways[at].items() if edge.enabled is not False]
            for names in self.hidden.beyond(at, forward) if self.hidden is not None else ():
                if id(names) not in entered:
                    entered.add(id(names))
                    reached.extend(dict.keys(names))
            for other in reached:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    yield other

    @property
    def waves(self) -> list[list[str]]:
        """Names in the order of creation: each waits only for names in earlier lists; cycles count as broken."""
        return self.order.waves

    @property
    def critical_path(self) -> list[str]:
        """The longest chain of resources that wait for one another, the first created first."""
        return self.order.critical_path

    def needs(self, name: str) -> set[str]:
        """All that a resource waits for, near and far."""
        return self.order.needs(name)

    def needed_by(self, name: str) -> set[str]:
        """All that waits for a resource, near and far."""
        return self.order.needed_by(name)

    def pairs(self) -> Iterator[Edge]:
        """Every pair that Heat orders, hidden ones written out, in the order of the text."""
        from designer.graph.pairs import pairs

        return pairs(self)

    def pair(self, source: str, target: str) -> Edge | None:
        """The edge of one pair with all its reasons, hidden ones too; None where neither waits for the other."""
        from designer.graph.pairs import pair

        return pair(self, source, target)


def both(one: bool | None, other: bool | None) -> bool | None:
    """Whether two things hold that may not be decided: False if either fails, None if either is open."""
    if one is False or other is False:
        return False
    return True if one and other else None


def any_of(reasons: list[Reason]) -> bool | None:
    """Whether any of several reasons holds: True if one does, None if one may."""
    found: bool | None = False
    for reason in reasons:
        if reason.enabled:
            return True
        if reason.enabled is None:
            found = None
    return found
