"""A picture as PNG, rendered without a browser."""

from __future__ import annotations

from designer.errors import DesignerError
from designer.export.boxes import bounds, boxes_of
from designer.export.picture import scene_svg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout import Layout, Scene

# No viewer shows more, and no machine should have to.
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 20_000


def render(scene: Scene, layout: Layout, theme: str = "light", scale: float = 2) -> bytes:
    """The PNG of a scene; where it would be too large at this scale, a smaller one is taken.

    Raises DesignerError where the renderer is not installed or cannot draw it.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise DesignerError("cannot make a PNG: the package resvg-py is not installed; SVG needs nothing") from None
    _, _, width, height = bounds(scene, boxes_of(scene, layout.positions))
    scale = min(scale, LONGEST_SIDE / max(width, height), (MOST_PIXELS / (width * height)) ** 0.5)
    markup = scene_svg(scene, layout, theme=theme)
    try:
        return bytes(svg_to_bytes(svg_string=markup, width=max(1, int(width * scale)),
                                  height=max(1, int(height * scale)), font_family="Liberation Sans",
                                  sans_serif_family="DejaVu Sans"))
    except ValueError as error:
        raise DesignerError(f"cannot make a PNG: {error}") from None
