"""A picture as its pieces, each under a key of its own, and what changes from one picture to the next."""

from __future__ import annotations

from operator import attrgetter

from designer.export.around import Obstacles
from designer.export.boxes import bounds, boxes_of
from designer.export.cards import card_markup
from designer.export.edges import bundle_pieces, link_key, link_markup
from designer.export.frames import container_markup, wave_pieces
from designer.export.text import carried, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.boxes import Box, Boxes
    from designer.layout import Card, Layout, Link, Scene

# When more cards than these stand somewhere else, lines are not asked one by one whether they can stay.
MOST_MOVED = 12
_facts = attrgetter("kind", "name", "type", "label", "group", "icon", "enabled", "severity", "condition", "count",
                    "badges", "shared", "waits")
_shown = attrgetter("group", "icon", "name")
_kind = attrgetter("style", "enabled", "count", "kinds")

FRAMES = "frames"
EDGES = "edges"
NODES = "nodes"
LAYERS = (FRAMES, EDGES, NODES)


class Drawing:
    """A drawn picture.

    layers  of each layer, the hindmost first: the markup of its pieces by key
    view    left, top, width and height
    engine  what placed the cards
    scene   what it shows, and `boxes` where that stands: what the next drawing takes over from
    """

    __slots__ = ("layers", "view", "engine", "scene", "boxes")

    def __init__(self, layers: dict[str, dict[str, str]], view: Box, engine: str, scene: Scene | None = None,
                 boxes: Boxes | None = None) -> None:
        self.layers = layers
        self.view = view
        self.engine = engine
        self.scene = scene
        self.boxes: Boxes = boxes or {}

    def markup(self, title: str = "", ground: str = "") -> str:
        """The whole picture; `ground` is markup that stands behind everything."""
        left, top, width, height = self.view
        label = escape(title or "Dependency graph")
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="{left} {top} {width} {height}" '
                f'width="{width}" height="{height}" role="group" aria-label="{label}" data-engine="{self.engine}">')
        parts = [head, ground]
        for name, pieces in self.layers.items():
            parts += [f'<g class="{name}">', *pieces.values(), "</g>"]
        parts.append("</svg>\n")
        return "".join(parts)


class Difference:
    """What makes one drawing out of another.

    remove  the keys of pieces that are gone, as the markup carries them
    put     (key, layer, markup) of pieces that are new or look otherwise: each takes the place of the one of its key
    view    left, top, width and height of the new drawing
    """

    __slots__ = ("remove", "put", "view")

    def __init__(self, remove: list[str], put: list[tuple[str, str, str]], view: Box) -> None:
        self.remove = remove
        self.put = put
        self.view = view


def draw(scene: Scene, layout: Layout, live: bool = True, before: Drawing | None = None) -> Drawing:
    """The pieces of a scene's picture; those of a live one wear their keys as `data-key` and can be acted on.

    `before` is the drawing of the scene before an edit, as live as this one: its pieces are taken over where they
    would look the same.
    """
    boxes = boxes_of(scene, layout.positions)
    names = {id: escape(id) for id in boxes}
    known: _Known | None = None
    if before is not None and before.scene is not None:
        known = _Known(before, before.scene, scene, boxes)
    frames = wave_pieces(scene, boxes, live) if scene.options.waves else {}
    for container in scene.containers:
        frames["c:" + container.id] = container_markup(container, boxes, live)
    if known is not None and known.stands and scene.links is known.scene.links \
            and scene.bundles is known.scene.bundles:
        edges = known.drawing.layers[EDGES]
    else:
        edges = _edges(scene, boxes, names, live, known)
    nodes = {}
    for id, card in scene.cards.items():
        key = "n:" + id
        kept = known.card(card, key) if known is not None else None
        nodes[key] = card_markup(card, scene.cards, boxes[id], names, live) if kept is None else kept
    return Drawing({FRAMES: frames, EDGES: edges, NODES: nodes}, bounds(scene, boxes), layout.engine, scene, boxes)


def _edges(scene: Scene, boxes: Boxes, names: dict[str, str], live: bool, known: _Known | None) -> dict[str, str]:
    obstacles = Obstacles([boxes[id] for id in scene.cards])
    edges = {}
    for link in scene.links:
        key = link_key(link)
        kept = known.link(link, key) if known is not None else None
        edges[key] = link_markup(link, boxes, names, obstacles, live) if kept is None else kept
    for bundle in scene.bundles:
        edges.update(bundle_pieces(bundle, boxes, names, live))
    return edges


class _Known:
    """What may be taken over from a drawing: `moved` are the boxes that came, went, or stand somewhere else."""

    __slots__ = ("drawing", "scene", "boxes", "stands", "moved", "links", "others")

    def __init__(self, drawing: Drawing, scene: Scene, new: Scene, boxes: Boxes) -> None:
        self.drawing = drawing
        self.scene = scene
        self.boxes = boxes
        self.stands = boxes == drawing.boxes
        self.moved: list[Box] = []
        if not self.stands:
            old = drawing.boxes
            self.moved = [old[id] for id in old if boxes.get(id) != old[id]]
            self.moved += [boxes[id] for id in boxes if old.get(id) != boxes[id]]
        self.links = {link_key(link): link for link in scene.links} if new.links is not scene.links else {}
        # cards that badges show otherwise than before
        self.others = {id for id, card in new.cards.items() if scene.cards.get(id) is not card and (
            id not in scene.cards or _shown(scene.cards[id]) != _shown(card))}

    def card(self, card: Card, key: str) -> str | None:
        """The markup of a card, None where it has to be drawn."""
        old = self.scene.cards.get(card.id)
        if old is None or self.drawing.boxes.get(card.id) != self.boxes[card.id]:
            return None
        if old is not card and _facts(old) != _facts(card):
            return None
        if card.badges and self.others and not self.others.isdisjoint(card.badges):
            return None
        return self.drawing.layers[NODES].get(key)

    def link(self, link: Link, key: str) -> str | None:
        """The markup of a link, None where it has to be drawn."""
        old = self.links.get(key)
        if old is None or _kind(old) != _kind(link) or len(self.moved) > MOST_MOVED:
            return None
        source, target = self.boxes[link.source], self.boxes[link.target]
        if self.moved:
            if self.drawing.boxes.get(link.source) != source or self.drawing.boxes.get(link.target) != target:
                return None
            # a line goes around the cards between its ends, and looks a card's height above and below those
            left, right = min(source[0], target[0]), max(source[0] + source[2], target[0] + target[2])
            top = min(source[1], target[1]) - 2 * source[3]
            bottom = max(source[1], target[1]) + source[3] + 2 * target[3]
            for x, y, width, height in self.moved:
                if x <= right and x + width >= left and y <= bottom and y + height >= top:
                    return None
        return self.drawing.layers[EDGES].get(key)


def difference(old: Drawing, new: Drawing) -> Difference:
    """What is to be taken out of a drawing, and put into it, to have another one."""
    remove: list[str] = []
    put: list[tuple[str, str, str]] = []
    for layer in LAYERS:
        before, after = old.layers[layer], new.layers[layer]
        if before is after:
            continue
        remove += [carried(key) for key in before if key not in after]
        put += [(carried(key), layer, markup) for key, markup in after.items()
                if before.get(key) is not markup and before.get(key) != markup]
    return Difference(remove, put, new.view)
