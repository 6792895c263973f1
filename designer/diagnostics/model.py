"""The shape of a diagnostic."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.text import Edit

ERROR = "error"
WARNING = "warning"
INFO = "info"
SEVERITIES = (ERROR, WARNING, INFO)


class Related:
    """Another place that belongs to a diagnostic: a range of the same file, or of `file`, and what it is."""

    __slots__ = ("message", "start", "end", "file")

    def __init__(self, message: str, start: int, end: int, file: str | None = None) -> None:
        self.message = message
        self.start = start
        self.end = end
        self.file = file


class Fix:
    """A quick fix: a title that says what it does, and the edits that do it."""

    __slots__ = ("title", "edits")

    def __init__(self, title: str, edits: list[Edit]) -> None:
        self.title = title
        self.edits = edits


class Diagnostic:
    """One fault, doubt or advice.

    `code` and `name` name the rule (`HOT304`, `unknown-attribute`); `path` is the keys and indexes from the
    template's root;
    `start` and `end` are code point offsets into the template's text, or into `file` where that is not None. `tags`
    say more of its kind: `unfinished` that something waits to be filled in, and is not wrong otherwise.
    """

    __slots__ = ("code", "name", "severity", "message", "path", "start", "end", "file", "related", "fixes", "tags")

    def __init__(self, code: str, name: str, severity: str, message: str, path: tuple[str | int, ...],
                 start: int, end: int, file: str | None = None,
                 related: tuple[Related, ...] = (), fixes: tuple[Fix, ...] = (),
                 tags: tuple[str, ...] = ()) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.path = path
        self.start = start
        self.end = end
        self.file = file
        self.related = related
        self.fixes = fixes
        self.tags = tags

    def __repr__(self) -> str:
        return f"<{self.code} {self.severity} at {self.start}: {self.message}>"
