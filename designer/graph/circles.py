"""Circular dependencies: their paths, and what to leave out so that the rest has an order."""

from __future__ import annotations

import itertools

from designer.graph.components import components
from designer.graph.model import Cycle, both

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.order import Order

# A text can be written that has more circles than anyone will read.
MOST_TOLD = 50


def break_circles(order: Order, circular: list[list[int]]) -> None:
    """Fill in an order's `cycles`, shortest paths first found in the order of the text, and its `broken` pairs.

    Each path is told once; its last pair is then taken out, until no circle is left. Past MOST_TOLD circles, pairs
    that close one are taken out without a word.
    """
    told: list[tuple[int, Cycle]] = []
    while circular:
        for members in circular:
            # a resource, never a group: groups are numbered behind them
            start = min(members)
            if len(told) >= MOST_TOLD:
                _open_all(order, members)
                continue
            path = _shortest(order, set(members), start)
            order.broken.add((path[-2], path[-1]))
            cycle = _describe(order, path)
            told.append((path[0], cycle))
        _, circular = components(order.remaining())
    order.cycles = [cycle for _, cycle in sorted(told, key=lambda pair: pair[0])]


def _shortest(order: Order, members: set[int], start: int) -> list[int]:
    """The shortest way from a number of a circular component back to itself."""
    came: dict[int, int] = {}
    waiting = [start]
    for number in waiting:
        for target in order.successors[number]:
            if target in members and target not in came and (number, target) not in order.broken:
                came[target] = number
                waiting.append(target)
        if start in came:
            break
    path = [start]
    at = came[start]
    while at != start:
        path.append(at)
        at = came[at]
    path.append(start)
    path.reverse()
    return path


def _open_all(order: Order, members: list[int]) -> None:
    """Take out every pair that leads back along a depth-first walk of a component."""
    inside = set(members)
    done: set[int] = set()
    walked: set[int] = set()
    for root in sorted(members):
        if root in done:
            continue
        walked.add(root)
        work = [(root, iter(order.successors[root]))]
        while work:
            number, targets = work[-1]
            for target in targets:
                if target not in inside or (number, target) in order.broken:
                    continue
                if target in walked:
                    order.broken.add((number, target))
                elif target not in done:
                    walked.add(target)
                    work.append((target, iter(order.successors[target])))
                    break
            else:
                work.pop()
                walked.discard(number)
                done.add(number)


def _describe(order: Order, path: list[int]) -> Cycle:
    sides, graph = order.sides, order.graph
    found: list[str] = []
    hidden = False
    enabled: bool | None = True
    for source, target in itertools.pairwise(path):
        start, end = order.names[source], order.names[target]
        if end is not None:
            enabled = both(enabled, graph.needed[start][end].enabled if start is not None else sides[source][1][end])
        elif start is not None:
            hidden = True
            enabled = both(enabled, sides[target][0][start])
    for number in path:
        name = order.names[number]
        if name is not None:
            found.append(name)
            enabled = both(enabled, graph.nodes[name].enabled)
    return Cycle(found, hidden, enabled)
