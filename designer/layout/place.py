"""A scene to positions."""

from __future__ import annotations

from designer.layout import dot
from designer.layout.packing import GAP, grid, pack
from designer.layout.parts import Part, split
from designer.layout.scene import CARD_SIZE, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

FRAME = 18
TITLE = 20
SECONDS = 4.0
ALONE_GAP = (24.0, 20.0)


class Layout:
    """Where things stand: `positions` leads from the id of a card or junction to its top left corner, in pixels.

    `engine` says what placed them: `dot`, `layered` (the built-in layout), `waves`, or `kept` (where they were before).
    """

    __slots__ = ("positions", "engine")

    def __init__(self, positions: dict[str, tuple[float, float]], engine: str) -> None:
        self.positions = positions
        self.engine = engine


def place(scene: Scene, engine: str | None = None, seconds: float = SECONDS) -> Layout:
    """Positions for all cards and junctions of a scene, what is needed left of what needs it.

    `engine` chooses `dot` or `layered`; without it `dot` is asked, and the built-in layout takes over where it is
    missing, fails or needs more than `seconds`. The same scene is always placed alike by the same engine.
    """
    if scene.options.waves:
        from designer.layout.waves import arrange

        positions = arrange(scene)
        _place_junctions(scene, positions)
        return Layout(_whole(positions), "waves")
    parts, alone = split(scene)
    used = "dot"
    centres = dot.arrange(parts, seconds) if parts and engine != "layered" else None
    if centres is None:
        centres = []
        used = "layered" if parts or engine == "layered" or dot.find_dot() is None else "dot"
        if parts:
            from designer.layout import layered

            centres = layered.arrange(parts)
    boxes = [_box(part, at) for part, at in zip(parts, centres, strict=True)]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in boxes]
    corners = pack(sizes)
    positions = {}
    for part, at, box, corner in zip(parts, centres, boxes, corners, strict=True):
        for number, id in enumerate(part.ids):
            width, height = part.sizes[number]
            x, y = at[number]
            positions[id] = (x - width / 2 - box[0] + corner[0], y - height / 2 - box[1] + corner[1])
    _place_alone(alone, sizes, corners, positions)
    return Layout(_whole(positions), used)


def keep(scene: Scene, positions: Mapping[str, tuple[float, float]]) -> Layout:
    """Positions for a scene that changed: what has one stays, what is new is put near what it is tied to."""
    kept = {id: positions[id] for id in scene.cards if id in positions}
    new = [id for id in scene.cards if id not in kept]
    if new:
        from designer.layout.near import place_new

        place_new(scene, new, kept)
    for bundle in scene.bundles:
        if bundle.id in positions:
            kept[bundle.id] = positions[bundle.id]
    _place_junctions(scene, kept)
    return Layout(_whole(kept), "kept")


def _box(part: Part, centres: dict[int, tuple[float, float]]) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of a part, the frames of its containers included."""
    left = top = float("inf")
    right = bottom = float("-inf")
    framed = {number for members in part.containers for number in members}
    for number, (width, height) in enumerate(part.sizes):
        x, y = centres[number]
        frame, title = (FRAME, TITLE) if number in framed else (0, 0)
        left, right = min(left, x - width / 2 - frame), max(right, x + width / 2 + frame)
        top, bottom = min(top, y - height / 2 - frame - title), max(bottom, y + height / 2 + frame)
    return left, top, right, bottom


def _place_alone(alone: list[str], sizes: list[tuple[float, float]], corners: list[tuple[float, float]],
                 positions: dict[str, tuple[float, float]]) -> None:
    """Put the cards that nothing ties to others in rows below the rest."""
    if not alone:
        return
    bottom = max((y + height for (_, y), (_, height) in zip(corners, sizes, strict=True)), default=-GAP)
    width = max((x + width for (x, _), (width, _) in zip(corners, sizes, strict=True)), default=0)
    width = max(width, len(alone) ** 0.5 * CARD_SIZE[0])
    places = grid(len(alone), CARD_SIZE, ALONE_GAP, width)
    for id, (x, y) in zip(alone, places, strict=True):
        positions[id] = (x, y + bottom + GAP)


def _place_junctions(scene: Scene, positions: dict[str, tuple[float, float]]) -> None:
    """Put a junction that has no place between its ends."""
    for bundle in scene.bundles:
        if bundle.id in positions:
            continue
        targets = [positions[id] for id in bundle.targets]
        ends = targets + [positions[id] for id in bundle.sources]
        x = max(x for x, _ in targets) + CARD_SIZE[0] + FRAME
        y = sum(y for _, y in ends) / len(ends) + CARD_SIZE[1] / 2
        positions[bundle.id] = (x, y)


def _whole(positions: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The positions in whole pixels."""
    return {id: (float(round(x)), float(round(y))) for id, (x, y) in positions.items()}
