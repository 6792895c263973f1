"""What may be drawn: an analysis, with its severities and marks, or a bare graph."""

from __future__ import annotations

from designer.errors import DesignerError
from designer.layout.compose import compose, severities_of
from designer.layout.place import Layout, keep, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypeAlias

    from designer.analysis import Analysis
    from designer.graph import Graph
    from designer.layout.options import Options
    from designer.layout.scene import Scene

    Subject: TypeAlias = Analysis | Graph


def scene_of(subject: Subject, options: Options | None = None, before: Scene | None = None) -> Scene:
    """The scene of an analysis or a graph. Raises DesignerError where the analysis is of no template.

    `before` is the scene of the analysis that this one was made of: what is in it still is taken over. A scene is of
    use for that once.
    """
    graph = graph_of(subject)
    if graph is subject:
        return compose(graph, options)
    analysis: Any = subject
    severities = severities_of(analysis.diagnostics)
    if before is not None:
        from designer.layout.follow import follow

        found = follow(before, analysis, options or before.options, severities)
        if found is not None:
            return found
    return compose(graph, options, analysis.evaluation, severities, analysis.moment)


def lay_out(subject: Subject, options: Options | None = None,
            positions: Mapping[str, tuple[float, float]] | None = None, engine: str | None = None) -> Layout:
    """Positions for the picture of an analysis or a graph; what has a place in `positions` keeps it."""
    scene = scene_of(subject, options)
    return keep(scene, positions) if positions else place(scene, engine)


def graph_of(subject: Subject) -> Graph:
    """The graph of an analysis, or the graph itself. Raises DesignerError where there is none."""
    found: Any = getattr(subject, "graph", subject)
    if found is None:
        raise DesignerError("there is no graph of a text that is no template")
    return found  # type: ignore[no-any-return]
