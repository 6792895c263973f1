"""A template as it was read: its text, its nodes, and what reading it found wrong."""

from __future__ import annotations

from designer.diagnostics import Finding
from designer.syntax.nodes import Node
from designer.text import LineIndex

YAML = "yaml"
JSON = "json"


class Document:
    """What reading yields.

    `text` is the template without a byte order mark; `root` the outermost node, None where nothing could be read;
    `findings` what is wrong with the text as YAML or JSON; `format` which of the two it is;
    `bom` whether a byte order mark stood before; `aliases` whether YAML aliases were expanded.
    """

    __slots__ = ("text", "root", "findings", "format", "bom", "aliases", "lines")

    def __init__(self, text: str, root: Node | None, findings: list[Finding], format: str = YAML,
                 bom: bool = False, aliases: bool = False) -> None:
        self.text = text
        self.root = root
        self.findings = findings
        self.format = format
        self.bom = bom
        self.aliases = aliases
        self.lines = LineIndex(text)
