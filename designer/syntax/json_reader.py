"""JSON text to nodes: Heat reads a template as JSON first, and as YAML where that fails."""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]

from designer.syntax.cparser import TooDeep
from designer.syntax.nodes import Mapping, Node, Scalar, Sequence, Unit

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?")
_WORDS = {"true": True, "false": False, "null": None, "NaN": float("nan"),
          "Infinity": float("inf"), "-Infinity": float("-inf")}


def read_json(text: str, depth: int) -> Node:
    """The root node of a JSON text, read as Python's json module reads it.

    Raises ValueError where the text is no JSON, TooDeep where collections nest deeper than `depth`.
    """
    reader = _Reader(text, depth)
    node, at = reader.value(reader.blank(0), None, Unit(0), 0)
    if reader.blank(at) != len(text):
        raise ValueError("more text behind the JSON value")
    return node


class _Reader:
    __slots__ = ("text", "depth")

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.depth = depth

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, parent: Node | None, unit: Unit, level: int) -> tuple[Node, int]:
        if level > self.depth:
            raise TooDeep
        character = self.text[at:at + 1]
        base = unit.base
        if character == '"':
            string, end = scanstring(self.text, at + 1, True)
            return Scalar(unit, at - base, end - base, parent, string, '"'), end
        if character == "{":
            return self.mapping(at, parent, unit, level)
        if character == "[":
            return self.sequence(at, parent, unit, level)
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, at):
                end = at + len(word)
                return Scalar(unit, at - base, end - base, parent, meaning, None), end
        match = _NUMBER.match(self.text, at)
        if match is None:
            raise ValueError(f"no JSON value at {at}")
        number = float(match.group()) if match.group(2) or match.group(3) else int(match.group())
        return Scalar(unit, at - base, match.end() - base, parent, number, None), match.end()

    def sequence(self, at: int, parent: Node | None, unit: Unit, level: int) -> tuple[Node, int]:
        node = Sequence(unit, at - unit.base, 0, parent, True)
        at = self.blank(at + 1)
        while self.text[at:at + 1] != "]":
            if node.items:
                at = self.blank(self.expect(",", at))
            item, at = self.value(at, node, unit, level + 1)
            node.items.append(item)
            at = self.blank(at)
        node.rel_end = at + 1 - unit.base
        return node, at + 1

    def mapping(self, at: int, parent: Node | None, unit: Unit, level: int) -> tuple[Node, int]:
        node = Mapping(unit, at - unit.base, 0, parent, True)
        at = self.blank(at + 1)
        while self.text[at:at + 1] != "}":
            if node.entries:
                at = self.blank(self.expect(",", at))
            own = Unit(at) if level == 1 else unit
            if self.text[at:at + 1] != '"':
                raise ValueError(f"no JSON key at {at}")
            name, end = scanstring(self.text, at + 1, True)
            key = Scalar(own, at - own.base, end - own.base, node, name, '"')
            at = self.blank(self.expect(":", self.blank(end)))
            value, at = self.value(at, node, own, level + 1)
            node.entries.append((key, value))
            at = self.blank(at)
        node.rel_end = at + 1 - unit.base
        node.index = {str(key.value): value for key, value in node.entries}
        return node, at + 1

    def expect(self, sign: str, at: int) -> int:
        if self.text[at:at + 1] != sign:
            raise ValueError(f"{sign!r} expected at {at}")
        return at + 1
