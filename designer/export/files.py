"""An analysis or a graph to a file's content."""

from __future__ import annotations

from designer.layout import Options, Scene, compose, place, severities_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.graph import Graph
    from designer.layout import Layout

    Subject: TypeAlias = Analysis | Graph


def scene_of(subject: Subject, options: Options | None = None) -> Scene:
    """The scene of an analysis, with its severities and marks, or of a bare graph."""
    graph = graph_of(subject)
    if graph is subject:
        return compose(graph, options)
    analysis: Any = subject
    return compose(graph, options, analysis.evaluation, severities_of(analysis.diagnostics))


def svg(subject: Subject, options: Options | None = None, layout: Layout | None = None, theme: str = "auto",
        title: str = "") -> str:
    """An SVG file that stands alone; `theme` is auto (light, and dark by the reader's system), light or dark."""
    from designer.export.svg import scene_svg

    scene = scene_of(subject, options)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + scene_svg(scene, layout or place(scene), theme=theme, title=title, focusable=False)


def png(subject: Subject, options: Options | None = None, layout: Layout | None = None, theme: str = "light",
        scale: float = 2) -> bytes:
    """A PNG file of the same picture, `scale` pixels a unit.

    Raises DesignerError where the renderer is not installed or the picture would be too large for one.
    """
    from designer.export.pixels import render

    scene = scene_of(subject, options)
    return render(scene, layout or place(scene), theme, scale)


def dot(subject: Subject, options: Options | None = None) -> str:
    """Graphviz source with names, types and kinds."""
    from designer.export.graphviz import scene_dot

    return scene_dot(scene_of(subject, options or Options(collapse=(), badges=False)))


def mermaid(subject: Subject, options: Options | None = None) -> str:
    """A Mermaid flowchart with names, types and kinds."""
    from designer.export.mermaid import scene_mermaid

    return scene_mermaid(scene_of(subject, options or Options(collapse=(), badges=False)))


def graph_json(files: Iterable[tuple[str, Subject | None]]) -> dict[str, Any]:
    """The whole truth about graphs as `hot-designer graph --format json` prints it, for each path."""
    from designer.export.facts import graph_facts

    return {"version": 1, "files": [{"path": path, **graph_facts(None if subject is None else graph_of(subject))}
                                    for path, subject in files]}


def graph_of(subject: Subject) -> Graph:
    """The graph of an analysis, or the graph itself."""
    found: Any = getattr(subject, "graph", subject)
    if found is None:
        from designer.errors import DesignerError

        raise DesignerError("there is no graph of what is no template")
    return found  # type: ignore[no-any-return]
