"""Cards in columns by wave of creation."""

from __future__ import annotations

from math import ceil, sqrt

from designer.layout.scene import CARD_SIZE, OUTPUT, PARAMETER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.scene import Scene

BETWEEN = 20
WITHIN = 20
COLUMNS = 72
LEAST_ROWS = 10


def column_of(scene: Scene, id: str) -> int:
    """The column of a card: its wave; parameters left of all waves, what is switched off and outputs right of them."""
    last = max(scene.waves.values(), default=-1)
    card = scene.cards[id]
    if card.kind == PARAMETER:
        return -1
    if card.kind == OUTPUT:
        return last + 2
    return scene.waves.get(id, last + 1)


def arrange(scene: Scene) -> dict[str, tuple[float, float]]:
    """The top left corner of each card; a wave of many takes several columns side by side."""
    columns: dict[int, list[str]] = {}
    for id in scene.cards:
        columns.setdefault(column_of(scene, id), []).append(id)
    near: dict[str, list[str]] = {}
    for link in scene.links:
        near.setdefault(link.source, []).append(link.target)
    most = max(LEAST_ROWS, ceil(sqrt(len(scene.cards) * 1.8)))
    corners: dict[str, tuple[float, float]] = {}
    place: dict[str, int] = {}
    x = 0.0
    for _, ids in sorted(columns.items()):
        wanted = {}
        for index, id in enumerate(ids):
            others = [place[other] for other in near.get(id, ()) if other in place]
            wanted[id] = sum(others) / len(others) if others else float(index)
        ids.sort(key=wanted.__getitem__)
        wide = ceil(len(ids) / most)
        rows = ceil(len(ids) / wide)
        for index, id in enumerate(ids):
            place[id] = index
            corners[id] = (x + (index // rows) * (CARD_SIZE[0] + WITHIN), (index % rows) * (CARD_SIZE[1] + BETWEEN))
        x += wide * (CARD_SIZE[0] + WITHIN) - WITHIN + COLUMNS
    return corners
