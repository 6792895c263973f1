"""The hidden dependencies of a graph, and what an edit changes of them."""

from __future__ import annotations

from designer.graph.hidden import rules_for
from designer.graph.hidden.look import Look
from designer.graph.hidden.sides import Mark, Side
from designer.graph.model import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions import Evaluation
    from designer.graph.hidden.sides import By, Rule
    from designer.graph.model import Graph, GraphNode
    from designer.template import Resource


class Hidden:
    """The sides of all rules that a template meets, kept so that an edit changes only what it touches.

    `rules` are these, each with the type that adds it and its number there.
    """

    __slots__ = ("look", "sides", "rules", "_groups", "_made")

    def __init__(self, graph: Graph, evaluation: Evaluation,
                 types: Callable[[Resource], ResourceType | None] | None) -> None:
        self.look = Look(graph, evaluation, types)
        self.sides: dict[By, Side] = {}
        self.rules: list[tuple[str, int, Rule]] = _numbered(rules_for(self.look.plugins))
        self._groups: list[Group] | None = None
        self._made: dict[tuple[str, int], list[Group]] = {
            (type_name, number): self._make(type_name, rule, number, None) for type_name, number, rule in self.rules}
        self.look.clear()  # only an edit asks again

    @property
    def groups(self) -> list[Group]:
        """What follows: by the rules' types, then in the order of the text."""
        if self._groups is None:
            found = []
            for type_name, number, rule in self.rules:
                made = self._made.get((type_name, number))
                if made is None:
                    made = self._made[type_name, number] = self._make(type_name, rule, number, self._place)
                found += made
            self._groups = found
        return self._groups

    def beyond(self, name: str, forward: bool) -> Iterator[dict[str, bool | None]]:
        """What a resource waits for by hidden dependencies, group by group; backwards: what waits for it."""
        for _, _, (_, sources, targets, only) in self.rules:
            near, far = (sources, targets) if forward else (targets, sources)
            for key in self.sides[near].keys.get(name, ()):
                if key is only if only is not None else key.__class__ is not Mark:
                    names = self.sides[far].names.get(key)
                    if names is not None:
                        yield names

    def renew(self, changed: Iterable[str], before: dict[str, GraphNode]) -> bool:
        """Bring the groups up to date after the resources `changed` became otherwise, or came, or went.

        `before` are the nodes of those that were there. Says whether any group is another now.
        """
        look = self.look
        graph = look.graph
        names = dict.fromkeys(changed)
        if not look.interfaces:
            look.fill()
        else:
            for name in names:
                if name in before:
                    look.drop(name, before[name])
                if name in graph.nodes:
                    look.add(name, graph.nodes[name])
        around = {**names, **{other: None for name in names for other in graph.needing.get(name, ())}}
        place = self._place
        moved: set[By] = set()
        for by, side in self.sides.items():
            table = (look.plugins if by.plugin else look.interfaces).get(by.type, {})
            those = around if by.through else names
            # what went first: it stands nowhere, and nothing could be put in its place beside it
            for name in those:
                if name not in table and name in side.keys and side.renew(name, [], place):
                    moved.add(by)
            for name in those:
                if name in table and side.renew(name, by.keys(look, name), place):
                    moved.add(by)
        rules = _numbered(rules_for(look.plugins))
        sides = [by for _, _, rule in rules for by in rule[1:3]]
        if not moved and all(by in self.sides for by in sides):
            return False
        for by in sides:
            self._side(by, place)
        self.rules = rules
        for type_name, number, rule in rules:
            if rule[1] in moved or rule[2] in moved:
                self._made.pop((type_name, number), None)
        self._groups = None
        return True

    def _place(self, name: str) -> int:
        node = self.look.graph.nodes.get(name)
        return -1 if node is None else node.resource.key.start

    def _make(self, type_name: str, rule: Rule, number: int, place: Callable[[str], int] | None) -> list[Group]:
        """The groups of one rule; `place` sorts them where the sides do not stand in the order of the text any more."""
        words, sources, targets, only = rule
        waiting, awaited = self._side(sources, place).names, self._side(targets, place).names
        keys: list[Hashable] = [only] if only is not None else list(waiting)
        if only is None and place is not None:
            numbers: dict[Hashable, tuple[int, int]] = {}
            side = self._side(sources, place)
            for key, names in waiting.items():
                first = next(iter(names))
                numbers[key] = (place(first), list(side.keys[first]).index(key))
            keys.sort(key=numbers.__getitem__)
        found = []
        for key in keys:
            if key in waiting and key in awaited and (only is not None or key.__class__ is not Mark):
                found.append(Group(f"{type_name}/{number}/{key if key.__class__ is str else repr(key)}", type_name,
                                   words, waiting[key], awaited[key]))
        return found

    def _side(self, by: By, place: Callable[[str], int] | None) -> Side:
        side = self.sides.get(by)
        if side is None:
            side = self.sides[by] = Side()
            names = list((self.look.plugins if by.plugin else self.look.interfaces).get(by.type, ()))
            if place is not None:
                names.sort(key=place)
            for name in names:
                side.add(name, by.keys(self.look, name))
        return side


def _numbered(modules: list[Any]) -> list[tuple[str, int, Rule]]:
    return [(module.TYPE, number, rule) for module in modules for number, rule in enumerate(module.RULES)]

