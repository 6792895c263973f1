"""A scene and its positions as SVG."""

from __future__ import annotations

from designer.export.drawing import draw
from designer.export.text import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Layout, Scene


def scene_svg(scene: Scene, layout: Layout, *, theme: str | None = None, title: str = "") -> str:
    """The picture of a scene.

    theme  None: markup for the page, which has the style; auto, light or dark: a file that stands alone with it
    title  what a screen reader calls the picture
    """
    drawing = draw(scene, layout, live=theme is None)
    if theme is None:
        return drawing.markup(title)
    from designer.export.style import stylesheet

    left, top, width, height = drawing.view
    return drawing.markup(title, (
        f"<title>{escape(title or 'Dependency graph')}</title><style>{stylesheet(theme)}</style>"
        f'<rect class="ground" x="{left}" y="{top}" width="{width}" height="{height}"/>'))
