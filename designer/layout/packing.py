"""Parts side by side: rows of boxes that fill a page of pleasant shape."""

from __future__ import annotations

from math import sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    Size = tuple[float, float]

GAP = 40
# How much wider than high a page is.
SHAPE = 1.7


def pack(sizes: list[Size]) -> list[tuple[float, float]]:
    """The top left corner of each box; higher boxes come first, boxes of one height keep their order."""
    if not sizes:
        return []
    area = sum((width + GAP) * (height + GAP) for width, height in sizes)
    limit = max(sqrt(area * SHAPE), max(width for width, _ in sizes))
    corners: list[tuple[float, float]] = [(0.0, 0.0)] * len(sizes)
    x = y = deepest = 0.0
    for index in sorted(range(len(sizes)), key=lambda index: -round(sizes[index][1])):
        width, height = sizes[index]
        if x and x + width > limit + 1:
            x, y, deepest = 0.0, y + deepest + GAP, 0.0
        corners[index] = (x, y)
        x += width + GAP
        deepest = max(deepest, height)
    return corners


def grid(count: int, size: Size, gap: Size, width: float) -> list[tuple[float, float]]:
    """The corners of equal boxes in rows that are at most as wide as `width`, one box at least."""
    columns = max(1, int((width + gap[0]) // (size[0] + gap[0])))
    return [((index % columns) * (size[0] + gap[0]), (index // columns) * (size[1] + gap[1])) for index in range(count)]
