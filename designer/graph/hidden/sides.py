"""The two sides of a hidden dependency: resources told apart by keys, those with the same key belonging together.

What a side holds follows from each resource by itself, so that an edit of one changes only its own entries.
"""

from __future__ import annotations

from designer.graph.model import both
from designer.syntax.ordered import Ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import TypeAlias

    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

    # words on why, who waits, what for, and the one key it is about (None: every key but a Mark)
    Rule: TypeAlias = "tuple[str, By, By, Mark | None]"


class Mark:
    """A key that stands for no value: only a rule that names it looks at it."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


class By:
    """A way to tell resources of a type apart: `keys(look, name)` are what one is known by.

    `plugin` takes only those with the type's own plug-in, else all that are taken for one of the type count. `through`
    says that the keys turn on the ports that the resource refers to as well.
    """

    __slots__ = ("type", "keys", "plugin", "through")

    def __init__(self, type_name: str, keys: Callable[[Look, str], list[Key]], plugin: bool = False,
                 through: bool = False) -> None:
        self.type = type_name
        self.keys = keys
        self.plugin = plugin
        self.through = through


class Side:
    """Which resources a key belongs to: of each key the names, in the order of the text, each with whether it is sure.
    """

    __slots__ = ("names", "_keys")

    def __init__(self) -> None:
        self.names: dict[Hashable, dict[str, bool | None]] = {}
        self._keys: dict[str, dict[Hashable, bool | None]] | None = None

    def add(self, name: str, keys: list[Key]) -> None:
        """Note the keys of a resource that stands behind all that are noted."""
        names = self.names
        for key, sure in keys:
            found = names.get(key)
            if found is None:
                names[key] = {name: sure}
            elif not found.get(name):
                found[name] = sure

    @property
    def keys(self) -> dict[str, dict[Hashable, bool | None]]:
        """Of each name: its keys."""
        if self._keys is None:
            self._keys = {}
            for key, names in self.names.items():
                for name, sure in names.items():
                    self._keys.setdefault(name, {})[key] = sure
        return self._keys

    def renew(self, name: str, keys: list[Key], place: Callable[[str], int]) -> bool:
        """Note the keys of a resource instead of those noted; `place` is where one stands. Whether that changed any."""
        fresh: dict[Hashable, bool | None] = {}
        for key, sure in keys:
            if not fresh.get(key):
                fresh[key] = sure
        known = self.keys.get(name, {})
        if fresh == known:
            return False
        for key in known:
            if key not in fresh:
                names = self._ordered(key)
                names.drop(name)
                if not names:
                    del self.names[key]
        for key, sure in fresh.items():
            found = self.names.get(key)
            if found is None:
                self.names[key] = {name: sure}
            elif name in found:
                found[name] = sure
            else:
                self._ordered(key).put(name, sure, place)
        if fresh:
            self.keys[name] = fresh
        else:
            del self.keys[name]
        return True


    def _ordered(self, key: Hashable) -> Ordered[bool | None]:
        """The names of a key, so that one in the middle moves no others."""
        found = self.names[key]
        if not isinstance(found, Ordered):
            known, found = found, Ordered()
            found.update(known)
            self.names[key] = found
        return found


def sure_of(keys: list[Key], sure: bool | None) -> list[Key]:
    """Keys that are as certain as something else is, too."""
    return keys if sure else [(key, both(certain, sure)) for key, certain in keys]
