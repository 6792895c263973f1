"""The gallery of the start page: templates of our own, listed in `examples/index.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from web import paths


class Example:
    """A template of the gallery: its address, what is said of it, its bytes and the files it names, by name."""

    __slots__ = ("name", "file_name", "title", "summary", "data", "beside")

    def __init__(self, name: str, file_name: str, title: str, summary: str, data: bytes,
                 beside: dict[str, str]) -> None:
        self.name = name
        self.file_name = file_name
        self.title = title
        self.summary = summary
        self.data = data
        self.beside = beside


@cache
def gallery() -> tuple[Example, ...]:
    """All examples in the order shown; read when first asked for."""
    folder = Path(paths.EXAMPLES)
    listed = yaml.safe_load((folder / "index.yaml").read_text(encoding="utf-8"))
    return tuple(
        Example(one["name"], one["file"], one["title"], one["summary"], (folder / one["file"]).read_bytes(),
                {name: (folder / name).read_text(encoding="utf-8") for name in one.get("files", [])})
        for one in listed)


def find(name: str) -> Example | None:
    """The example of that name, or None."""
    return next((example for example in gallery() if example.name == name), None)
