"""A scene and its positions as SVG."""

from __future__ import annotations

from designer.export.around import Obstacles
from designer.export.boxes import bounds, boxes_of
from designer.export.cards import card_markup
from designer.export.edges import bundle_markup, link_markup
from designer.export.frames import container_markup, wave_markup
from designer.export.text import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Layout, Scene


def scene_svg(scene: Scene, layout: Layout, *, theme: str | None = None, title: str = "") -> str:
    """The picture of a scene.

    theme  None: markup for the page, which has the style; auto, light or dark: a file that stands alone with it
    title  what a screen reader calls the picture
    """
    boxes = boxes_of(scene, layout.positions)
    frames = wave_markup(scene, boxes) if scene.options.waves else []
    frames += [container_markup(container, boxes) for container in scene.containers]
    names = {id: escape(id) for id in boxes}
    obstacles = Obstacles([boxes[id] for id in scene.cards])
    links = [link_markup(link, boxes, names, obstacles) for link in scene.links]
    for bundle in scene.bundles:
        links += bundle_markup(bundle, boxes, names)
    live = theme is None
    cards = [card_markup(card, scene.cards, boxes[card.id], names, live) for card in scene.cards.values()]
    left, top, width, height = bounds(scene, boxes)
    label = escape(title or "Dependency graph")
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="{left} {top} {width} {height}" '
            f'width="{width}" height="{height}" role="group" aria-label="{label}" data-engine="{layout.engine}">')
    style = ""
    if theme is not None:
        from designer.export.style import stylesheet

        style = (f"<title>{label}</title><style>{stylesheet(theme)}</style>"
                 f'<rect class="ground" x="{left}" y="{top}" width="{width}" height="{height}"/>')
    return "".join([head, style, '<g class="frames">', *frames, '</g><g class="edges">', *links,
                    '</g><g class="nodes">', *cards, "</g></svg>\n"])
