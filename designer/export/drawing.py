"""A picture as its pieces, each under a key of its own, and what changes from one picture to the next."""

from __future__ import annotations

from designer.export.around import Obstacles
from designer.export.boxes import bounds, boxes_of
from designer.export.cards import card_markup
from designer.export.edges import bundle_pieces, link_key, link_markup
from designer.export.frames import container_markup, wave_pieces
from designer.export.text import carried, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.export.boxes import Box
    from designer.layout import Layout, Scene

FRAMES = "frames"
EDGES = "edges"
NODES = "nodes"
LAYERS = (FRAMES, EDGES, NODES)


class Drawing:
    """A drawn picture.

    layers  of each layer, the hindmost first: the markup of its pieces by key
    view    left, top, width and height
    engine  what placed the cards
    """

    __slots__ = ("layers", "view", "engine")

    def __init__(self, layers: dict[str, dict[str, str]], view: Box, engine: str) -> None:
        self.layers = layers
        self.view = view
        self.engine = engine

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


def draw(scene: Scene, layout: Layout, live: bool = True) -> Drawing:
    """The pieces of a scene's picture; those of a live one wear their keys as `data-key` and can be acted on."""
    boxes = boxes_of(scene, layout.positions)
    names = {id: escape(id) for id in boxes}
    frames = wave_pieces(scene, boxes, live) if scene.options.waves else {}
    for container in scene.containers:
        frames["c:" + container.id] = container_markup(container, boxes, live)
    obstacles = Obstacles([boxes[id] for id in scene.cards])
    edges = {link_key(link): link_markup(link, boxes, names, obstacles, live) for link in scene.links}
    for bundle in scene.bundles:
        edges.update(bundle_pieces(bundle, boxes, names, live))
    nodes = {"n:" + id: card_markup(card, scene.cards, boxes[id], names, live) for id, card in scene.cards.items()}
    return Drawing({FRAMES: frames, EDGES: edges, NODES: nodes}, bounds(scene, boxes), layout.engine)


def difference(old: Drawing, new: Drawing) -> Difference:
    """What is to be taken out of a drawing, and put into it, to have another one."""
    remove: list[str] = []
    put: list[tuple[str, str, str]] = []
    for layer in LAYERS:
        before, after = old.layers[layer], new.layers[layer]
        if before is after:
            continue
        remove += [carried(key) for key in before if key not in after]
        put += [(carried(key), layer, markup) for key, markup in after.items() if before.get(key) != markup]
    return Difference(remove, put, new.view)
