"""The hidden dependencies of a graph, and what an edit changes of them."""

from __future__ import annotations

from designer.graph.hidden import rules_for
from designer.graph.hidden.look import Look
from designer.graph.hidden.sides import Mark, Side
from designer.graph.model import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.functions import Evaluation
    from designer.graph.hidden.sides import By, Rule
    from designer.graph.model import Graph, GraphNode
    from designer.template import Resource


class Hidden:
    """The sides of all rules that a template meets, kept so that an edit changes only what it touches.

    `groups` are what follows: by the rules' types, then in the order of the text.
    """

    __slots__ = ("look", "sides", "groups")

    def __init__(self, graph: Graph, evaluation: Evaluation,
                 types: Callable[[Resource], ResourceType | None] | None) -> None:
        self.look = Look(graph, evaluation, types)
        self.sides: dict[By, Side] = {}
        self.groups = self._all(rules_for(self.look.plugins), None)
        self.look.clear()  # only an edit asks again

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

        def place(name: str) -> int:
            node = graph.nodes.get(name)
            return -1 if node is None else node.resource.key.start

        moved: set[By] = set()
        for by, side in self.sides.items():
            table = (look.plugins if by.plugin else look.interfaces).get(by.type, {})
            for name in around if by.through else names:
                if name in table:
                    if side.renew(name, by.keys(look, name), place):
                        moved.add(by)
                elif name in side.keys and side.renew(name, [], place):
                    moved.add(by)
        modules = rules_for(look.plugins)
        if not moved and all(by in self.sides for module in modules for rule in module.RULES for by in rule[1:3]):
            return False
        self.groups = self._all(modules, place)
        return True

    def _all(self, modules: list[Any], place: Callable[[str], int] | None) -> list[Group]:
        return [group for module in modules for number, rule in enumerate(module.RULES)
                for group in self._groups(module.TYPE, rule, number, place)]

    def _groups(self, type_name: str, rule: Rule, number: int, place: Callable[[str], int] | None) -> list[Group]:
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

