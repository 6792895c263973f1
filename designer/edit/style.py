"""How the text around a place is written: what is put there is written the same way."""

from __future__ import annotations

from bisect import bisect_right

from designer.edit.place import column, newline_at
from designer.functions import functions_of
from designer.syntax.document import JSON
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.template.versions import LATEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.syntax import Document, Node

_MOST = 250
"""How many nodes are looked at for each habit: what is near counts, and a large template must not cost more."""


class Style:
    """Habits of writing.

    step       how far the keys of a block map stand inside the key above
    dash       how far a block list's dashes do
    quote      the quote in use; quoted: whether texts that need none have one all the same
    calls      whether functions' calls stand in braces; pad: what stands inside a brace, "" or " "
    lists      whether short lists of plain values stand in brackets
    newline    the line break
    colon      what stands between a key of a JSON text and its value; comma: between two values on one line
    """

    __slots__ = ("step", "dash", "quote", "quoted", "calls", "pad", "lists", "newline", "json", "colon", "comma")

    def __init__(self, newline: str = "\n", json: bool = False) -> None:
        self.step = 2
        self.dash = 2
        self.quote = '"'
        self.quoted = False
        self.calls = True
        self.pad = ""
        self.lists = False
        self.newline = newline
        self.json = json
        self.colon = ": "
        self.comma = ", "


def style_around(document: Document, node: Node | None) -> Style:
    """The style of the text in and around a collection, its nearest neighbours first."""
    text = document.text
    style = Style(newline_at(text, node.start if node is not None else 0), document.format == JSON)
    habits = _Habits(text)
    if node is None:
        return style
    if style.json:
        _look_at_json(style, document)
        return style
    for place in _places(node):
        if habits.look(place):
            break
    habits.settle(style)
    return style


def _places(node: Node) -> Iterator[Node]:
    """The collection itself, its neighbours, what holds them, and so on outwards."""
    yield node
    inner, parent = node, node.parent
    while parent is not None:
        near = _neighbours(parent, inner)
        yield parent
        yield from near
        if isinstance(parent, Mapping) and parent.parent is None:
            yield from (child for _, child in parent.entries if child is not inner and child not in near)
        inner, parent = parent, parent.parent


def _neighbours(parent: Node, inner: Node) -> list[Node]:
    """The two children before another, the nearest first, and the two behind it."""
    if isinstance(parent, Mapping):
        pairs = parent.entries
        at = max(bisect_right(pairs, inner.start, key=_key_start) - 1, 0)
        if at < len(pairs) and pairs[at][1] is not inner:
            at = next((i for i, pair in enumerate(pairs) if pair[1] is inner), 0)
        return [value for _, value in pairs[max(at - 2, 0):at][::-1] + pairs[at + 1:at + 3]]
    if isinstance(parent, Sequence):
        at = next((i for i, child in enumerate(parent.items) if child is inner), 0)
        return parent.items[max(at - 2, 0):at][::-1] + parent.items[at + 1:at + 3]
    return []


def _key_start(pair: tuple[Scalar, Node]) -> int:
    return pair[0].start


