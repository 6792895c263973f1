"""A scene and its positions as SVG."""

from __future__ import annotations

from designer.export.cards import card_markup
from designer.export.edges import bundle_markup, link_markup
from designer.export.frames import container_markup, wave_markup
from designer.export.text import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from designer.layout import Layout, Scene

MARGIN = 24


def scene_svg(scene: Scene, layout: Layout, *, theme: str | None = None, title: str = "") -> str:
    """The picture of a scene.

    theme  None: markup for the page, which has the style; auto, light or dark: a file that stands alone with it
    title  what a screen reader calls the picture
    """
    positions = layout.positions
    frames: list[str] = []
    if scene.options.waves:
        frames = wave_markup(scene, positions)
    for container in scene.containers:
        frames.append(container_markup(container, scene, positions))
    links = [link_markup(link, scene, positions) for link in scene.links]
    for bundle in scene.bundles:
        links += bundle_markup(bundle, scene, positions)
    cards = [card_markup(card, scene, positions[card.id], theme is None) for card in scene.cards.values()]
    left, top, width, height = bounds(scene, positions)
    box = f"{left:g} {top:g} {width:g} {height:g}"
    label = escape(title or "Dependency graph")
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="{box}" width="{width:g}" '
            f'height="{height:g}" role="group" aria-label="{label}" data-engine="{layout.engine}">')
    style = ""
    if theme is not None:
        from designer.export.style import stylesheet

        style = (f"<title>{label}</title><style>{stylesheet(theme)}</style>"
                 f'<rect class="ground" x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"/>')
    return "".join([head, style, _layer("frames", frames), _layer("edges", links), _layer("nodes", cards), "</svg>\n"])


def bounds(scene: Scene, positions: dict[str, tuple[float, float]]) -> tuple[float, float, float, float]:
    """The left, top, width and height of a picture, its margin included."""
    from designer.export.frames import FRAME, TITLE

    if not positions:
        return (0, 0, 320, 120)
    framed = FRAME + TITLE if scene.containers or scene.options.waves else 0
    left = min([x for x, _ in positions.values()]) - MARGIN - framed
    top = min([y for _, y in positions.values()]) - MARGIN - framed
    right = bottom = 0.0
    for id, (x, y) in positions.items():
        width, height = scene.size(id)
        right = max(right, x + width) if right or left < 0 else x + width
        bottom = max(bottom, y + height)
    return left, top, right + MARGIN + framed - left, bottom + MARGIN + framed - top


def _layer(name: str, parts: Iterable[str]) -> str:
    return f'<g class="{name}">' + "".join(parts) + "</g>"
