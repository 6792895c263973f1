"""What follows from the edges of a graph: cycles, waves, redundancy, closures.

Nodes are numbers: the resources in the order of the text, and behind them each hidden group as a number of its own,
which its sources wait for and which waits for its targets, so that nothing here grows with the pairs of a group. What
comes by an edit is numbered behind all that, what goes leaves its number empty. Sets of nodes are integers, one bit a
node.
"""

from __future__ import annotations

from designer.graph.closure import Closure
from designer.graph.components import components

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from designer.graph.model import Cycle, Graph, Group

# So many edits are remembered.
LONGEST_TRAIL = 16


class Order:
    """The order of creation of one graph; what is switched off takes no part in it.

    names        of each number: the resource's name, None of a group, or where nothing is any more
    numbers      of each resource: its number; `junctions` of the id of each group: its number
    successors   of each number: those that it waits for
    sides        of the number of each group: its sources and its targets
    doubtful     of a number: successors of which it is not decided whether it waits for them, both being switched on
    sure         of each number: whether it is a resource that is switched on for sure
    topological  all numbers, each behind its successors; `places` of each number: where it stands there
    cycles       circular dependencies; `broken`: pairs of numbers taken out so that what is left has an order
    version      grows with each edit that it was brought up to date for
    """

    __slots__ = ("graph", "names", "numbers", "junctions", "successors", "sides", "doubtful", "sure", "topological",
                 "places", "cycles", "broken", "version", "_trail", "_ranks", "_implied", "_implied_by_text",
                 "_backwards")

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        names = list(graph.nodes)
        self.names: list[str | None] = [*names, *[None] * len(graph.groups)]
        self.numbers = {name: number for number, name in enumerate(names)}
        self.junctions: dict[str, int] = {}
        self.sides: dict[int, tuple[dict[str, bool | None], dict[str, bool | None]]] = {}
        self.doubtful: dict[int, set[int]] = {}
        self.sure = [graph.nodes[name].enabled is True for name in names]
        self.successors: list[list[int]] = [self.row(name) for name in names]
        for junction, group in enumerate(graph.groups, len(names)):
            self.sure.append(False)
            self.successors.append([])
            self.note(junction, group)
            for name, certain in group.sources.items():
                self.wait(self.numbers[name], junction, certain)
        self.cycles: list[Cycle] = []
        self.broken: set[tuple[int, int]] = set()
        self.topological, circular = components(self.successors)
        if circular:
            from designer.graph.circles import break_circles

            break_circles(self, circular)
            self.topological, _ = components(self.remaining())
        self.places = [0] * len(self.topological)
        self.place(0)
        self.version = 0
        self._trail: list[set[str]] = []
        self._ranks: list[int] | None = None
        self._implied: Closure | None = None
        self._implied_by_text: Closure | None = None
        self._backwards: list[list[int]] | None = None

    def row(self, name: str) -> list[int]:
        """The numbers that a resource waits for by its explicit edges; what is doubtful of them is noted."""
        numbers = self.numbers
        found = []
        for target, edge in self.graph.needed[name].items():
            if edge.enabled is not False:
                found.append(numbers[target])
                if edge.enabled is None and not any(reason.enabled for reason in edge.reasons):
                    self.doubtful.setdefault(numbers[name], set()).add(numbers[target])
        return found

    def wait(self, number: int, junction: int, certain: bool | None) -> None:
        """Have a resource wait for a group."""
        self.successors[number].append(junction)
        if not certain:
            self.doubtful.setdefault(number, set()).add(junction)

    def note(self, junction: int, group: Group) -> None:
        """Note what a group is made of, and whom it waits for."""
        # an edit changes the sides of a group where they are
        self.sides[junction] = dict.copy(group.sources), dict.copy(group.targets)
        self.junctions[group.id] = junction
        numbers = self.numbers
        self.successors[junction] = [numbers[name] for name in group.targets]
        doubts = {numbers[name] for name, certain in group.targets.items() if not certain}
        if doubts:
            self.doubtful[junction] = doubts
        else:
            self.doubtful.pop(junction, None)

    def place(self, first: int, end: int | None = None) -> None:
        """Note where the numbers in a part of `topological` stand."""
        places = self.places
        for place, number in enumerate(self.topological[first:end], first):
            places[number] = place

    def renew(self, changed: Collection[str]) -> bool:
        """Bring it up to date after the resources `changed` came, went, or wait for something else.

        False where it has to be made anew.
        """
        from designer.graph.reorder import renew_order

        otherwise = renew_order(self, changed)
        if otherwise is None:
            return False
        self._trail = [*self._trail[1 - LONGEST_TRAIL:], otherwise]
        self.version += 1
        self._ranks = self._backwards = None
        return True

    def renew_closures(self, moved: set[int]) -> set[int]:
        """Bring up to date what was worked out already; yields the numbers for which something else is implied."""
        found: set[int] = set()
        for closure in (self._implied, self._implied_by_text):
            if closure is not None:
                found |= closure.renew(self, moved)
        return found

    def changed_since(self, version: int) -> set[str] | None:
        """The resources of which something that an order tells may be otherwise since; None where that is forgotten."""
        behind = self.version - version
        return None if behind > len(self._trail) else set[str]().union(*self._trail[len(self._trail) - behind:])

    def remaining(self) -> list[list[int]]:
        """The successors of each number without the pairs that were taken out."""
        if not self.broken:
            return self.successors
        return [[target for target in targets if (source, target) not in self.broken]
                for source, targets in enumerate(self.successors)]

    @property
    def sequence(self) -> list[str]:
        """The names, each behind those that it waits for."""
        return [name for name in map(self.names.__getitem__, self.topological) if name is not None]

    @property
    def ranks(self) -> list[int]:
        """Of each number: the length of the longest chain of resources that it waits for."""
        if self._ranks is None:
            remaining, sides = self.remaining(), self.sides
            ranks = [0] * len(remaining)
            for number in self.topological:
                rank = -1
                for target in remaining[number]:
                    if ranks[target] > rank:
                        rank = ranks[target]
                # A group is no step of its own: what waits for it waits for its targets.
                ranks[number] = max(rank, 0) if number in sides else rank + 1
            self._ranks = ranks
        return self._ranks

    @property
    def waves(self) -> list[list[str]]:
        """Names by rank, those that wait for nothing first; what is switched off is left out."""
        ranks, numbers = self.ranks, self.numbers
        waves: list[list[str]] = []
        for name, node in self.graph.nodes.items():
            if node.enabled is False:
                continue
            rank = ranks[numbers[name]]
            while len(waves) <= rank:
                waves.append([])
            waves[rank].append(name)
        return [wave for wave in waves if wave]

    @property
    def critical_path(self) -> list[str]:
        """The longest chain of names that wait for one another, the first created first."""
        ranks, remaining, names = self.ranks, self.remaining(), self.names
        path: list[str] = []
        longest = -1
        at: int | None = None
        for name, node in self.graph.nodes.items():
            number = self.numbers[name]
            if node.enabled is not False and ranks[number] > longest:
                at, longest = number, ranks[number]
        while at is not None:
            reached = names[at]
            if reached is not None:
                path.append(reached)
            wanted = ranks[at] if reached is None else ranks[at] - 1
            at = next((target for target in remaining[at] if ranks[target] == wanted), None) if wanted >= 0 else None
        path.reverse()
        return path

    @property
    def implied(self) -> list[int]:
        """Of each number: the set of nodes that what it waits for already waits for.

        A path through a resource that may be switched off implies nothing.
        """
        if self._implied is None:
            self._implied = Closure(self, hidden=True)
        return self._implied.implied

    @property
    def implied_by_text(self) -> list[int]:
        """As `implied`, hidden dependencies left out: what may be left out without hiding what the text says."""
        if not self.sides:
            return self.implied
        if self._implied_by_text is None:
            self._implied_by_text = Closure(self, hidden=False)
        return self._implied_by_text.implied

    def among(self, implied: list[int], source: str, target: str) -> bool:
        """Whether one of the two tables above says that `source` waits for `target` without their edge."""
        number, other = self.numbers[source], self.numbers[target]
        return bool(implied[number] >> other & 1) and (number, other) not in self.broken

    def is_redundant(self, source: str, target: str) -> bool:
        """Whether `source` waits for `target` even without the edge between them."""
        return self.among(self.implied, source, target)

    def needs(self, name: str) -> set[str]:
        """All that a resource waits for, near and far, itself left out."""
        return self._reachable(name, self.successors)

    def needed_by(self, name: str) -> set[str]:
        """All that waits for a resource, near and far, itself left out."""
        if self._backwards is None:
            backwards: list[list[int]] = [[] for _ in self.successors]
            for source, targets in enumerate(self.successors):
                for target in targets:
                    backwards[target].append(source)
            self._backwards = backwards
        return self._reachable(name, self._backwards)

    def _reachable(self, name: str, successors: list[list[int]]) -> set[str]:
        start = self.numbers[name]
        seen = {start}
        waiting = [start]
        while waiting:
            for target in successors[waiting.pop()]:
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        seen.discard(start)
        return {name for name in map(self.names.__getitem__, seen) if name is not None}
