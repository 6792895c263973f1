"""Links between cards: curves with an arrowhead at what is needed."""

from __future__ import annotations

from designer.export.text import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.around import Obstacles
    from designer.export.boxes import Box, Boxes
    from designer.layout import Bundle, Link

    Point = tuple[int, int]

# Only a line longer than from one column to the next can pass a card.
FAR = 200
HEAD = "m5 -4l-5 4l5 4"
HEAD_RIGHT = "m-5 -4l5 4l-5 4"
# A small ring at the start of an attribute's line.
RING = "a3 3 0 1 0 -6 0a3 3 0 1 0 6 0m-6 0"
RING_RIGHT = "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0m6 0"


def link_key(link: Link) -> str:
    """The key of a link among the pieces of a picture; the length tells two names apart whatever they hold."""
    return f"e{len(link.source)}:{link.source}>{link.target}"


def link_markup(link: Link, boxes: Boxes, names: dict[str, str], obstacles: Obstacles, live: bool = False) -> str:
    """One link; a small ring at its start tells an attribute. A live one wears its key."""
    source = boxes[link.source]
    if link.source == link.target:
        path = _loop(source)
    else:
        path = _curve(source, boxes[link.target], link.style == "attribute", obstacles=obstacles)
    more = ""
    classes = link.style
    if link.enabled is not True:
        classes += " off" if link.enabled is False else " open"
    if link.count > 1:
        classes += " many"
        more = f' data-count="{link.count}"'
    kinds = link.kinds[0] if len(link.kinds) == 1 else " ".join(link.kinds)
    if live:
        more += f' data-key="e{len(link.source)}:{names[link.source]}&gt;{names[link.target]}"'
    return (f'<path class="edge {classes}" data-from="{names[link.source]}" data-to="{names[link.target]}" '
            f'data-kind="{escape(kinds)}"{more} d="{path}"/>')


def bundle_pieces(bundle: Bundle, boxes: Boxes, names: dict[str, str], live: bool = False) -> dict[str, str]:
    """A bundle by key: every source to the junction, the junction to every target, and the junction itself."""
    junction = boxes[bundle.id]
    own = names[bundle.id]
    group = f'data-group="{own}" data-kind="hidden"'
    parts = {}
    for id in bundle.sources:
        path = _curve(boxes[id], junction, head=False)
        key = f' data-key="s{len(id)}:{names[id]}&gt;{own}"' if live else ""
        parts[f"s{len(id)}:{id}>{bundle.id}"] = (
            f'<path class="edge hidden" data-from="{names[id]}" {group}{key} d="{path}"/>')
    for id in bundle.targets:
        path = _curve(junction, boxes[id])
        key = f' data-key="t{len(id)}:{names[id]}&gt;{own}"' if live else ""
        parts[f"t{len(id)}:{id}>{bundle.id}"] = (
            f'<path class="edge hidden" data-to="{names[id]}" {group}{key} d="{path}"/>')
    x, y, width, height = junction
    key = f' data-key="j:{own}"' if live else ""
    parts["j:" + bundle.id] = (
        f'<circle class="junction" {group}{key} cx="{x + width // 2}" cy="{y + height // 2}" r="4">'
        f"<title>{escape(bundle.words)}</title></circle>")
    return parts


def _curve(source: Box, target: Box, ring: bool = False, head: bool = True, obstacles: Obstacles | None = None) -> str:
    """From the left of what needs to the right of what is needed; around where they do not stand so."""
    sx, sy = source[0], source[1] + source[3] // 2
    tx, ty = target[0] + target[2], target[1] + target[3] // 2
    if tx <= sx:
        if obstacles is not None and sx - tx > FAR:
            ways = obstacles.ways((sx, sy), (tx, ty))
            if ways:
                return _winding((sx, sy), ways, (tx, ty), ring)
        bend = min(max((sx - tx) // 2, 16), 160)
        return (f"M{sx} {sy}{RING if ring else ''}C{sx - bend} {sy} {tx + bend} {ty} {tx} {ty}"
                f"{HEAD if head else ''}")
    if source[0] + source[2] <= target[0]:
        # it stands left of what it needs, as a person may put it
        sx, tx = source[0] + source[2], target[0]
        bend = min(max((tx - sx) // 2, 16), 160)
        return (f"M{sx} {sy}{RING_RIGHT if ring else ''}C{sx + bend} {sy} {tx - bend} {ty} {tx} {ty}"
                f"{HEAD_RIGHT if head else ''}")
    # one above the other: around their right sides
    sx = source[0] + source[2]
    out = max(sx, tx) + 32
    return f"M{sx} {sy}{RING_RIGHT if ring else ''}C{out} {sy} {out} {ty} {tx} {ty}{HEAD if head else ''}"


def _winding(start: Point, ways: list[tuple[Point, Point]], end: Point, ring: bool) -> str:
    """The curve from `start` leftwards to `end` along straight pieces between."""
    x, y = start
    path = f"M{x} {y}{RING if ring else ''}"
    for (right, level), (left, _) in ways:
        bend = max(min((x - right) // 2, 40), 8)
        path += f"C{x - bend} {y} {right + bend} {level} {right} {level}H{left}"
        x, y = left, level
    bend = max(min((x - end[0]) // 2, 40), 8)
    return f"{path}C{x - bend} {y} {end[0] + bend} {end[1]} {end[0]} {end[1]}{HEAD}"


def _loop(box: Box) -> str:
    y, right = box[1], box[0] + box[2]
    return f"M{right - 30} {y}C{right - 30} {y - 34} {right + 34} {y - 4} {right} {y + 20}m7 -2l-7 2l2 -7"
