"""Who refers to what in a template: kept, so that an edit asks only those that it concerns."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from designer.functions.evaluation import Evaluation
    from designer.functions.reference import Reference

    # a section and a name in it
    Owner: TypeAlias = "tuple[str, str]"

DEPENDS_ON = "depends_on"


class Uses:
    """Of each kind of reference, and each name referred to so: the owners.

    `unsure` are the owners that ask for an attribute by a path that is not known as a whole.
    """

    __slots__ = ("names", "unsure")

    def __init__(self, evaluation: Evaluation) -> None:
        self.names: dict[str, dict[str, dict[Owner, None]]] = {}
        self.unsure: dict[Owner, None] = {}
        for name, values in evaluation.resources.items():
            self.add(("resources", name), values.references)
            self.add_dependencies(name, values.resource.depends_on)
        for name, output in evaluation.outputs.items():
            self.add(("outputs", name), output.references)
        for name, references in evaluation.condition_references.items():
            self.add(("conditions", name), references)

    def add(self, owner: Owner, references: Iterable[Reference]) -> None:
        """Note what an owner refers to."""
        names = self.names
        for reference in references:
            kind = names.get(reference.kind)
            if kind is None:
                kind = names[reference.kind] = {}
            owners = kind.get(reference.target)
            if owners is None:
                kind[reference.target] = {owner: None}
            else:
                owners[owner] = None
            if reference.kind == "get_attr" and None in reference.steps:
                self.unsure[owner] = None

    def drop(self, owner: Owner, references: Iterable[Reference]) -> None:
        """Forget what an owner referred to: the references that were noted."""
        for reference in references:
            self._drop(reference.kind, reference.target, owner)
        self.unsure.pop(owner, None)

    def add_dependencies(self, name: str, places: Iterable[tuple[str, object]]) -> None:
        """Note what a resource says in `depends_on`."""
        for target, _ in places:
            self.names.setdefault(DEPENDS_ON, {}).setdefault(target, {})["resources", name] = None

    def drop_dependencies(self, name: str, places: Iterable[tuple[str, object]]) -> None:
        for target, _ in places:
            self._drop(DEPENDS_ON, target, ("resources", name))

    def of(self, target: str, *kinds: str) -> list[Owner]:
        """Who refers to a name in one of these ways, or in any where none is named."""
        found: dict[Owner, None] = {}
        for kind in kinds or self.names:
            found.update(self.names.get(kind, {}).get(target, {}))
        return list(found)

    def _drop(self, kind: str, target: str, owner: Owner) -> None:
        names = self.names.get(kind, {})
        owners = names.get(target)
        if owners is not None:
            owners.pop(owner, None)
            if not owners:
                del names[target]
