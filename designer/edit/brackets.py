"""Changes in collections written in brackets: YAML's flow style and JSON, with their commas."""

from __future__ import annotations

from designer.edit.change import FIRST, MISSING, Insertion
from designer.edit.place import is_alias, leads, line_end, line_start, newline_at, skip_blanks, skip_white
from designer.edit.places import change_places, in_lines, remove_lines
from designer.edit.refused import Refused
from designer.edit.rendering import flow, json, json_key
from designer.edit.rewriting import rewrite
from designer.edit.slot import inline_text, rename_key
from designer.edit.textual import change_inside, empties, expand
from designer.edit.writing import key_text_of
from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Change
    from designer.edit.places import change_places, in_lines, remove_lines
    from designer.edit.textual import Pen


class Brackets:
    """The children of a flow collection, in order; those that a merge key brings are not among them."""

    __slots__ = ("text", "node", "keys", "values", "bare")

    def __init__(self, text: str, node: Mapping | Sequence) -> None:
        self.text = text
        self.node = node
        self.keys: list[Scalar] = []
        if isinstance(node, Mapping):
            own = [pair for pair in node.entries if pair[0].parent is node]
            self.keys = [key for key, _ in own]
            self.values = [value for _, value in own]
        else:
            self.values = node.items
        # [a: 1] holds a map without braces of its own
        self.bare = not text.startswith(("{", "["), self.open())

    def open(self) -> int:
        """Where the bracket stands, behind an anchor or a tag."""
        from designer.edit.place import behind_properties

        return behind_properties(self.text, self.node.start, self.node.end)

    def __len__(self) -> int:
        return len(self.values)

    def index(self, step: str | int) -> int | None:
        if isinstance(step, int):
            return step if not self.keys and 0 <= step < len(self.values) else None
        value = self.node.index.get(step) if isinstance(self.node, Mapping) else None
        return next((at for at, each in enumerate(self.values) if each is value), None) if value is not None else None

    def start(self, at: int) -> int:
        return self.keys[at].start if self.keys else self.values[at].start

    def end(self, at: int) -> int:
        return max(self.values[at].end, self.keys[at].end) if self.keys else self.values[at].end

    def spread(self) -> bool:
        """Whether the children stand on lines of their own."""
        return bool(self.values) and leads(self.text, self.start(len(self.values) - 1)) and (
            line_start(self.text, self.start(0)) > self.open())

    def lead(self) -> str:
        """What stands before a child on its line."""
        at = self.start(len(self.values) - 1)
        return self.text[line_start(self.text, at):at]


def change_brackets(node: Mapping | Sequence, change: Change, pen: Pen) -> None:
    """Change the children of a flow collection."""
    brackets = Brackets(pen.text, node)
    if any(each.source is not None for each in change.insertions) and "#" in pen.text[node.start:node.end] \
            and not pen.json:
        change_places(brackets, change, pen)
        return
    removed: set[int] = set()
    for step, inner in change.inner.items():
        at = brackets.index(step)
        if at is None:
            _through_merge(brackets, step, inner, pen)
            continue
        if inner.removed:
            removed.add(at)
            continue
        if inner.name is not None:
            rename_key(brackets.keys[at], inner.name, pen)
        _change_child(brackets, at, inner, pen)
    if brackets.bare and (removed or change.insertions):
        raise Refused("a pair without braces in a list cannot be added to; put it in braces first")
    _remove(brackets, removed, pen)
    _insert_all(brackets, change.insertions, removed, pen)


def _change_child(brackets: Brackets, at: int, change: Change, pen: Pen) -> None:
    child = brackets.values[at]
    if change.value is not MISSING and not is_alias(pen.text, child):
        if change.typed is not None and rewrite(child, change.typed, pen):
            return
        change = expand(child, change)
    if change.value is not MISSING:
        _put_value(brackets, at, change.value, pen)
    elif isinstance(child, (Mapping, Sequence)) and (change.inner or change.insertions):
        if empties(child, change):
            _put_value(brackets, at, {} if isinstance(child, Mapping) else [], pen)
        else:
            change_inside(child, change, pen)


def _put_value(brackets: Brackets, at: int, value: Any, pen: Pen) -> None:
    child = brackets.values[at]
    text = _spread_json(brackets, value, pen) if pen.json else inline_text(value, child, pen, brackets.node)
    if child.start < child.end:
        pen.edits.replace(child.start, child.end, text)
        return
    key = brackets.keys[at]
    colon = skip_white(pen.text, key.end)
    if pen.text[colon:colon + 1] == ":":
        pen.edits.insert(colon + 1, " " + text)
    else:
        pen.edits.insert(key.end, ": " + text)


def _through_merge(brackets: Brackets, step: str | int, change: Change, pen: Pen) -> None:
    node = brackets.node
    if not isinstance(node, Mapping) or not isinstance(step, str) or step not in node.index:
        raise Refused(f"there is no {step} to change")
    if change.removed or change.name is not None:
        raise Refused(f"{step} comes by a merge key (<<) and cannot be taken out or renamed here alone")
    if change.value is MISSING:
        change_inside(node.index[step], change, pen)
    elif len(brackets):
        _insert_all(brackets, [Insertion(str(brackets.keys[-1].value), step, change.value)], set(), pen)
    else:
        raise Refused(f"{step} comes by a merge key (<<) alone; give the map an entry of its own first")


