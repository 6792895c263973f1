"""What is reported, and in which formats."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from designer.diagnostics import Diagnostic
    from designer.syntax import Document


class Result:
    """The diagnostics of one template.

    `path` is its path as given; `document` what the diagnostics' places count in, but for those with a `file`, whose
    document is in `others` under that name if it was read.
    """

    __slots__ = ("path", "diagnostics", "document", "others")

    def __init__(self, path: str, diagnostics: list[Diagnostic], document: Document,
                 others: dict[str, Document] | None = None) -> None:
        self.path = path
        self.diagnostics = diagnostics
        self.document = document
        self.others = others or {}

    def document_of(self, file: str | None) -> Document | None:
        """The document that a diagnostic's places count in; None where it was never read."""
        return self.document if file is None else self.others.get(file)

    def position(self, offset: int, file: str | None = None) -> tuple[int, int]:
        """The line and column of an offset, both from 1 and in code points."""
        document = self.document_of(file)
        return document.lines.position(offset) if document is not None else (1, 1)

    def path_of(self, file: str | None) -> str:
        return self.path if file is None else file


class Counts:
    """How many files were looked at, and how many diagnostics of each severity were found."""

    __slots__ = ("files", "errors", "warnings", "infos")

    def __init__(self) -> None:
        self.files = 0
        self.errors = 0
        self.warnings = 0
        self.infos = 0

    def add(self, severities: list[str]) -> None:
        """Count one more file with diagnostics of these severities."""
        self.files += 1
        for severity in severities:
            name = severity + "s"
            setattr(self, name, getattr(self, name) + 1)


def find_format(name: str) -> ModuleType:
    """The module of a format: text, json, sarif or github."""
    module = f"designer.report.as_{name}"
    __import__(module)
    return sys.modules[module]


def format_names() -> tuple[str, ...]:
    """The formats there are, the one for people first: the files of this room."""
    folder = os.path.dirname(os.path.abspath(__file__))
    names = [name[3:-3] for name in os.listdir(folder) if name.startswith("as_") and name.endswith(".py")]
    return tuple(sorted(names, key=lambda name: (name != "text", name)))
