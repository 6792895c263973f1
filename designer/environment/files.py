"""The files that a template names: looked up beside it, never outside the folder given, never over a network."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MISSING = "missing"
OUTSIDE = "outside"
URL = "url"
LARGE = "large"
BINARY = "binary"
UNKNOWN = "unknown"

LARGEST = 4_000_000
MOST = 2_000


class Fetched:
    """The answer to a look-up: `text`, or the `problem` that stands in its way, and the `path` it is known by.

    `problem` is one of missing, outside, url, large, binary, and unknown where no folder was given to look in.
    """

    __slots__ = ("path", "text", "problem")

    def __init__(self, path: str, text: str | None, problem: str | None = None) -> None:
        self.path = path
        self.text = text
        self.problem = problem


class Files:
    """Where named files come from. This one has none: every look-up answers `unknown`.

    `children` is what is known of the templates among them, as designer.analysis keeps it.
    """

    def __init__(self) -> None:
        self.children: dict[Any, Any] = {}

    def fetch(self, name: str, base: str = "") -> Fetched:
        """A file by its name as written, relative to `base`, the folder of the file that names it."""
        if is_url(name):
            return Fetched(name, None, URL)
        return Fetched(name, None, UNKNOWN)

    def base_of(self, path: str) -> str:
        """The folder that names inside a file are relative to."""
        return os.path.dirname(path)

    def shown(self, path: str) -> str:
        """The path of a file as a person knows it."""
        return path


class Given(Files):
    """Files given by name: those of a gallery, an archive, an upload."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self.texts = texts

    def fetch(self, name: str, base: str = "") -> Fetched:
        if is_url(name):
            return Fetched(name, None, URL)
        path = os.path.normpath(os.path.join(base, name)).replace(os.sep, "/")
        if path.startswith("../") or os.path.isabs(path):
            return Fetched(path, None, OUTSIDE)
        if path in self.texts:
            return Fetched(path, self.texts[path])
        return Fetched(path, None, MISSING)


class Folder(Files):
    """Files of a folder on disk; symbolic links that lead out of it count as outside."""

    def __init__(self, root: str, base: str | None = None) -> None:
        super().__init__()
        self.root = os.path.realpath(root)
        self.base = os.path.abspath(base if base is not None else root)
        self.known: dict[str, Fetched] = {}

    def fetch(self, name: str, base: str = "") -> Fetched:
        if name.startswith("file://"):
            name = name[len("file://"):]
        elif is_url(name):
            return Fetched(name, None, URL)
        if "\0" in name:
            return Fetched(name, None, MISSING)
        path = os.path.normpath(os.path.join(base or self.base, name))
        if path not in self.known:
            if len(self.known) >= MOST:
                return Fetched(path, None, LARGE)
            self.known[path] = self._read(path)
        return self.known[path]

    def shown(self, path: str) -> str:
        """From the working directory, where it lies below."""
        near = os.path.relpath(path)
        return path if near.startswith(os.pardir) else near

    def _read(self, path: str) -> Fetched:
        real = os.path.realpath(path)
        if real != self.root and not real.startswith(self.root.rstrip(os.sep) + os.sep):
            return Fetched(path, None, OUTSIDE)
        if not os.path.isfile(real):
            return Fetched(path, None, MISSING)
        try:
            with open(real, "rb") as file:
                content = file.read(LARGEST + 1)
        except OSError:
            return Fetched(path, None, MISSING)
        if len(content) > LARGEST:
            return Fetched(path, None, LARGE)
        try:
            return Fetched(path, content.decode("utf-8"))
        except UnicodeDecodeError:
            return Fetched(path, None, BINARY)


def is_url(name: str) -> bool:
    """Whether a name is an address of the network, which is never fetched."""
    scheme, mark, _ = name.partition("://")
    return bool(mark) and scheme.isalnum()
