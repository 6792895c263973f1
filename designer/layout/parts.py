"""The parts of a scene that hang together, each laid out by itself."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.scene import Container, Scene

# How much of a link's pull: what the text says holds things closer together than what plug-ins add.
WEIGHTS = {"hidden": 1, "depends": 1, "reference": 3, "attribute": 3}


class Part:
    """Cards and junctions that hang together.

    ids         in the order of the scene; a number below is an index into them
    edges       (needed, needing, weight): from left to right
    containers  numbers of the members of each container in it
    """

    __slots__ = ("ids", "edges", "containers", "sizes")

    def __init__(self, ids: list[str], sizes: list[tuple[int, int]]) -> None:
        self.ids = ids
        self.sizes = sizes
        self.edges: list[tuple[int, int, int]] = []
        self.containers: list[list[int]] = []


def split(scene: Scene) -> tuple[list[Part], list[str]]:
    """The parts of more than one card, and the ids of the cards that stand alone; both in the order of the scene."""
    joined = _Joined()
    edges: list[tuple[str, str, int]] = []
    for link in scene.links:
        if link.source != link.target:
            edges.append((link.target, link.source, WEIGHTS[link.style]))
    for bundle in scene.bundles:
        edges += [(target, bundle.id, 1) for target in bundle.targets]
        edges += [(bundle.id, source, 1) for source in bundle.sources]
    for one, other, _ in edges:
        joined.join(one, other)
    for container in scene.containers:
        for member in container.members:
            joined.join(container.members[0], member)
    members: dict[str, list[str]] = {}
    for id in [*scene.cards, *[bundle.id for bundle in scene.bundles]]:
        members.setdefault(joined.root(id), []).append(id)
    parts = {root: Part(ids, [scene.size(id) for id in ids]) for root, ids in members.items() if len(ids) > 1}
    numbers = {id: (part, number) for part in parts.values() for number, id in enumerate(part.ids)}
    for one, other, weight in dict.fromkeys(edges):
        part, number = numbers[one]
        part.edges.append((number, numbers[other][1], weight))
    _add_containers(scene.containers, numbers)
    return list(parts.values()), [ids[0] for ids in members.values() if len(ids) == 1]


def _add_containers(containers: list[Container], numbers: dict[str, tuple[Part, int]]) -> None:
    for container in containers:
        inside = [numbers[member] for member in container.members if member in numbers]
        if len(inside) > 1:
            inside[0][0].containers.append([number for _, number in inside])


class _Joined:
    """Which ids hang together (union and find)."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}

    def root(self, id: str) -> str:
        parents = self.parents
        at = id
        while parents.get(at, at) != at:
            at = parents[at]
        while parents.get(id, id) != at:
            parents[id], id = at, parents[id]
        return at

    def join(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self.parents[second] = first
