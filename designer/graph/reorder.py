"""The order of a graph after an edit: only what the edit touches is numbered, sorted and closed anew."""

from __future__ import annotations

from designer.graph.components import components

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.graph.model import Group
    from designer.graph.order import Order

# Past so many numbers that stand empty, all are numbered anew.
MOST_EMPTY = 256
# So many pairs that stand the wrong way round are put right one by one, more by sorting all anew.
FEW_WRONG = 8


def renew_order(order: Order, changed: Iterable[str]) -> set[str] | None:
    """Bring an order up to date after the resources `changed` came, went, or wait for something else.

    The groups are compared with those known. Yields the names of which what they wait for, what that implies, or who
    waits for them may be otherwise now. None where the order has to be made anew: there is a circle, or was, the first
    group came or the last one went, or too much stands empty.
    """
    # without groups one closure stands for both
    if order.broken or bool(order.sides) != bool(order.graph.groups):
        return None
    nodes, numbers = order.graph.nodes, order.numbers
    names = set(changed)
    late, moved = _compare_groups(order, names)
    otherwise: set[int] = set()
    for name in names:
        number = numbers.get(name)
        if name not in nodes:
            if number is not None:
                del numbers[name]
                otherwise.update(_vacate(order, number))
                moved.add(number)
        elif number is None:
            numbers[name] = number = _allot(order, name)
            moved.add(number)
    if len(order.names) - len(nodes) - len(order.sides) - len(late) > max(MOST_EMPTY, len(nodes) // 4):
        return None
    for junction, group in late:
        order.note(junction, group)
    for name in names:
        if name in nodes:
            targets = _renew_row(order, name)
            if targets is not None:
                otherwise.update(targets)
                moved.add(numbers[name])
    if not _sort(order, moved):
        return None
    if moved:
        otherwise |= order.renew_closures(moved)
    names.update([name for name in map(order.names.__getitem__, otherwise) if name is not None])
    return names


def _compare_groups(order: Order, names: set[str]) -> tuple[list[tuple[int, Group]], set[int]]:
    """The groups that came or have other sides, and the numbers of these and of those that went.

    Whom it concerns that they do is added to `names`.
    """
    moved: set[int] = set()
    late: list[tuple[int, Group]] = []
    gone = dict(order.junctions)
    for group in order.graph.groups:
        junction = gone.pop(group.id, None)
        if junction is None:
            junction = order.junctions[group.id] = _allot(order, None)
            names.update(dict.keys(group.sources))
        else:
            sources, targets = order.sides[junction]
            if dict.__eq__(group.sources, sources) and dict.__eq__(group.targets, targets):
                continue
            if dict.__eq__(group.targets, targets):
                names.update([name for name, _ in dict.items(group.sources) ^ sources.items()])
            else:
                names.update(dict.keys(group.sources), sources)
        moved.add(junction)
        late.append((junction, group))
    for id, junction in gone.items():
        names.update(order.sides.pop(junction)[0])
        del order.junctions[id]
        _vacate(order, junction)
        moved.add(junction)
    return late, moved


def _allot(order: Order, name: str | None) -> int:
    """A number for what is new, placed as if it waited for all others."""
    number = len(order.names)
    order.names.append(name)
    order.sure.append(False)
    order.successors.append([])
    order.places.append(len(order.topological))
    order.topological.append(number)
    return number


def _vacate(order: Order, number: int) -> list[int]:
    """Have nothing stand at a number any more; yields what it waited for."""
    targets = order.successors[number]
    order.names[number] = None
    order.successors[number] = []
    order.sure[number] = False
    order.doubtful.pop(number, None)
    return targets


def _renew_row(order: Order, name: str) -> set[int] | None:
    """Bring one resource's successors up to date.

    Yields those that it waited for or does, but not both; None where nothing at all is otherwise.
    """
    graph, number = order.graph, order.numbers[name]
    before = order.successors[number], order.doubtful.pop(number, None), order.sure[number]
    order.successors[number] = order.row(name)
    for group in graph.groups_of.get(name, ()):
        order.wait(number, order.junctions[group.id], group.sources[name])
    order.sure[number] = graph.nodes[name].enabled is True
    if before == (order.successors[number], order.doubtful.get(number), order.sure[number]):
        return None
    return set(before[0]) ^ set(order.successors[number])


def _sort(order: Order, moved: set[int]) -> bool:
    """Have every number stand behind its successors again; False where there is a circle."""
    places, successors = order.places, order.successors
    wrong = [(source, target) for source in moved for target in successors[source]
             if places[target] >= places[source]]
    if len(wrong) > FEW_WRONG:
        order.topological, circular = components(successors)
        order.place(0)
        return not circular
    return all(places[target] < places[source] or _put_behind(order, source, target) for source, target in wrong)


def _put_behind(order: Order, source: int, target: int) -> bool:
    """Have a number, and what stands between the two and waits for it, stand behind another; False in a circle."""
    first, last = order.places[source], order.places[target]
    ahead: list[int] = []
    behind: list[int] = []
    waiting = {source}
    for number in order.topological[first:last + 1]:
        if number == source or not waiting.isdisjoint(order.successors[number]):
            waiting.add(number)
            behind.append(number)
        else:
            ahead.append(number)
    if target in waiting:
        return False
    order.topological[first:last + 1] = [*ahead, *behind]
    order.place(first, last + 1)
    return True
