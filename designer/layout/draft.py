"""What a scene is drawn up of, resource by resource, so that the next one takes over what an edit left alone."""

from __future__ import annotations

from designer.catalog.services import group_of, label_of
from designer.layout.marks import COUNTS, condition_of, count_of, sign_of
from designer.layout.options import EVERY, MANY
from designer.layout.scene import RESOURCE, Card, Link, style_of
from designer.layout.tiers import Tiers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from designer.functions import Evaluation
    from designer.graph import Edge, Graph
    from designer.graph.order import Order
    from designer.layout.scene import Bundle, Scene

MOST_LOOKS = 4096
_looks: dict[str, tuple[str, str, str]] = {}


class Draft:
    """A scene before anything is collapsed. It belongs to one scene, and is taken from it by the one that follows.

    order, version  the order of the graph, and how many edits it had followed; `moment` that of the analysis
    severities      the worst severity of each resource that has a diagnostic
    cards           of each resource, and of what else is shown
    links           by their source: those drawn, without those that others imply; `shown`: without those to badges
    users           how many links lead to each card; `shared`: the cards that are badges
    ends            of each hidden group: those of its sources and targets that are drawn
    hidden          by their source and their target: the links that hidden groups add
    bundles, waits  hidden groups drawn through a junction; words on those too wide to draw, by their sources
    tiers           what belongs together
    inside          of what is in a collapsed container: that container's id
    outer           of each collapsed container: its card, and the links from it
    """

    __slots__ = ("graph", "order", "version", "moment", "severities", "cards", "links", "shown", "users", "shared",
                 "ends", "hidden", "bundles", "waits", "tiers", "inside", "outer")

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.order: Order = graph.order
        self.version = 0
        self.moment: object = None
        self.severities: Mapping[str, str] = {}
        self.cards: dict[str, Card] = {}
        self.links: dict[str, list[Link]] = {}
        self.shown: dict[str, list[Link]] = {}
        self.users: dict[str, int] = {}
        self.shared: set[str] = set()
        self.ends: dict[str, tuple[list[str], list[str]]] = {}
        self.hidden: dict[str, dict[str, Link]] = {}
        self.bundles: list[Bundle] = []
        self.waits: dict[str, list[str]] = {}
        self.tiers = Tiers(graph)
        self.inside: dict[str, str] = {}
        self.outer: dict[str, tuple[Card, list[Link]]] = {}

    def card(self, name: str, evaluation: Evaluation | None) -> None:
        """Have a card for a resource, that says what is in its own text."""
        node = self.graph.nodes[name]
        type_name = node.resource.type or ""
        look = _looks.get(type_name)
        if look is None:
            group = group_of(type_name)
            look = label_of(type_name), group, sign_of(type_name, group)
            if len(_looks) < MOST_LOOKS:
                _looks[type_name] = look
        card = self.cards[name] = Card(name, RESOURCE, name, type_name, *look, node.enabled)
        if node.resource.condition is not None:
            card.condition = condition_of(node.resource)
        if evaluation is not None and type_name in COUNTS and name in evaluation.resources:
            card.count = count_of(type_name, evaluation.resources[name].properties)

    def mark(self, id: str) -> None:
        """Have a new card say what follows from others; its badges are for `show` to tell."""
        card = self.cards[id]
        card.severity = self.severities.get(id, "")
        if id in self.shared:
            card.shared = self.users[id]
        if id in self.waits:
            card.waits = self.waits[id]

    def links_of(self, name: str, redundant: bool) -> list[Link]:
        """The links of a resource's explicit edges; those that others imply only where that is asked for."""
        order, edges = self.order, self.graph.needed[name]
        implied = 0 if redundant else order.implied_by_text[order.numbers[name]]
        if not implied:
            return [_link(edge) for edge in edges.values()]
        return [_link(edge) for target, edge in edges.items()
                if target == name or not order.among(order.implied_by_text, name, target)]

    def use(self, links: list[Link], by: int) -> None:
        """Count links to each card, or count them off."""
        for link in links:
            if link.source != link.target:
                self.users[link.target] = self.users.get(link.target, 0) + by

    def show(self, id: str) -> None:
        """Tell apart the links from a card that are drawn, and those that are badges on it."""
        links, shared = self.links[id], self.shared
        if shared and links:
            badges = [link.target for link in links if link.target in shared]
            if badges:
                self.cards[id].badges = badges
                links = [link for link in links if link.target not in shared]
        self.shown[id] = links

    def fill(self, scene: Scene, moment: object, changed: Collection[str] | None) -> None:
        """Fill in a scene that has its options only.

        `changed` are the ids of cards that are others, or have other links, than in the scene drawn up before; None is
        all of them.
        """
        self.order, self.version, self.moment = self.graph.order, self.graph.order.version, moment
        scene.draft = self
        nodes = self.graph.nodes
        ids = list(nodes)
        if len(ids) < len(self.cards):
            ids += [id for id in self.cards if id not in nodes]
        if scene.options.waves:
            scene.waves = {name: number for number, wave in enumerate(self.graph.waves) for name in wave}
        else:
            collapse = scene.options.collapse
            for container in self.tiers.containers:
                collapsed = len(ids) > MANY if collapse is None else container.id in collapse or EVERY in collapse
                (scene.collapsed if collapsed else scene.containers).append(container)
        if scene.collapsed:
            from designer.layout.collapse import collapse_containers

            collapse_containers(scene, self, ids, changed)
            return
        self.inside, self.outer = {}, {}
        scene.cards = {id: self.cards[id] for id in ids}
        scene.links = [link for id in ids for link in self.shown.get(id, ())]
        scene.links += [link for links in self.hidden.values() for link in links.values()]
        scene.bundles = self.bundles


def _link(edge: Edge) -> Link:
    kinds = edge.kinds
    return Link(edge.source, edge.target, kinds, style_of(kinds), edge.enabled)
