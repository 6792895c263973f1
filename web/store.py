"""Opened texts, kept in memory under a name made from what they are.

A text is named by the hash of its file name and its bytes, so that whoever holds the name holds the text, nothing is
ever overwritten, and the same text is analysed once. What has not been asked for longest is forgotten first; a browser
that still has the text sends it again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from hashlib import sha256
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Source:
    """The bytes of a template as they were given, the name of their file, and the files beside it if any."""

    __slots__ = ("id", "name", "data", "beside")

    def __init__(self, name: str, data: bytes, beside: dict[str, str] | None = None, mark: str = "") -> None:
        self.id = source_id(name, data, beside, mark)
        self.name = name
        self.data = data
        self.beside = beside


def source_id(name: str, data: bytes, beside: dict[str, str] | None = None, mark: str = "") -> str:
    """The name under which a text is kept: 24 hexadecimal digits, made from all that its meaning hangs on."""
    whole = sha256(f"{name}\0{mark or sha256(data).hexdigest()}".encode("utf-8", "surrogatepass"))
    for other, text in sorted((beside or {}).items()):
        whole.update(f"\0{other}\0{text}".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()[:24]


class Recent(Generic[Kept]):
    """Things by key, bounded by the sum of their weights; the one asked for longest ago goes first.

    The newest thing is kept even when it is heavier than the bound.
    """

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._weight = 0
        self._things: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable) -> Kept | None:
        """The thing under a key, now the one asked for last; None where it is not there (any more)."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: Kept, weight: int) -> Kept:
        """Keep a thing, unless one is there already under that key; the one that is there now."""
        with self._lock:
            found = self._things.get(key)
            if found is not None:
                self._things.move_to_end(key)
                return found[0]
            self._things[key] = (thing, weight)
            self._weight += weight
            while self._weight > self._bound and len(self._things) > 1:
                _, (_, gone) = self._things.popitem(last=False)
                self._weight -= gone
            return thing

    def forget(self, key: Hashable) -> None:
        """Let go of the thing under a key, if there is one."""
        with self._lock:
            _, weight = self._things.pop(key, (None, 0))
            self._weight -= weight
