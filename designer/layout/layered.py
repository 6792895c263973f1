"""The built-in layout, for where there is no `dot`: columns by order of creation, few crossings."""

from __future__ import annotations

import networkx as nx

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.layout.parts import Part

    Centres = dict[int, tuple[float, float]]
    Size = tuple[float, float]

BETWEEN = 26
COLUMNS = 64
FRAME = 18
TITLE = 20
SWEEPS = 6
# Long edges bend around what stands between only while the picture stays small enough.
MOST_BENDS = 8000


def arrange(parts: list[Part]) -> list[Centres]:
    """The centre of each card of each part, y downwards; parts of the same shape are laid out once."""
    found: dict[Any, Centres] = {}
    arranged = []
    for part in parts:
        shape = (tuple(part.sizes), tuple(part.edges), tuple(map(tuple, part.containers)))
        if shape not in found:
            found[shape] = _arrange(part)
        arranged.append(found[shape])
    return arranged


def _arrange(part: Part) -> Centres:
    """Lay out each container by itself, then these blocks and the free cards among one another."""
    block_of: dict[int, int] = {}
    blocks: list[list[int]] = []
    for members in part.containers:
        block_of.update(dict.fromkeys(members, len(blocks)))
        blocks.append(members)
    for number in range(len(part.ids)):
        if number not in block_of:
            block_of[number] = len(blocks)
            blocks.append([number])
    inner: list[Centres] = []
    sizes: list[Size] = []
    for index, members in enumerate(blocks):
        if index >= len(part.containers):
            inner.append({members[0]: (0.0, 0.0)})
            sizes.append(part.sizes[members[0]])
            continue
        inside = set(members)
        edges = [(one, other) for one, other, _ in part.edges if one in inside and other in inside]
        centres = layers({number: part.sizes[number] for number in members}, edges)
        left = min(x - part.sizes[n][0] / 2 for n, (x, _) in centres.items())
        right = max(x + part.sizes[n][0] / 2 for n, (x, _) in centres.items())
        top = min(y - part.sizes[n][1] / 2 for n, (_, y) in centres.items())
        bottom = max(y + part.sizes[n][1] / 2 for n, (_, y) in centres.items())
        middle = ((left + right) / 2, (top + bottom - TITLE) / 2)
        inner.append({n: (x - middle[0], y - middle[1]) for n, (x, y) in centres.items()})
        sizes.append((right - left + 2 * FRAME, bottom - top + 2 * FRAME + TITLE))
    outer_edges = list(dict.fromkeys((block_of[one], block_of[other]) for one, other, _ in part.edges
                                     if block_of[one] != block_of[other]))
    outer = layers(dict(enumerate(sizes)), outer_edges)
    return {number: (outer[index][0] + x, outer[index][1] + y)
            for index, centres in enumerate(inner) for number, (x, y) in centres.items()}


def layers(sizes: dict[int, Size], edges: list[tuple[int, int]]) -> Centres:
    """The centres of boxes in columns; every edge leads from a column to one on its right, circles being broken."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(sizes)
    graph.add_edges_from(edges)
    graph.remove_edges_from(_backward(graph))
    rank: dict[Any, int] = {}
    for number, generation in enumerate(nx.topological_generations(graph)):
        rank.update(dict.fromkeys(generation, number))
    # What waits for nothing stands beside what needs it, not at the far left.
    for node in sizes:
        if graph.in_degree(node) == 0 and graph.out_degree(node):
            rank[node] = min(rank[other] for other in graph.successors(node)) - 1
    columns: list[list[Any]] = [[] for _ in range(max(rank.values()) + 1)]
    for node in sizes:
        columns[rank[node]].append(node)
    before, after = _neighbours(graph, rank, columns)
    _reduce_crossings(columns, before, after)
    heights = {node: size[1] + BETWEEN for node, size in sizes.items()}
    y = _heights(columns, before, after, heights)
    centres = {}
    x = 0.0
    for column in columns:
        width = max((sizes[node][0] for node in column if node in sizes), default=0.0)
        for node in column:
            if node in sizes:
                centres[node] = (x + width / 2, y[node])
        x += width + COLUMNS
    return centres


def _backward(graph: nx.DiGraph[Any]) -> list[tuple[Any, Any]]:
    """The edges that close a circle along a depth-first walk."""
    found = []
    state: dict[Any, int] = {}
    for root in graph:
        if root in state:
            continue
        state[root] = 1
        work = [(root, iter(list(graph.successors(root))))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in state:
                    state[target] = 1
                    work.append((target, iter(list(graph.successors(target)))))
                    break
                if state[target] == 1:
                    found.append((node, target))
            else:
                state[node] = 2
                work.pop()
    return found


def _neighbours(graph: nx.DiGraph[Any], rank: dict[Any, int],
                columns: list[list[Any]]) -> tuple[dict[Any, list[Any]], dict[Any, list[Any]]]:
    """What stands left and right of each node one column away, bends of long edges put between included."""
    before: dict[Any, list[Any]] = {node: [] for node in graph}
    after: dict[Any, list[Any]] = {node: [] for node in graph}
    bends = sum(rank[other] - rank[one] - 1 for one, other in graph.edges)
    for one, other in graph.edges:
        at = one
        if bends <= MOST_BENDS:
            for column in range(rank[one] + 1, rank[other]):
                bend = (one, other, column)
                columns[column].append(bend)
                before[bend], after[bend] = [at], []
                after[at].append(bend)
                at = bend
        after[at].append(other)
        before[other].append(at)
    return before, after


def _reduce_crossings(columns: list[list[Any]], before: dict[Any, list[Any]], after: dict[Any, list[Any]]) -> None:
    """Order each column by where its neighbours stand, to and fro."""
    place = {node: index for column in columns for index, node in enumerate(column)}
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for column in columns if forth else reversed(columns):
            near = before if forth else after
            wanted = {}
            for index, node in enumerate(column):
                others = near[node]
                wanted[node] = sum([place[other] for other in others]) / len(others) if others else float(index)
            column.sort(key=wanted.__getitem__)
            for index, node in enumerate(column):
                place[node] = index


def _heights(columns: list[list[Any]], before: dict[Any, list[Any]], after: dict[Any, list[Any]],
             heights: dict[int, float]) -> dict[Any, float]:
    """The y of each node: as near to its neighbours as the order of its column allows."""
    y: dict[Any, float] = {}
    for column in columns:
        at = 0.0
        for node in column:
            height = heights.get(node, BETWEEN)
            y[node] = at + height / 2
            at += height
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for column in columns if forth else reversed(columns):
            first, second = (before, after) if forth else (after, before)
            wanted = []
            for node in column:
                others = first[node] or second[node]
                wanted.append(sum([y[other] for other in others]) / len(others) if others else y[node])
            _settle(column, wanted, heights, y)
    return y


def _settle(column: list[Any], wanted: list[float], heights: dict[int, float], y: dict[Any, float]) -> None:
    """Put a column's nodes as near to where they want to be as their order allows (pool adjacent violators)."""
    offset = 0.0
    offsets = []
    # Each pool: the sum of what its nodes want, less their own offsets, and how many they are.
    pools: list[tuple[float, int]] = []
    previous = 0.0
    for node, want in zip(column, wanted, strict=True):
        height = heights.get(node, BETWEEN)
        offset += (previous + height) / 2
        previous = height
        offsets.append(offset)
        pools.append((want - offset, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            last = pools.pop()
            pools[-1] = (pools[-1][0] + last[0], pools[-1][1] + last[1])
    at = 0
    for total, count in pools:
        for index in range(at, at + count):
            y[column[index]] = total / count + offsets[index]
        at += count
