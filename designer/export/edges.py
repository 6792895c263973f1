"""Links between cards: curves with an arrowhead at what is needed."""

from __future__ import annotations

from designer.export.text import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Bundle, Link, Scene

    Positions = dict[str, tuple[float, float]]
    Box = tuple[float, float, float, float]

HEAD = 5
DOT = 3


def link_markup(link: Link, scene: Scene, positions: Positions) -> str:
    """One link; a small ring at its start tells an attribute."""
    source, target = _box(link.source, scene, positions), _box(link.target, scene, positions)
    if link.source == link.target:
        path = _loop(source)
    else:
        path = _curve(source, target, ring=link.style == "attribute")
    state = " off" if link.enabled is False else " open" if link.enabled is None else ""
    many = f' data-count="{link.count}"' if link.count > 1 else ""
    return (f'<path class="edge {link.style}{state}{" many" if many else ""}" data-from="{escape(link.source)}" '
            f'data-to="{escape(link.target)}" data-kind="{escape(" ".join(link.kinds))}"{many} d="{path}"/>')


def bundle_markup(bundle: Bundle, scene: Scene, positions: Positions) -> list[str]:
    """A bundle: every source to the junction, the junction to every target."""
    x, y = positions[bundle.id]
    width, height = scene.size(bundle.id)
    junction = (x, y, width, height)
    group = escape(bundle.id)
    parts = []
    for id in bundle.sources:
        path = _curve(_box(id, scene, positions), junction, head=False)
        parts.append(f'<path class="edge hidden" data-from="{escape(id)}" data-group="{group}" data-kind="hidden" '
                     f'd="{path}"/>')
    for id in bundle.targets:
        path = _curve(junction, _box(id, scene, positions))
        parts.append(f'<path class="edge hidden" data-to="{escape(id)}" data-group="{group}" data-kind="hidden" '
                     f'd="{path}"/>')
    parts.append(f'<circle class="junction" data-group="{group}" cx="{x + width / 2:g}" cy="{y + height / 2:g}" r="4">'
                 f"<title>{escape(bundle.words)}</title></circle>")
    return parts


def _box(id: str, scene: Scene, positions: Positions) -> Box:
    x, y = positions[id]
    width, height = scene.size(id)
    return x, y, width, height


def _curve(source: Box, target: Box, ring: bool = False, head: bool = True) -> str:
    """From the left of what needs to the right of what is needed; around where they do not stand so."""
    sx, sy = source[0], source[1] + source[3] / 2
    tx, ty = target[0] + target[2], target[1] + target[3] / 2
    if tx <= sx:
        bend = min(max((sx - tx) / 2, 16), 160)
        return _drawn(sx, sy, sx - bend, tx + bend, tx, ty, -1, ring, head)
    if source[0] + source[2] <= target[0]:
        # it stands left of what it needs, as a person may put it
        sx, tx = source[0] + source[2], target[0]
        bend = min(max((tx - sx) / 2, 16), 160)
        return _drawn(sx, sy, sx + bend, tx - bend, tx, ty, 1, ring, head)
    # one above the other: around their right sides
    sx, tx = source[0] + source[2], target[0] + target[2]
    out = max(sx, tx) + 32
    return _drawn(sx, sy, out, out, tx, ty, -1, ring, head, start=1)


def _drawn(sx: float, sy: float, c1: float, c2: float, tx: float, ty: float, way: int, ring: bool, head: bool,
           start: int = 0) -> str:
    """The curve; `way` is the direction in which the arrow points, `start` that in which the line leaves."""
    begin = sx
    path = ""
    if ring:
        leave = start or way
        path = f"M{sx:g} {sy:g}a{DOT} {DOT} 0 1 0 {2 * DOT * leave:g} 0a{DOT} {DOT} 0 1 0 {-2 * DOT * leave:g} 0"
        begin = sx + 2 * DOT * leave
    path += f"M{begin:g} {sy:g}C{c1:g} {sy:g} {c2:g} {ty:g} {tx:g} {ty:g}"
    if head:
        path += f"m{-HEAD * way:g} {-HEAD + 1}l{HEAD * way:g} {HEAD - 1}l{-HEAD * way:g} {HEAD - 1}"
    return path


def _loop(box: Box) -> str:
    x, y, width, _ = box
    right = x + width
    return (f"M{right - 30:g} {y:g}C{right - 30:g} {y - 34:g} {right + 34:g} {y - 4:g} {right:g} {y + 20:g}"
            f"m7 -2l-7 2l2 -7")
