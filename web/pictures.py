"""Pictures of an opened template: for the page, for the gallery, to take away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from designer import export
from designer.layout import HIDDEN, OUTPUTS, PARAMETERS, REDUNDANT, Options, keep, place, scene_of
from web import presenting
from web.documents import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.datastructures import MultiDict

    from designer.layout import Layout, Scene

# Layers that a person switches on; hidden dependencies are there unless switched off.
LAYERS = (PARAMETERS, OUTPUTS, REDUNDANT)
WAVES = "waves"
NOTHING = "none"
MOST_COLLAPSED = 100


class Choice:
    """What a person asked to see: layers, by waves or not, badges or not, and what is collapsed (None: as it suits)."""

    __slots__ = ("layers", "waves", "badges", "collapse")

    def __init__(self, layers: tuple[str, ...] = (HIDDEN,), waves: bool = False, badges: bool = True,
                 collapse: tuple[str, ...] | None = None) -> None:
        self.layers = layers
        self.waves = waves
        self.badges = badges
        self.collapse = collapse

    @property
    def key(self) -> tuple[object, ...]:
        return (self.layers, self.waves, self.badges, self.collapse)

    @property
    def options(self) -> Options:
        return Options(self.layers, self.collapse, self.waves, self.badges)


def choice(query: MultiDict[str, str]) -> Choice:
    """The choice that a query names: `layer`, `view=waves`, `badges=no`, `hidden=no`, `collapse`.

    `collapse` is `*` for all, `none`, or the ids of containers; what is named wrongly is left out.
    """
    layers = tuple(layer for layer in LAYERS if layer in query.getlist("layer"))
    if query.get("hidden") != "no":
        layers = (HIDDEN, *layers)
    named = query.getlist("collapse")[:MOST_COLLAPSED]
    collapse = tuple(sorted(set(named) - {NOTHING})) if named else None
    return Choice(layers, query.get("view") == WAVES, query.get("badges") != "no", collapse)


class Picture:
    """A graph drawn for a page: its markup, how many cards it has, what placed them, and who needs whom."""

    __slots__ = ("svg", "cards", "engine", "relations")

    def __init__(self, svg: str, cards: int, engine: str, relations: dict[str, Any]) -> None:
        self.svg = svg
        self.cards = cards
        self.engine = engine
        self.relations = relations


def picture(opened: Opened, chosen: Choice, tidy: bool = False) -> Picture | None:
    """The graph as the page shows it; None where the text has none. `tidy` places every card anew."""
    if opened.analysis.graph is None:
        return None
    if tidy:
        opened.places.pop(chosen.key, None)
        opened.drawings.forget(chosen.key)
    return drawn(opened, chosen)


def drawn(opened: Opened, chosen: Choice) -> Picture:
    """The picture, from memory where it was drawn before."""
    def draw() -> Picture:
        scene = scene_of(opened.analysis, chosen.options)
        layout = placed(opened, chosen, scene)
        relations = presenting.relations(opened)
        relations["within"] = {member: card.id for card in scene.cards.values() for member in card.members}
        return Picture(export.scene_svg(scene, layout), len(scene.cards), layout.engine, relations)

    return opened.draw(chosen.key, draw)


def placed(opened: Opened, chosen: Choice, scene: Scene) -> Layout:
    """Where the cards stand: where they stood before an edit, or placed for the first time."""
    before = opened.places.get(chosen.key)
    layout = keep(scene, before) if before and not chosen.waves else place(scene)
    opened.places[chosen.key] = layout.positions
    return layout


def thumbnail(opened: Opened) -> str:
    """The picture in small, as a file that stands alone."""
    chosen = Choice()
    scene = scene_of(opened.analysis, chosen.options)
    return export.scene_svg(scene, placed(opened, chosen, scene), theme="auto", title=opened.name)


def as_svg(opened: Opened, chosen: Choice) -> bytes:
    """The SVG file, its cards where the page has them."""
    layout = placed(opened, chosen, scene_of(opened.analysis, chosen.options))
    return export.svg(opened.analysis, layout, chosen.options, standalone=True, title=opened.name).encode()


def as_png(opened: Opened, chosen: Choice) -> bytes:
    """The PNG file, its cards where the page has them."""
    layout = placed(opened, chosen, scene_of(opened.analysis, chosen.options))
    return export.png(opened.analysis, layout, chosen.options)


def as_dot(opened: Opened, chosen: Choice) -> bytes:
    """Graphviz source."""
    return export.dot(opened.analysis).encode()


def as_mermaid(opened: Opened, chosen: Choice) -> bytes:
    """A Mermaid flowchart."""
    return export.mermaid(opened.analysis).encode()


FILES: dict[str, tuple[str, Callable[[Opened, Choice], bytes]]] = {
    "svg": ("image/svg+xml", as_svg),
    "png": ("image/png", as_png),
    "dot": ("text/vnd.graphviz", as_dot),
    "mmd": ("text/vnd.mermaid", as_mermaid),
}


def as_json(opened: Opened) -> str:
    """Diagnostics and graph as data, in the form that the command line prints."""
    from designer.report import Result
    from designer.report.as_json import part

    analysis = opened.analysis
    result = Result(opened.name, analysis.diagnostics, analysis.document, analysis.environment.documents)
    facts = export.graph_json([(opened.name, analysis if analysis.graph is not None else None)])["files"][0]
    counts = presenting.counts(opened)
    summary = {"files": 1, "errors": counts["error"], "warnings": counts["warning"], "infos": counts["info"]}
    return json.dumps({"version": 1, "files": [{**part(result), **facts}], "summary": summary}) + "\n"
