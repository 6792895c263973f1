"""An analysis or a graph to a file's content."""

from __future__ import annotations

from designer.layout import Layout, Options, place, scene_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from designer.layout.subject import Subject


def svg(subject: Subject, layout: Layout | None = None, options: Options | None = None, *, standalone: bool = False,
        theme: str = "auto", title: str = "") -> str:
    """The picture as SVG: markup for the page, or a file that stands alone with its style.

    `layout` is what `lay_out` gave for the same options; without it one is made. `theme` of a file is auto (light, and
    dark by the reader's system), light or dark.
    """
    from designer.export.picture import scene_svg

    scene = scene_of(subject, options)
    layout = layout or place(scene)
    if not standalone:
        return scene_svg(scene, layout, title=title)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + scene_svg(scene, layout, theme=theme, title=title)


def png(subject: Subject, layout: Layout | None = None, options: Options | None = None, *, theme: str = "light",
        scale: float = 2) -> bytes:
    """A PNG file of the same picture, `scale` pixels a unit.

    Raises DesignerError where the renderer is not installed or the picture cannot be drawn.
    """
    from designer.export.pixels import render

    scene = scene_of(subject, options)
    return render(scene, layout or place(scene), theme, scale)


def dot(subject: Subject, options: Options | None = None) -> str:
    """Graphviz source with names, types and kinds."""
    from designer.export.digraph import scene_dot

    return scene_dot(scene_of(subject, options or Options(collapse=(), badges=False)))


def mermaid(subject: Subject, options: Options | None = None) -> str:
    """A Mermaid flowchart with names, types and kinds."""
    from designer.export.flowchart import scene_mermaid

    return scene_mermaid(scene_of(subject, options or Options(collapse=(), badges=False)))


def graph_json(files: Iterable[tuple[str, Subject | None]]) -> dict[str, Any]:
    """The whole truth about graphs as `hot-designer graph --format json` prints it, for each path."""
    from designer.export.facts import graph_facts

    told = []
    for path, subject in files:
        graph: Any = getattr(subject, "graph", subject) if subject is not None else None
        told.append({"path": path, **graph_facts(graph)})
    return {"version": 1, "files": told}
