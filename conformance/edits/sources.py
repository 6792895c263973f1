"""The templates of a corpus that Heat can read."""

from __future__ import annotations

import os
from collections.abc import Iterator

from conformance.edits.heats import load
from conformance.sources import corpus_cases, corpus_folder
from designer.syntax import read


def templates(folder: str | None = None, every: int = 1) -> Iterator[tuple[str, str]]:
    """The name and text of each template that Heat's loader makes a map of; none where there is no corpus."""
    found = folder or corpus_folder()
    if found is None:
        return
    cases = list(corpus_cases(os.path.abspath(found)))
    for case in cases[::every]:
        with open(case.path, "rb") as file:
            text = read(file.read()).text
        try:
            loads = isinstance(load(text), dict)
        except ValueError:
            continue
        if loads:
            yield case.name, text