class _Habits:
    """Tallies of what was seen; the first place that shows a habit settles it."""

    __slots__ = ("text", "tallies", "settled", "room", "functions")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tallies: dict[str, dict[int | str | bool, int]] = {}
        self.settled: dict[str, int | str | bool] = {}
        self.room = _MOST
        self.functions = functions_of(LATEST)

    def look(self, place: Node) -> bool:
        """Look at a place; whether all is known that can be, or enough was seen."""
        self.tallies = {}
        stack = [place]
        for _ in range(60):
            if not stack:
                break
            node = stack.pop()
            self.room -= 1
            self.see(node)
            if isinstance(node, Mapping):
                stack.extend(value for _, value in node.entries[3::-1] if not isinstance(value, Scalar))
                if node.entries:
                    self.see(node.entries[0][1])
            elif isinstance(node, Sequence):
                stack.extend(node.items[2::-1])
        for habit, tally in self.tallies.items():
            if habit not in self.settled:
                self.settled[habit] = max(tally, key=lambda each: tally[each])
        return self.room <= 0 or len(self.settled) >= 6

    def count(self, habit: str, what: int | str | bool) -> None:
        tally = self.tallies.setdefault(habit, {})
        tally[what] = tally.get(what, 0) + 1

    def see(self, node: Node) -> None:
        text = self.text
        if isinstance(node, Scalar):
            if node.style in ("'", '"') and text[node.start:node.start + 1] == node.style:
                self.count("quote", node.style)
            return
        if text.startswith("*", node.start):
            return  # an alias has no style of its own
        if isinstance(node, Mapping):
            if node.flow:
                if text[node.start:node.start + 1] == "{" and node.index:
                    self.count("pad", " " if text[node.start + 1:node.start + 2] == " " else "")
            else:
                self.see_steps(node)
            if len(node.index) == 1 and self.functions.find(next(iter(node.index))) is not None:
                argument = next(iter(node.index.values()))
                if isinstance(argument, Scalar) or argument.flow:  # type: ignore[attr-defined]
                    self.count("calls", node.flow)
        elif isinstance(node, Sequence) and node.items and all(isinstance(item, Scalar) for item in node.items[:5]):
            if not (isinstance(node.parent, Mapping) and len(node.parent.index) == 1):
                self.count("lists", node.flow)

    def see_steps(self, mapping: Mapping) -> None:
        text = self.text
        own = next((key for key, _ in mapping.entries if key.parent is mapping), None)
        if own is None:
            return
        for key, value in mapping.entries[:4]:
            if key.parent is not mapping or text.startswith(("&", "*", "!"), value.start):
                continue
            if isinstance(value, Mapping) and not value.flow and value.entries:
                inner = value.entries[0][0]
                if inner.parent is value:
                    self.count("step", column(text, inner.start) - column(text, own.start))
            elif isinstance(value, Sequence) and not value.flow and value.items:
                self.count("dash", column(text, value.start) - column(text, own.start))

    def settle(self, style: Style) -> None:
        found = self.settled
        step = found.get("step", 2)
        style.step = step if isinstance(step, int) and 1 <= step <= 9 else 2
        dash = found.get("dash", style.step)
        style.dash = dash if isinstance(dash, int) and 0 <= dash <= 9 else 2
        style.quote = "'" if found.get("quote") == "'" else '"'
        style.calls = bool(found.get("calls", True))
        style.pad = str(found.get("pad", ""))
        style.lists = bool(found.get("lists", False))


def quoting(style: Style, node: Node) -> Style:
    """The style for a collection next to which every text stands in quotes, needed or not; else the style itself."""
    values = [value for _, value in node.entries[-8:]] if isinstance(node, Mapping) else (
        node.items[-8:] if isinstance(node, Sequence) else [])
    texts = [value for value in values if isinstance(value, Scalar) and isinstance(value.value, str)]
    kinds = {value.style for value in texts}
    if len(texts) < 2 or len(kinds) != 1 or not kinds <= {"'", '"'}:
        return style
    other = Style(style.newline, style.json)
    for habit in ("step", "dash", "calls", "pad", "lists"):
        setattr(other, habit, getattr(style, habit))
    other.quoted, other.quote = True, str(kinds.pop())
    return other


def _look_at_json(style: Style, document: Document) -> None:
    text, root = document.text, document.root
    if not isinstance(root, Mapping):
        return
    for key, value in root.entries[:1]:
        style.colon = ": " if text[key.end:value.start].endswith(" ") else ":"
    style.comma = ", " if style.colon == ": " else ","
    for (_, before), (key, _) in zip(root.entries[:1], root.entries[1:2], strict=False):
        between = text[before.end:key.start]
        style.comma = ", " if between != "," else ","
