"""Ways around cards: a line that would pass behind a card goes above or below it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.boxes import Box

    Point = tuple[int, int]

CELL = 200
CLEAR = 9
SAMPLES = 10
# A line goes around so many cards; past that it takes the straight way.
MOST_BENDS = 3
# How far along a curve's way down it is, a tenth at a time.
SLOPE = [step / SAMPLES * step / SAMPLES * (3 - 2 * step / SAMPLES) for step in range(SAMPLES)]


class Obstacles:
    """The cards of a picture, found by place."""

    __slots__ = ("cells",)

    def __init__(self, boxes: list[Box]) -> None:
        cells: dict[tuple[int, int], list[Box]] = {}
        self.cells = cells
        for box in boxes:
            x, y, width, height = box
            for column in range(x // CELL, (x + width) // CELL + 1):
                for row in range(y // CELL, (y + height) // CELL + 1):
                    if (column, row) in cells:
                        cells[column, row].append(box)
                    else:
                        cells[column, row] = [box]

    def at(self, x: float, y: float) -> Box | None:
        """The card that covers a point."""
        for box in self.cells.get((int(x // CELL), int(y // CELL)), ()):
            if box[0] < x < box[0] + box[2] and box[1] < y < box[1] + box[3]:
                return box
        return None

    def ways(self, start: Point, end: Point) -> list[tuple[Point, Point]]:
        """The straight pieces past cards that a curve from `start` leftwards to `end` would cover, in order."""
        found: list[tuple[Point, Point]] = []
        seen: Box | None = None
        (sx, sy), (ex, ey) = start, end
        for step in range(1, SAMPLES):
            y = sy + (ey - sy) * SLOPE[step]
            box = self.at(sx + (ex - sx) * step / SAMPLES, y)
            if box is None or box is seen:
                continue
            seen = box
            if box[0] + box[2] > sx - 8 or box[0] < ex + 8:
                continue
            above, below = box[1] - CLEAR, box[1] + box[3] + CLEAR
            if found and box[0] + box[2] > found[-1][1][0] - CLEAR:
                # two of a column: between them
                level = above if ey > sy else below
                found[-1] = ((found[-1][0][0], level), (found[-1][1][0], level))
                continue
            level = above if abs(y - above) <= abs(y - below) else below
            if self.at(box[0] + box[2] / 2, level) is not None:
                level = below if level == above else above
            found.append(((box[0] + box[2], level), (box[0], level)))
            if len(found) > MOST_BENDS:
                return []
        return found
