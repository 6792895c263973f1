"""What a graph costs beyond reading: building it, placing its cards, drawing them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

from bench.generate import template
from designer.analysis import analyse
from designer.export import graph_json, scene_svg
from designer.graph import build_graph
from designer.layout import Options, dot, keep, place, scene_of

RUNS = 5
OPEN = Options(collapse=())


def run() -> list[tuple[str, float, str, str]]:
    """Milliseconds of processor time for each step at 100 and 1,000 resources; of the clock where `dot` works."""
    rows: list[tuple[str, float, str, str]] = []
    graphs: dict[int, float] = {}
    for size in (100, 1_000, 10_000):
        analysis = analyse(template(size))
        assert analysis.template is not None and analysis.evaluation is not None and analysis.graph is not None
        build = lambda analysis=analysis: build_graph(  # noqa: E731
            analysis.template, analysis.evaluation, analysis.types).cycles
        graphs[size] = _best(build)
        note = "at most 20" if size == 1_000 else ""
        rows.append((f"graph and its cycles, {size} resources", graphs[size], "ms", note))
        if size == 10_000:
            continue
        pairs = sum(1 for _ in analysis.graph.pairs())
        rows.append((f"the same, every pair written as JSON, {size}", _best(lambda a=analysis: graph_json([("a", a)])),
                     "ms", f"{pairs} pairs"))
        scene = scene_of(analysis, OPEN)
        rows.append((f"what is drawn, {size}", _best(lambda a=analysis: scene_of(a, OPEN)), "ms",
                     f"{len(scene.cards)} cards"))
        if dot.find_dot() is not None:
            rows.append((f"places by dot, {size}", _best(lambda s=scene: place(s, "dot"), time.perf_counter), "ms", ""))
        layout = place(scene, "layered")
        rows += [
            (f"places by the built-in layout, {size}", _best(lambda s=scene: place(s, "layered")), "ms", ""),
            (f"places after an edit, {size}", _best(lambda s=scene, p=layout.positions: keep(s, p)), "ms", ""),
            (f"SVG, {size}", _best(lambda s=scene, p=layout: scene_svg(s, p)), "ms",
             f"{len(scene_svg(scene, layout)) // 1000} kB")]
        if size == 1_000:
            rows.append(("picture as it starts, groups collapsed, 1,000",
                         _best(lambda a=analysis: _whole(a), time.perf_counter), "ms", ""))
    rows.append(("graph of 10,000 against 1,000", graphs[10_000] / graphs[1_000], "times", ""))
    return rows


def _whole(analysis: Any) -> str:
    scene = scene_of(analysis)
    return scene_svg(scene, place(scene))


def _best(act: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The least of several runs, in milliseconds: what else the machine did counts as little as can be."""
    found = float("inf")
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        started = clock()
        act()
        found = min(found, clock() - started)
        gc.enable()
    return 1000 * found
