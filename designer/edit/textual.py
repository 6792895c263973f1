"""Changes done to the text: the smallest edits, in the style of what stands around them."""

from __future__ import annotations

from designer.edit.change import MISSING
from designer.edit.edits import Edits
from designer.edit.place import is_alias
from designer.edit.refused import Refused
from designer.edit.rendering import entry_lines
from designer.edit.style import quoting, style_around
from designer.syntax.document import JSON
from designer.syntax.nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.change import Change
    from designer.edit.style import Style
    from designer.syntax import Document, Node
    from designer.text import Edit


_PLACES = 50


class Pen:
    """What writing needs to know: the document, whether merge keys may be in it, and where edits are gathered."""

    __slots__ = ("document", "text", "edits", "merged", "json", "habit", "styles")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.edits = Edits(document.text)
        self.merged = document.aliases
        self.json = document.format == JSON
        self.habit: str | None = None
        self.styles: dict[int, Style] = {}

    def quote(self, node: Node) -> str:
        """The quote in use where the first change is made: a thousand places of one name need not all be looked at."""
        if self.habit is None:
            self.habit = self.style(node.parent).quote
        return self.habit

    def style(self, node: Node | None) -> Style:
        """The style around a collection; one edit in a thousand places looks at the first of them."""
        unit = id(node.unit) if node is not None else 0
        style = self.styles.get(unit)
        if style is None:
            if len(self.styles) < _PLACES or node is None:
                style = self.styles[unit] = style_around(self.document, node)
            else:
                style = next(iter(self.styles.values()))
        return style if node is None or self.json else quoting(style, node)


def text_edits(document: Document, change: Change) -> list[Edit]:
    """The edits that do a change of the root to the text, in order and none overlapping.

    Raises Refused where the text is written in a way that is not edited here.
    """
    pen = Pen(document)
    if document.root is None:
        _write_all(pen, change)
    else:
        change_inside(document.root, change, pen)
    return pen.edits.finish()


def change_inside(node: Node, change: Change, pen: Pen) -> None:
    """Change the children of a collection."""
    if not isinstance(node, (Mapping, Sequence)):
        raise Refused("there is nothing inside to change")
    if is_alias(pen.text, node) and (change.insertions or any(
            inner.removed or inner.name is not None for inner in change.inner.values())):
        word = pen.text[node.start:node.end].split()[0]
        raise Refused(f"{word} only repeats what is written elsewhere; change it there, or put a value of its own here")
    if node.flow:
        from designer.edit.brackets import change_brackets

        change_brackets(node, change, pen)
    else:
        from designer.edit.lines import change_lines

        change_lines(node, change, pen)


def empties(node: Mapping | Sequence, change: Change) -> bool:
    """Whether nothing is left in a collection by a change."""
    if change.insertions or len(change.inner) < (len(node.index) if isinstance(node, Mapping) else len(node.items)):
        return False
    steps = list(node.index) if isinstance(node, Mapping) else list(range(len(node.items)))
    return all(step in change.inner and change.inner[step].removed for step in steps)


def expand(node: Node, change: Change) -> Change:
    """The change of a value as changes inside it, where that comes to the same with less to write.

    A map that takes a map's place keeps the entries that both have, a list its items as far as they are alike.
    """
    value = change.value
    if isinstance(node, Mapping) and isinstance(value, dict) and value:
        from designer.edit.difference import differing_entries

        return differing_entries(node, value) or change
    if isinstance(node, Sequence) and isinstance(value, list) and value:
        from designer.edit.difference import differing_items

        return differing_items(node, value) or change
    return change


def _write_all(pen: Pen, change: Change) -> None:
    """A template where there was none: at the end, behind the comments that are there."""
    text = pen.text
    if change.value is not MISSING or change.inner:
        raise Refused("there is no template to change")
    style = pen.style(None)
    if "\r\n" in text:
        style.newline = "\r\n"
    lines = [line for each in change.insertions for line in each.lines or entry_lines(
        str(each.key), each.value, style, 0)]
    start = style.newline if text and not text.endswith(("\n", "\r")) else ""
    pen.edits.insert(len(text), start + "".join(line + style.newline for line in lines))
