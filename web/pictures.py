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
    from web.presenting import Relations

# Layers that a person switches on; hidden dependencies are there unless switched off.
LAYERS = (PARAMETERS, OUTPUTS, REDUNDANT)
WAVES = "waves"
NOTHING = "none"
MOST_COLLAPSED = 100


class Choice:
    """What a person asked to see: layers, by waves or not, badges or not, and what is collapsed (None: as it suits).

    `template` is the stored template that it is a picture of, `pins` where a person put its cards: the middle of each.
    """

    __slots__ = ("layers", "waves", "badges", "collapse", "template", "pins", "_pinned")

    def __init__(self, layers: tuple[str, ...] = (HIDDEN,), waves: bool = False, badges: bool = True,
                 collapse: tuple[str, ...] | None = None, template: str = "") -> None:
        self.layers = layers
        self.waves = waves
        self.badges = badges
        self.collapse = collapse
        self.template = template
        self.pins: dict[str, tuple[float, float]] = {}
        self._pinned = 0

    def pin(self, template: str, pins: dict[str, tuple[float, float]]) -> None:
        """Say which stored template it is, and where its cards were put."""
        self.template = template
        self.pins = {} if self.waves else pins
        self._pinned = hash(frozenset(self.pins.items())) if self.pins else 0

    @property
    def view(self) -> tuple[object, ...]:
        """What positions are kept by."""
        return (self.layers, self.waves, self.badges, self.collapse, self.template)

    @property
    def usual(self) -> bool:
        """Whether it is what a page shows before anybody chose anything."""
        return self.view[:-1] == Choice().view[:-1]

    @property
    def key(self) -> tuple[object, ...]:
        """What drawings are kept by."""
        return (*self.view, self._pinned)

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
    """A graph drawn for a page: its pieces, how many cards it has, and who needs whom.

    `needed` holds for each resource the rows [target, label] of what it needs; `groups` the rows [sources, targets]
    of many-on-many dependencies; `within` the collapsed container that stands for a resource; `pins` tells apart
    pictures of one text whose cards were put elsewhere.
    """

    __slots__ = ("drawing", "cards", "known", "within", "pins")

    def __init__(self, drawing: export.Drawing, cards: int, relations: Relations, within: dict[str, str],
                 pins: str = "") -> None:
        self.drawing = drawing
        self.cards = cards
        self.known = relations
        self.within = within
        self.pins = pins

    @property
    def needed(self) -> dict[str, list[list[str]]]:
        return self.known.needed

    @property
    def groups(self) -> list[list[list[str]]]:
        return self.known.groups

    @property
    def svg(self) -> str:
        return self.drawing.markup()

    @property
    def engine(self) -> str:
        return self.drawing.engine

    @property
    def relations(self) -> dict[str, Any]:
        """What the page's script reads: `edges` (rows [source, target, label]), `groups`, `within`, `pins`."""
        return {"edges": [[source, *row] for source, rows in self.needed.items() for row in rows],
                "groups": self.groups, "within": self.within, "pins": self.pins}


def picture(opened: Opened, chosen: Choice, tidy: bool = False) -> Picture | None:
    """The graph as the page shows it; None where the text has none. `tidy` places every card anew."""
    if opened.analysis.graph is None:
        return None
    if tidy:
        opened.places.pop(chosen.view, None)
        opened.drawings.forget(chosen.key)
    return drawn(opened, chosen)


def drawn(opened: Opened, chosen: Choice, before: Picture | None = None) -> Picture:
    """The picture, from memory where it was drawn before; what looks as in the picture `before` is taken over."""
    def draw() -> Picture:
        old, known = (before.drawing, before.known) if before is not None else (None, None)
        scene = scene_of(opened.analysis, chosen.options, old.scene if old is not None else None)
        drawing = export.draw(scene, placed(opened, chosen, scene), before=old)
        if before is not None and old is not None and old.scene is not None and (
                old.scene.collapsed is scene.collapsed):
            within = before.within
        else:
            within = {member: card.id for card in scene.cards.values() for member in card.members}
        return Picture(drawing, len(scene.cards), presenting.relations(opened, known), within, str(chosen.key[-1]))

    found: Picture = opened.draw(chosen.key, draw)
    opened.latest = chosen.view, found
    return found


def changes(before: Opened, now: Opened, chosen: Choice, pins: str | None = None) -> dict[str, Any] | None:
    """What makes the picture of a text out of that of the text before it, for a page that shows the latter.

    `pins` is what the page was told of the picture that it shows; without it, that is the one drawn last.

    Yields, as JSON takes it:

    from, id  the two texts
    remove    keys of pieces
    put       rows [key, layer, markup] of pieces, elements of SVG that wear the key as `data-key`: each in the place
              of the one of its key, or, where there is none, in the layer (`frames`, `edges`, `nodes`: the class of
              a `<g>`), at its end
    view      the new left, top, width and height
    cards     how many there are now
    needed    of each resource that needs something else than before: rows [target, label], none where it is gone
    groups, within  as `Picture.relations` has them, null where they did not change
    pins      as `Picture.relations` has them

    None where the picture before is not at hand, or none is to be had now: the page then asks for the whole.
    """
    old: Picture | None = before.drawings.get(chosen.key)
    if pins is not None and (old is None or old.pins != pins):
        old = before.drawings.get((*chosen.view, int(pins))) if pins.lstrip("-").isdecimal() else None
    elif old is None and before.latest is not None and before.latest[0] == chosen.view:
        old = before.latest[1]  # cards were put elsewhere since: that is among what changed
    if old is None or not old.cards or now.analysis.graph is None:
        return None
    new = drawn(now, chosen, old)
    if not new.cards:
        return None
    found = export.difference(old.drawing, new.drawing)
    was, now_needed = old.needed, new.needed
    edited = presenting.edited_between(now, old.known)
    names = {*was, *now_needed} if edited is None else edited
    needed: dict[str, list[list[str]]] = {
        name: now_needed.get(name, []) for name in names if was.get(name, []) != now_needed.get(name, [])}
    return {"from": before.id, "id": now.id, "remove": found.remove, "put": found.put, "view": found.view,
            "cards": new.cards, "needed": needed, "groups": _unless_same(old.groups, new.groups),
            "within": _unless_same(old.within, new.within), "pins": new.pins}


def _unless_same(old: object, new: object) -> Any:
    return None if old is new or old == new else new


def placed(opened: Opened, chosen: Choice, scene: Scene) -> Layout:
    """Where the cards stand: where they stood before an edit, or placed for the first time."""
    before = opened.places.get(chosen.view)
    layout = keep(scene, before) if before and not chosen.waves else place(scene)
    opened.stand(chosen.view, layout.positions)
    return _pinned(scene, layout, chosen) if chosen.pins else layout


def _pinned(scene: Scene, layout: Layout, chosen: Choice) -> Layout:
    """The cards that a person put somewhere there, the others where they stand anyway.

    Where those stand is kept apart, so that what is no longer put anywhere goes back to its place.
    """
    positions = {id: layout.positions[id] for id in scene.cards}
    for id, (x, y) in chosen.pins.items():
        card = scene.cards.get(id)
        if card is not None:
            positions[id] = (x - card.size[0] / 2, y - card.size[1] / 2)
    return keep(scene, positions)


def thumbnail(opened: Opened, chosen: Choice | None = None) -> str:
    """The picture in small, as a file that stands alone."""
    chosen = chosen or Choice()
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
