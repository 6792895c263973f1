"""The lines that the children of a block collection stand on: their own, their comments', the blank ones between."""

from __future__ import annotations

from bisect import bisect_right

from designer.edit.place import (
    behind_properties,
    column,
    content_end,
    is_alias,
    keeps_breaks,
    last_scalar,
    leads,
    line_after,
    line_end,
    line_start,
    skip_blanks,
)
from designer.edit.refused import Refused
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.text import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.change import Step
    from designer.syntax import Node


class Block:
    """A map or list written on lines of its own, as its children; those that a merge key brings are not among them.

    Offsets are of the text. The lines of a child run from `top`, its own comments, to `bottom`, behind the line break
    that ends it.
    """

    __slots__ = ("text", "node", "column", "pairs", "items")

    def __init__(self, text: str, node: Mapping | Sequence, merged: bool) -> None:
        self.text = text
        self.node = node
        self.pairs: list[tuple[Scalar, Node]] = []
        self.items: list[Node] = []
        if isinstance(node, Mapping):
            self.pairs = [pair for pair in node.entries if pair[0].parent is node] if merged else node.entries
            first = next((key.start for key, _ in self.pairs if not _is_explicit(text, key)), None) or self._body()
        else:
            self.items = node.items
            first = self._body()
        self.column = column(text, first)

    def __len__(self) -> int:
        return len(self.pairs) or len(self.items)

    def index(self, step: Step) -> int | None:
        """Which child stands under a key or index; None where it is not written here."""
        if isinstance(step, int):
            return step if 0 <= step < len(self.items) else None
        value = self.node.index.get(step)  # type: ignore[union-attr]
        if value is None:
            return None
        at = bisect_right(self.pairs, value.start, key=_key_start) - 1
        if 0 <= at < len(self.pairs) and self.pairs[at][1] is value:
            return at
        return next((at for at, pair in enumerate(self.pairs) if pair[1] is value), None)

    def twins(self, at: int) -> list[int]:
        """A child and those that have the same key, which it hides."""
        if not self.pairs or len(self.node.index) >= len(self.pairs):  # type: ignore[union-attr]
            return [at]
        return [each for each, (key, _) in enumerate(self.pairs) if key.value == self.pairs[at][0].value]

    def step(self, at: int) -> Step:
        """The key or index of a child."""
        return str(self.pairs[at][0].value) if self.pairs else at

    def value(self, at: int) -> Node:
        return self.pairs[at][1] if self.pairs else self.items[at]

    def start(self, at: int) -> int:
        """Where a child's key or dash stands. Raises Refused where the key is written behind a question mark."""
        if not self.pairs:
            return self.dash(at)
        key, _ = self.pairs[at]
        if _is_explicit(self.text, key):
            line = LineIndex(self.text).position(key.start)[0]
            raise Refused(f"the key {key.value} in line {line} is written behind a question mark (? key), which is not "
                          "edited here")
        return key.start

    def lead(self, at: int) -> int:
        """The offset behind a child's colon or dash."""
        if not self.pairs:
            return self.dash(at) + 1
        self.start(at)
        colon = skip_blanks(self.text, self.pairs[at][0].end)
        if self.text[colon:colon + 1] != ":":
            raise Refused(f"the key {self.pairs[at][0].value} is written in a way that is not edited here")
        return colon + 1

    def dash(self, at: int) -> int:
        """Where an item's dash stands."""
        text = self.text
        if at == 0:
            return self._body()
        start = line_start(text, self.items[at].start)
        while start > self.node.start:
            if text.startswith("-", start + self.column) and not text[start:start + self.column].strip(" "):
                return start + self.column
            start = line_start(text, start - 1)
        raise Refused("a list is written in a way that is not edited here")

    def end(self, at: int) -> int:
        """The offset behind a child's last sign."""
        return max(content_end(self.text, self.value(at)), self.lead(at) if not self.pairs else 0,
                   self._colon(at) if self.pairs else 0)

    def _colon(self, at: int) -> int:
        key, value = self.pairs[at]
        colon = skip_blanks(self.text, key.end)
        return colon + 1 if self.text[colon:colon + 1] == ":" and value.end <= colon + 1 else key.end

    def inline(self, at: int) -> bool:
        """Whether a child stands behind something else on its line: the first, behind a dash."""
        return at == 0 and not leads(self.text, self.start(0))

    def bottom(self, at: int) -> int:
        """Where the line behind a child begins; comments that stand further in than its key are inside it."""
        text = self.text
        behind = line_after(text, self.end(at))
        while behind < len(text):
            sign = skip_blanks(text, behind)
            if text[sign:sign + 1] != "#" or sign - behind <= self.column:
                break
            behind = line_after(text, behind)
        return behind

    def top(self, at: int) -> int:
        """Where a child's lines begin, the comments directly above it among them."""
        text = self.text
        start = line_start(text, self.start(at))
        if self.inline(at):
            return start
        bound = self.bottom(at - 1) if at else self._above()
        while start > bound:
            above = line_start(text, start - 1)
            sign = skip_blanks(text, above)
            if above < bound or text[sign:sign + 1] != "#":
                break
            start = above
        return start

    def gap(self, at: int) -> int:
        """How many blank lines stand between a child and the one before it."""
        low, high = self.bottom(at - 1), self.top(at)
        count = 0
        while low < high:
            if skip_blanks(self.text, low) == line_end(self.text, low):
                count += 1
            low = line_after(self.text, low)
        return count

    def keeps(self, at: int) -> bool:
        """Whether blank lines behind a child would become a part of it."""
        last = last_scalar(self.text, self.value(at))
        return isinstance(last, Scalar) and last.style in ("|", ">") and not is_alias(self.text, last) and keeps_breaks(
            self.text, last)

    def usual_gap(self, behind: int) -> int | None:
        """How many blank lines stand between children near the one `behind` which something is put; None: not known."""
        if len(self) < 2:
            return None
        return self.gap(behind + 1 if 0 <= behind < len(self) - 1 else max(behind, 1))

    def _body(self) -> int:
        """Where the first key or dash stands, behind an anchor or a tag."""
        text, node = self.text, self.node
        at = node.start
        while text.startswith(("&", "!"), at):
            at = behind_properties(text, at, node.end)
            while at < node.end and (text[at] in " \t\r\n#"):
                at = line_after(text, at) if text[at] in "#\r\n" else at + 1
        return at

    def _above(self) -> int:
        """Where the comments of the first child may begin: below the key that the collection stands under."""
        parent = self.node.parent
        if parent is None:
            return 0
        text = self.text
        if isinstance(parent, Mapping):
            key = next((key for key, value in parent.entries if value is self.node), None)
            if key is not None:
                return line_after(text, key.end)
        return line_start(text, self.start(0))


def _is_explicit(text: str, key: Scalar) -> bool:
    """Whether a key is written behind a question mark."""
    return text[line_start(text, key.start):key.start].strip(" \t").endswith("?")


def _key_start(pair: tuple[Scalar, Node]) -> int:
    return pair[0].start
