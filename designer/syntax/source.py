"""A map or list as text by itself: as it is written, moved to the left."""

from __future__ import annotations

import re

from designer.syntax.nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax.nodes import Node

_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


class Source:
    """The lines of a collection: `start` and `end` are offsets of the text, `column` is how far it stands in.

    `lines` are as a person sees them, without what they stand in; `offsets` where each begins in the text, behind that.
    """

    __slots__ = ("start", "end", "column", "lines", "offsets")

    def __init__(self, text: str, node: Mapping | Sequence) -> None:
        start, end = _behind_properties(text, node.start, node.end), node.end
        end = start + len(text[start:end].rstrip())
        if not node.flow:
            comment = _COMMENT.match(text, end)
            end = comment.end() if comment is not None else end
        self.start = start
        self.end = end
        before = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        self.column = 0 if node.flow else start - before
        self.lines: list[str] = []
        self.offsets: list[int] = []
        at = start
        for line in _BREAK.split(text[start:end]):
            indent = min(self.column, len(line) - len(line.lstrip(" "))) if self.lines else 0
            self.lines.append(line[indent:])
            self.offsets.append(at + indent)
            at += len(line)
            at += 2 if text.startswith("\r\n", at) else 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def is_collection(text: str, node: Node | None) -> bool:
    """Whether a node is a map or list written where it stands, and no alias of one."""
    return isinstance(node, (Mapping, Sequence)) and not text.startswith("*", node.start)


def split_lines(text: str) -> list[str]:
    """The lines of a text by YAML's usual line breaks."""
    return _BREAK.split(text)


def _behind_properties(text: str, start: int, end: int) -> int:
    """Behind the anchor and tag that a collection may begin with, where its first sign stands."""
    while text[start:start + 1] in ("&", "!"):
        while start < end and text[start] not in " \t\r\n":
            start += 1
        while start < end and text[start] in " \t\r\n":
            start += 1
    return start