def _remove(brackets: Brackets, removed: set[int], pen: Pen) -> None:
    """Take children out, each with the comma that parts it from the next, or from the one before."""
    count = len(brackets)
    if removed and len(removed) < count and "#" in brackets.text[brackets.node.start:brackets.node.end] \
            and in_lines(brackets) and not pen.json:
        remove_lines(brackets, removed, pen)
        return
    at = 0
    while at < count:
        if at not in removed:
            at += 1
            continue
        stop = at
        while stop < count and stop in removed:
            stop += 1
        if stop < count:
            pen.edits.delete(brackets.start(at), _next_start(brackets, stop - 1, brackets.start(stop)))
        elif at:
            _remove_tail(brackets, at, pen)
        else:
            pen.edits.delete(brackets.start(0), brackets.end(count - 1))
        at = stop


def _next_start(brackets: Brackets, at: int, following: int) -> int:
    """Where the text of what follows a child begins: its comments, or itself."""
    text = brackets.text
    comma = skip_white(text, brackets.end(at))
    if text[comma:comma + 1] != ",":
        return following
    behind = skip_blanks(text, comma + 1)
    if text[behind:behind + 1] == "#":
        behind = line_end(text, behind)
    return min(skip_white(text, behind), following)


def _remove_tail(brackets: Brackets, at: int, pen: Pen) -> None:
    """Take the last children out: the comma before them goes too, the comment behind it stays."""
    text = brackets.text
    before, end = brackets.end(at - 1), brackets.end(len(brackets) - 1)
    if "#" not in text[before:brackets.start(at)]:
        pen.edits.delete(before, end)
        return
    comma = skip_white(text, before)
    if text[comma:comma + 1] == ",":
        pen.edits.delete(comma, comma + 1)
    start = brackets.start(at)
    if leads(text, start) and skip_blanks(text, end) == line_end(text, end):
        # a bracket behind it would else close within the comment before it
        start = max(line_start(text, start) - 1, before)
        if text.startswith("\r\n", start - 1):
            start -= 1
    pen.edits.delete(start, end)


def _insert_all(brackets: Brackets, insertions: list[Insertion], removed: set[int], pen: Pen) -> None:
    """Put new children in, those that go behind the same one together."""
    places: dict[int, list[str]] = {}
    for insertion in insertions:
        behind = -1
        if insertion.after is not FIRST:
            found = brackets.index(insertion.after)  # type: ignore[arg-type]
            behind = len(brackets) - 1 if found is None else found
        while behind in removed:
            behind -= 1
        places.setdefault(behind, []).append(_child_text(brackets, insertion, pen))
    for behind, written in places.items():
        _insert(brackets, behind, written, removed, pen)


def _insert(brackets: Brackets, behind: int, children: list[str], removed: set[int], pen: Pen) -> None:
    text = pen.text
    spread = brackets.spread()
    blank = pen.style(brackets.node).comma[1:] if pen.json else " "
    between = newline_at(text, brackets.start(0)) + brackets.lead() if spread else blank
    written = ("," + between).join(children)
    kept = [at for at in range(len(brackets)) if at not in removed]
    if behind < 0:
        if kept:
            pen.edits.insert(brackets.start(kept[0]), written + "," + between)
        elif len(brackets):
            pen.edits.insert(brackets.start(0), written)
        else:
            pen.edits.replace(brackets.open() + 1, brackets.node.end - 1, written)
        return
    end = brackets.end(behind)
    at = skip_white(text, end)
    comma = text.startswith(",", at) and at < brackets.node.end
    sign = skip_blanks(text, at + 1 if comma else end)
    if spread and not pen.json and text.startswith("#", sign):
        # a comment at the line's end stays with what it stands behind
        last = behind == kept[-1]
        if not comma or (last and behind < len(brackets) - 1):
            pen.edits.insert(end, ",")
        pen.edits.insert(line_end(text, sign), between + written + ("" if last else ","))
    else:
        pen.edits.insert(end, "," + between + written)


def _child_text(brackets: Brackets, insertion: Insertion, pen: Pen) -> str:
    if insertion.source is not None:
        at = brackets.index(insertion.source)
        if at is None:
            raise Refused(f"there is no {insertion.source} to move")
        return pen.text[brackets.start(at):brackets.end(at)]
    style = pen.style(brackets.node)
    if pen.json:
        value = _spread_json(brackets, insertion.value, pen)
        return value if insertion.key is None else json_key(insertion.key) + style.colon + value
    value = flow(insertion.value, style)
    if insertion.key is None:
        return value
    quote = brackets.text[brackets.keys[0].start] if brackets.keys else ""
    quoted = quote if quote in ("'", '"') and len(quote) == 1 else None
    return key_text_of(insertion.key, quoted, True, style.quote) + ": " + value


def _spread_json(brackets: Brackets, value: Any, pen: Pen) -> str:
    """A value as JSON: on lines of its own where the text around it is."""
    style = pen.style(brackets.node)
    holder = brackets
    if not holder.spread() and isinstance(brackets.node.parent, (Mapping, Sequence)):
        if len(brackets):
            return json(value, style)
        holder = Brackets(pen.text, brackets.node.parent)
    if not holder.spread():
        return json(value, style)
    lead = holder.lead()
    closing = holder.node.end - 1
    outer = pen.text[line_start(pen.text, closing):closing]
    unit = lead[len(outer):] if not outer.strip() and lead.startswith(outer) and len(lead) > len(outer) else "  "
    return json(value, style, lead, unit)
