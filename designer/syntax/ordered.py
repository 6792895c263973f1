"""Names in an order that is kept elsewhere: so that one more name in the middle does not move all behind it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    V = TypeVar("V")
else:
    V = object


class Ordered(dict[str, V]):
    """A dict whose entries are walked along in the order of `like()`.

    It is filled in that order. Who puts an entry elsewhere than at the end says so by `disorder()`: nothing is moved
    then, and whoever walks along it is led by the order of `like()`, worked out once. To look an entry up costs what it
    costs in a dict. Every key is one of `like()`, but while both are being changed. Where there is no other order,
    `put` and `drop` keep one.
    """

    __slots__ = ("_like", "_names", "_in_order")

    def __init__(self, like: Callable[[], Iterable[str]] = tuple) -> None:
        super().__init__()
        self._like = like
        self._names: list[str] | None = None
        self._in_order = True

    def disorder(self) -> None:
        """Say that the order of `like()` is another one than the one that entries were put in."""
        self._in_order = False
        self._names = None

    def put(self, name: str, value: V, place: Callable[[str], int]) -> None:
        """Put in an entry that is not there where `place` says that it stands, as it says of all others."""
        names = self.names()
        if not names or place(names[-1]) < place(name):
            names.append(name)
        else:
            low, high, at = 0, len(names), place(name)
            while low < high:
                middle = (low + high) // 2
                if place(names[middle]) <= at:
                    low = middle + 1
                else:
                    high = middle
            names.insert(low, name)
        self[name] = value
        self._names = names
        self._in_order = False

    def drop(self, name: str) -> None:
        """Take out an entry."""
        del self[name]
        if self._names is not None:
            self._names.remove(name)

    def names(self) -> list[str]:
        """The names in order."""
        if self._in_order:
            return list(dict.__iter__(self))
        names = self._names
        if names is None or len(names) != len(self):
            # never moved in place: others may be looking entries up
            names = self._names = [name for name in self._like() if name in self]
        return names

    if not TYPE_CHECKING:  # their types are those of a dict's
        def __iter__(self) -> Iterator[str]:
            return dict.__iter__(self) if self._in_order else iter(self.names())

        def __reversed__(self) -> Iterator[str]:
            return dict.__reversed__(self) if self._in_order else reversed(self.names())

        def keys(self):
            return dict.keys(self) if self._in_order else dict.fromkeys(self.names()).keys()

        def values(self):
            return dict.values(self) if self._in_order else [self[name] for name in self.names()]

        def items(self):
            return dict.items(self) if self._in_order else [(name, self[name]) for name in self.names()]

        def copy(self):
            return dict(self.items())
