"""What is to become of a template's values: a tree of changes beside the tree of nodes.

A change says what is meant, not how it is written: `meaning` does it to plain values, `text edits` do it to the text,
and that both come to the same is verified. Steps and positions always mean the template as it was.
"""

from __future__ import annotations

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence as Steps
    from typing import Any, TypeAlias

    Step: TypeAlias = str | int
    Path: TypeAlias = tuple[str | int, ...]


class Missing:
    """Stands for no value at all."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()
FIRST = MISSING
"""As the place of an insertion: before everything else."""


class Insertion:
    """A new child of a collection, behind the child at the step `after` (FIRST: before all).

    `key` is its name in a map, None in a list. `lines` is how it is written already, in lines that begin at the
    column of the collection's keys or dashes; `source` the child that moves here.
    """

    __slots__ = ("after", "key", "value", "lines", "source")

    def __init__(self, after: Step | Missing, key: str | None, value: Any, lines: list[str] | None = None,
                 source: Step | None = None) -> None:
        self.after = after
        self.key = key
        self.value = value
        self.lines = lines
        self.source = source


class Change:
    """What becomes of one value: taken out, put in its place, renamed, or changed inside.

    `lines` is how a map or list that takes its place is written already, in lines that begin at the column of its keys
    or dashes; `typed` is the YAML of the value, where a person wrote it.
    """

    __slots__ = ("value", "removed", "name", "inner", "insertions", "lines", "typed")

    def __init__(self) -> None:
        self.value: Any = MISSING
        self.lines: list[str] | None = None
        self.typed: str | None = None
        self.removed = False
        self.name: str | None = None
        self.inner: dict[Step, Change] = {}
        self.insertions: list[Insertion] = []

    @property
    def final(self) -> bool:
        """Whether what is inside no longer matters."""
        return self.removed or self.value is not MISSING

    def at(self, path: Steps[Step]) -> Change:
        """The change at a path below, made where there is none yet."""
        change = self
        for step in path:
            if change.final:
                raise DesignerError("two parts of one edit mean the same place")
            change = change.inner.setdefault(step, Change())
        return change

    def covered(self, path: Steps[Step]) -> bool:
        """Whether the place at a path goes, with what it stands in or by itself."""
        change: Change | None = self
        for step in path:
            if change is None:
                return False
            if change.final:
                return True
            change = change.inner.get(step)
        return change is not None and change.final

    def set(self, path: Steps[Step], value: Any) -> None:
        """Put a value in the place of another."""
        change = self.at(path)
        change.value = value
        change.inner = {}
        change.insertions = []

    def remove(self, path: Steps[Step]) -> None:
        """Take an entry or item out; nothing happens where it goes already."""
        if self.covered(path):
            return
        change = self.at(path)
        change.removed = True
        change.inner = {}
        change.insertions = []

    def insert(self, path: Steps[Step], insertion: Insertion) -> None:
        """Put a new child into the collection at a path."""
        change = self.at(path)
        if change.final:
            raise DesignerError("two parts of one edit mean the same place")
        change.insertions.append(insertion)

    def rename(self, path: Steps[Step], name: str) -> None:
        """Give an entry another key."""
        self.at(path).name = name
