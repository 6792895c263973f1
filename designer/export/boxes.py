"""Where each card and junction of a picture stands, in whole pixels."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from designer.layout import Scene

    # left, top, width, height
    Box: TypeAlias = tuple[int, int, int, int]
    Boxes: TypeAlias = dict[str, Box]

MARGIN = 24
FRAME = 18
TITLE = 18


def boxes_of(scene: Scene, positions: dict[str, tuple[float, float]]) -> Boxes:
    """The boxes of all cards and junctions; what has no position stands at the origin."""
    boxes = {}
    for id, card in scene.cards.items():
        x, y = positions.get(id, (0, 0))
        width, height = card.size
        boxes[id] = (round(x), round(y), width, height)
    for bundle in scene.bundles:
        x, y = positions.get(bundle.id, (0, 0))
        width, height = scene.size(bundle.id)
        boxes[bundle.id] = (round(x), round(y), width, height)
    return boxes


def bounds(scene: Scene, boxes: Boxes) -> Box:
    """The left, top, width and height of a picture, frames and margin included."""
    if not boxes:
        return (0, 0, 320, 120)
    framed = MARGIN + (FRAME + TITLE if scene.containers or scene.options.waves else 0)
    left, top, right, bottom = around(boxes.values())
    return left - framed, top - framed, right - left + 2 * framed, bottom - top + 2 * framed


def around(boxes: Iterable[Box]) -> Box:
    """The left, top, right and bottom of several boxes."""
    found = list(boxes)
    return (min([box[0] for box in found]), min([box[1] for box in found]),
            max([box[0] + box[2] for box in found]), max([box[1] + box[3] for box in found]))
