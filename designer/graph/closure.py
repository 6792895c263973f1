"""What each node of a graph waits for, near and far, and what of that follows without an edge of its own."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.graph.order import Order


class Closure:
    """Of each number: the set of nodes that it waits for in any way (`reach`), and beyond its successors (`implied`).

    A path through a resource that may be switched off implies nothing. `hidden` tells whether hidden groups count.
    """

    __slots__ = ("hidden", "reach", "implied")

    def __init__(self, order: Order, hidden: bool) -> None:
        self.hidden = hidden
        self.reach = [0] * len(order.names)
        self.implied = [0] * len(order.names)
        self.fill(order, order.topological)

    def fill(self, order: Order, numbers: Iterable[int]) -> None:
        """Work out some numbers, each behind those that it waits for."""
        reach, implied, hidden = self.reach, self.implied, self.hidden
        remaining, doubtful, sure, sides = order.remaining(), order.doubtful, order.sure, order.sides
        for number in numbers:
            own = beyond = 0
            doubts = doubtful.get(number, ())
            for target in remaining[number]:
                if target in sides:
                    if hidden and target not in doubts:
                        own |= reach[target]
                        beyond |= implied[target]
                elif target not in doubts:
                    own |= 1 << target
                    if sure[target]:
                        beyond |= reach[target]
            reach[number] = own | beyond
            implied[number] = beyond

    def renew(self, order: Order, moved: set[int]) -> set[int]:
        """Work out anew what follows from other edges of the numbers `moved`; yields those of which it is otherwise."""
        reach, implied, successors = self.reach, self.implied, order.successors
        for table in (reach, implied):
            table += [0] * (len(successors) - len(table))
        otherwise: set[int] = set()
        stale = set(moved)
        for number in order.topological[min(map(order.places.__getitem__, moved)):]:
            if number not in stale and stale.isdisjoint(successors[number]):
                continue
            before = reach[number], implied[number]
            self.fill(order, (number,))
            if (reach[number], implied[number]) != before:
                stale.add(number)
                otherwise.add(number)
            elif number not in moved:
                stale.discard(number)
        return otherwise
