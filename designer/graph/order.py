"""What follows from the edges of a graph: cycles, waves, redundancy, closures.

Nodes are numbered in the order of the text; a hidden group is a number of its own behind them, which its sources wait
for and which waits for its targets, so that nothing here grows with the pairs of a group. Sets of nodes are integers,
one bit a node.
"""

from __future__ import annotations

from designer.graph.components import components

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.model import Cycle, Graph


class Order:
    """The order of creation of one graph; what is switched off takes no part in it."""

    __slots__ = ("graph", "names", "numbers", "successors", "broken", "cycles", "_ranks", "_implied",
                 "_implied_by_text", "_backwards", "_topological")

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.names = list(graph.nodes)
        self.numbers = {name: number for number, name in enumerate(self.names)}
        numbers = self.numbers
        successors: list[list[int]] = [
            [numbers[target] for target, edge in graph.needed[name].items() if edge.enabled is not False]
            for name in self.names]
        for group in graph.groups:
            junction = len(successors)
            for name in group.sources:
                successors[numbers[name]].append(junction)
            successors.append([numbers[name] for name in group.targets])
        self.successors = successors
        self.cycles: list[Cycle] = []
        # Pairs that were taken out so that what is left has an order.
        self.broken: set[tuple[int, int]] = set()
        self._topological, circular = components(successors)
        if circular:
            from designer.graph.circles import break_circles

            break_circles(self, circular)
            self._topological, _ = components(self.remaining())
        self._ranks: list[int] | None = None
        self._implied: list[int] | None = None
        self._implied_by_text: list[int] | None = None
        self._backwards: list[list[int]] | None = None

    def remaining(self) -> list[list[int]]:
        """The successors of each number without the pairs that were taken out."""
        if not self.broken:
            return self.successors
        return [[target for target in targets if (source, target) not in self.broken]
                for source, targets in enumerate(self.successors)]

    @property
    def ranks(self) -> list[int]:
        """Of each number: the length of the longest chain of resources that it waits for."""
        if self._ranks is None:
            count = len(self.names)
            remaining = self.remaining()
            ranks = [0] * len(remaining)
            for number in self._topological:
                rank = -1
                for target in remaining[number]:
                    if ranks[target] > rank:
                        rank = ranks[target]
                # A group is no step of its own: what waits for it waits for its targets.
                ranks[number] = rank + 1 if number < count else max(rank, 0)
            self._ranks = ranks
        return self._ranks

    @property
    def waves(self) -> list[list[str]]:
        """Names by rank, those that wait for nothing first; what is switched off is left out."""
        ranks = self.ranks
        waves: list[list[str]] = []
        for number, name in enumerate(self.names):
            if self.graph.nodes[name].enabled is False:
                continue
            rank = ranks[number]
            while len(waves) <= rank:
                waves.append([])
            waves[rank].append(name)
        return [wave for wave in waves if wave]

    @property
    def critical_path(self) -> list[str]:
        """The longest chain of names that wait for one another, the first created first."""
        ranks, remaining, count = self.ranks, self.remaining(), len(self.names)
        at = max((n for n in range(count) if self.graph.nodes[self.names[n]].enabled is not False),
                 key=lambda number: (ranks[number], -number), default=None)
        path: list[str] = []
        while at is not None:
            if at < count:
                path.append(self.names[at])
            wanted = ranks[at] - 1 if at < count else ranks[at]
            at = next((target for target in remaining[at] if ranks[target] == wanted), None) if wanted >= 0 else None
        path.reverse()
        return path

    @property
    def implied(self) -> list[int]:
        """Of each number: the set of nodes that what it waits for already waits for.

        A path through a resource that may be switched off implies nothing.
        """
        if self._implied is None:
            self._implied = self._closures(len(self.successors))
        return self._implied

    @property
    def implied_by_text(self) -> list[int]:
        """As `implied`, hidden dependencies left out: what may be left out without hiding what the text says."""
        if self._implied_by_text is None:
            self._implied_by_text = self.implied if not self.graph.groups else self._closures(len(self.names))
        return self._implied_by_text

    def among(self, implied: list[int], source: str, target: str) -> bool:
        """Whether one of the two tables above says that `source` waits for `target` without their edge."""
        number, other = self.numbers[source], self.numbers[target]
        return bool(implied[number] >> other & 1) and (number, other) not in self.broken

    def _closures(self, limit: int) -> list[int]:
        """Of each number: what it waits for beyond its successors, as far as these are below `limit`."""
        graph, count = self.graph, len(self.names)
        remaining = self.remaining()
        open_pairs = self._open_pairs()
        always = [graph.nodes[name].enabled is True for name in self.names]
        reach = [0] * len(remaining)
        implied = [0] * len(remaining)
        for number in self._topological:
            own = beyond = 0
            for target in remaining[number]:
                if target >= limit or (number, target) in open_pairs:
                    continue
                if target >= count:
                    own |= reach[target]
                    beyond |= implied[target]
                else:
                    own |= 1 << target
                    if always[target]:
                        beyond |= reach[target]
            reach[number] = own | beyond
            implied[number] = beyond
        return implied

    def _open_pairs(self) -> set[tuple[int, int]]:
        """Pairs of which it is not decided whether one waits for the other, both being switched on."""
        graph, numbers, count = self.graph, self.numbers, len(self.names)
        found = {(numbers[edge.source], numbers[edge.target]) for edge in graph.edges
                 if edge.enabled is None and not any(reason.enabled for reason in edge.reasons)}
        for junction, group in enumerate(graph.groups, count):
            found.update((numbers[name], junction) for name, sure in group.sources.items() if not sure)
            found.update((junction, numbers[name]) for name, sure in group.targets.items() if not sure)
        return found

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
        count = len(self.names)
        return {self.names[number] for number in seen if number < count}
