"""A template as it was read: its text, its nodes, and what reading it found wrong."""

from __future__ import annotations

from designer.diagnostics import Finding
from designer.syntax.nodes import Node
from designer.text import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax.shifting import Shelves

YAML = "yaml"
JSON = "json"


class Document:
    """What reading yields.

    `text` is the template without a byte order mark; `root` the outermost node, None where nothing could be read;
    `findings` what is wrong with the text as YAML or JSON; `format` which of the two it is;
    `bom` whether a byte order mark stood before; `aliases` whether YAML aliases were expanded; `shelves` what its long
    sections are moved by.
    """

    __slots__ = ("text", "root", "findings", "format", "bom", "aliases", "lines", "shelves", "_lacking")

    def __init__(self, text: str, root: Node | None, findings: list[Finding], format: str = YAML,
                 bom: bool = False, aliases: bool = False) -> None:
        self.text = text
        self.root = root
        self.findings = findings
        self.format = format
        self.bom = bom
        self.aliases = aliases
        self.lines = LineIndex(text)
        self.shelves: Shelves = {}
        self._lacking: set[str] = set()

    def may_hold(self, words: str) -> bool:
        """Whether some words may stand in the text; they surely do not where it says no."""
        if words in self._lacking:
            return False
        if words in self.text:
            return True
        self._lacking.add(words)
        return False

    def follow(self, old: Document, start: int, end: int) -> None:
        """Take over what is known of the text that this one grew out of, which it is unlike from `start` to `end`."""
        self.shelves = old.shelves
        self._lacking = {words for words in old._lacking
                         if words not in self.text[max(start - len(words), 0):end + len(words)]}
