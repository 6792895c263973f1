"""A place for a new card: near what it is tied to, on nothing that is there."""

from __future__ import annotations

from designer.layout.scene import CARD_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.scene import Scene

STEP_X = CARD_SIZE[0] + 64
STEP_Y = CARD_SIZE[1] + 26
# How far a card is pushed down before it is put below everything.
FARTHEST = 60


def place_new(scene: Scene, new: list[str], positions: dict[str, tuple[float, float]]) -> None:
    """Add places for the cards `new` to `positions`: right of what they need, left of what needs them."""
    needs: dict[str, list[str]] = {}
    needed: dict[str, list[str]] = {}
    for link in scene.links:
        needs.setdefault(link.source, []).append(link.target)
        needed.setdefault(link.target, []).append(link.source)
    taken = _Taken(positions)
    waiting = list(new)
    while waiting:
        tied = [id for id in waiting if any(other in positions for other in (*needs.get(id, ()), *needed.get(id, ())))]
        for id in tied or waiting[:1]:
            left = [positions[other] for other in needs.get(id, ()) if other in positions]
            right = [positions[other] for other in needed.get(id, ()) if other in positions]
            if left:
                x = max(x for x, _ in left) + STEP_X
                y = sum(y for _, y in left) / len(left)
            elif right:
                x = min(x for x, _ in right) - STEP_X
                y = sum(y for _, y in right) / len(right)
            else:
                x = min((x for x, _ in positions.values()), default=0.0)
                y = max((y for _, y in positions.values()), default=-STEP_Y) + STEP_Y
            positions[id] = taken.free(x, y)
            waiting.remove(id)


class _Taken:
    """The places of cards, by the cell of a grid, so that looking for a free one does not visit them all."""

    def __init__(self, positions: dict[str, tuple[float, float]]) -> None:
        self.cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
        self.lowest = 0.0
        for x, y in positions.values():
            self._take(x, y)

    def _take(self, x: float, y: float) -> None:
        self.cells.setdefault((int(x // STEP_X), int(y // STEP_Y)), []).append((x, y))
        self.lowest = max(self.lowest, y)

    def _is_free(self, x: float, y: float) -> bool:
        column, row = int(x // STEP_X), int(y // STEP_Y)
        for each in range(column - 1, column + 2):
            for other in range(row - 1, row + 2):
                for left, top in self.cells.get((each, other), ()):
                    if abs(left - x) < CARD_SIZE[0] + 16 and abs(top - y) < CARD_SIZE[1] + 12:
                        return False
        return True

    def free(self, x: float, y: float) -> tuple[float, float]:
        """The free place nearest to one asked for, looked for below and above it."""
        for step in range(FARTHEST):
            for way in ((1, -1) if step else (1,)):
                if self._is_free(x, y + way * step * STEP_Y / 2):
                    found = (x, y + way * step * STEP_Y / 2)
                    self._take(*found)
                    return found
        found = (x, self.lowest + STEP_Y)
        self._take(*found)
        return found
