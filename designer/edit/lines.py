"""Changes in collections that stand on lines of their own."""

from __future__ import annotations

import re

from designer.edit.block import Block
from designer.edit.change import FIRST, MISSING
from designer.edit.place import (
    content_end,
    is_alias,
    keeps_breaks,
    last_scalar,
    leads,
    line_after,
    line_end,
    line_start,
    skip_blanks,
    skip_white,
)
from designer.edit.refused import Refused
from designer.edit.rendering import entry_lines, item_lines
from designer.edit.rewriting import rewrite
from designer.edit.slot import rename_key, replace_value
from designer.edit.textual import change_inside, empties, expand
from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.change import Change, Insertion
    from designer.edit.style import Style
    from designer.edit.textual import Pen

_KEEPING = re.compile(r"[|>][0-9]*\+[ \t]*(?:#.*)?$")
_LITERAL = re.compile(r"[|>][0-9]*[ \t]*(?:#.*)?$")


def change_lines(node: Mapping | Sequence, change: Change, pen: Pen) -> None:
    """Change the children of a block collection, of which some stay or come."""
    block = Block(pen.text, node, pen.merged)
    removed: list[int] = []
    moved = {each.source for each in change.insertions if each.source is not None}
    for step, inner in change.inner.items():
        at = block.index(step)
        if at is None:
            _through_merge(node, step, inner, pen)
            continue
        if inner.removed or step in moved:
            removed += block.twins(at)
            continue
        if inner.name is not None:
            rename_key(block.pairs[at][0], inner.name, pen)
        _change_child(block, at, inner, pen)
    for insertion in change.insertions:
        _insert(block, insertion, pen, insertion.after in change.inner)
    if len(removed) == len(block) and not pen.merged:
        # what comes takes the lines of what goes
        pen.edits.delete(block.top(0) if not block.inline(0) else block.start(0), block.bottom(len(block) - 1))
    else:
        for at in removed:
            _remove(block, at, removed, pen)


def _change_child(block: Block, at: int, change: Change, pen: Pen) -> None:
    child = block.value(at)
    if change.value is not MISSING and not is_alias(pen.text, child):
        if change.typed is not None and rewrite(child, change.typed, pen):
            return
        if change.lines is None:
            change = expand(child, change)
    if change.value is not MISSING:
        lines = change.lines
        if lines is not None and getattr(child, "flow", None) is False:
            # what stands between the key and the first of its lines is not a part of the value
            above = [line.strip() for line in pen.text[block.lead(at):child.start].splitlines()[1:]]
            lines = [*(line for line in above if line.startswith("#")), *lines]
        replace_value(block, at, change.value, pen, lines)
    elif isinstance(child, (Mapping, Sequence)) and (change.inner or change.insertions):
        if empties(child, change):
            replace_value(block, at, {} if isinstance(child, Mapping) else [], pen)
        else:
            change_inside(child, change, pen)


def _through_merge(node: Mapping | Sequence, step: str | int, change: Change, pen: Pen) -> None:
    """A change of what a merge key brings: a value of its own is written, what is inside changes where it stands."""
    if not isinstance(node, Mapping) or not isinstance(step, str) or step not in node.index:
        raise Refused(f"there is no {step} to change")
    if change.removed or change.name is not None:
        raise Refused(f"{step} comes by a merge key (<<) and cannot be taken out or renamed here alone")
    if change.value is not MISSING:
        from designer.edit.change import Insertion

        block = Block(pen.text, node, True)
        behind = block.step(len(block) - 1) if len(block) else FIRST
        _insert(block, Insertion(behind, step, change.value), pen)
    else:
        change_inside(node.index[step], change, pen)


def _insert(block: Block, insertion: Insertion, pen: Pen, changed: bool = False) -> None:
    """Put a new child in; `changed` tells that the child it goes behind changes too."""
    style = pen.style(block.node)
    if insertion.source is not None:
        lines = lines_of(block, insertion.source)
    elif insertion.lines is not None:
        lines = [" " * block.column + line if line else "" for line in insertion.lines]
    elif insertion.key is not None:
        lines = entry_lines(insertion.key, insertion.value, style, block.column)
    else:
        lines = item_lines(insertion.value, style, block.column)
    behind = -1
    if insertion.after is not FIRST:
        found = block.index(insertion.after)  # type: ignore[arg-type]
        behind = len(block) - 1 if found is None else found
    if not len(block):
        _put(line_after(block.text, content_end(block.text, block.node)), lines, 0, style, pen)
    elif behind >= 0:
        at, gap = block.bottom(behind), 0 if block.keeps(behind) else _gap(block, behind, style)
        if any(_KEEPING.search(line) for line in lines):
            # blank lines behind what comes would become a part of it
            at, gap = _behind_blanks(block.text, at), 0
        _put(at, lines, gap, style, pen, None if changed else block, behind)
    elif block.inline(0):
        first = lines[0].lstrip(" ")
        pen.edits.insert(block.start(0), style.newline.join([first, *lines[1:], " " * block.column]))
    else:
        top = line_start(block.text, block.start(0)) if block.node.parent is None else block.top(0)
        blank = [""] * _gap(block, -1, style)
        pen.edits.insert(top, "".join(line + style.newline for line in [*lines, *blank]))


def _put(at: int, lines: list[str], gap: int, style: Style, pen: Pen, block: Block | None = None,
         behind: int = 0) -> None:
    """Insert lines at the beginning of a line, or at the end of a text that has no line break there."""
    text = pen.text
    lines = [""] * gap + lines
    if at == len(text) and text and not text.endswith(("\n", "\r")):
        if block is not None:
            _close_literal(block, behind, pen)
        # a literal block that ends the text would lose its own last line break
        end = style.newline if _ends_literally(lines) else ""
        pen.edits.insert(at, style.newline + style.newline.join(lines) + end)
    else:
        pen.edits.insert(at, "".join(line + style.newline for line in lines))


def _ends_literally(lines: list[str]) -> bool:
    return any(_LITERAL.search(line) for line in lines[:-1])


def _close_literal(block: Block, at: int, pen: Pen) -> None:
    """Keep a literal block without a line break, now that one follows: `|` becomes `|-`."""
    sign = _open_literal(block, at)
    if sign is not None:
        pen.edits.insert(sign, "-")


def _open_literal(block: Block, at: int) -> int | None:
    """Behind the sign of a literal block that ends a child and has no line break only because the text ends there."""
    text = block.text
    last = last_scalar(text, block.value(at))
    if isinstance(last, Scalar) and last.style in ("|", ">") and not is_alias(text, last) \
            and not keeps_breaks(text, last) and not str(last.value).endswith("\n"):
        sign = text.index(last.style, last.start) + 1
        if "-" not in text[sign:sign + 2].partition("\n")[0]:
            return sign
    return None


def lines_of(block: Block, step: str | int) -> list[str]:
    """The lines of a child and its own comments as they stand."""
    at = block.index(step)
    if at is None:
        raise Refused(f"there is no {step} to move")
    text = block.text
    start, bottom = block.start(at) if block.inline(at) else block.top(at), block.bottom(at)
    sign = _open_literal(block, at) if bottom == len(text) else None
    raw = text[start:bottom] if sign is None else text[start:sign] + "-" + text[sign:bottom]
    if block.inline(at):
        raw = " " * block.column + raw
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _gap(block: Block, behind: int, style: Style) -> int:
    """How many blank lines a new child is parted by from its neighbours."""
    usual = block.usual_gap(behind)
    if usual is not None:
        return usual
    parent = block.node.parent
    if not isinstance(parent, Mapping) or parent.parent is not None:
        return 0
    # the only entry of its section: as in the other sections
    for _, other in parent.entries:
        if isinstance(other, Mapping) and not other.flow and len(other.entries) > 1 and other is not block.node:
            usual = Block(block.text, other, True).usual_gap(0)
            if usual is not None:
                return usual
    return 0


def _remove(block: Block, at: int, removed: list[int], pen: Pen) -> None:
    """Take a child out with its own comments, and with the blank lines that parted it from its neighbours."""
    text = block.text
    bottom = block.bottom(at)
    if block.inline(at):
        behind = at + 1
        while behind in removed:
            behind += 1
        if behind >= len(block):
            raise Refused("what stands behind a dash cannot be taken out alone")
        # the next takes its place behind the dash
        pen.edits.delete(block.start(at), skip_white(text, block.bottom(behind - 1)))
        return
    top = block.top(at)
    if at + 1 < len(block):
        blank_before = at == 0 or _is_blank_before(text, top)
        if blank_before or block.keeps(at - 1):
            bottom = _behind_blanks(text, bottom)
    else:
        bound = block.bottom(at - 1) if at else top
        if at and block.keeps(at - 1):
            # blank lines left here would become a part of the text before
            bottom = _behind_blanks(text, bottom)
        while top > bound and _is_blank_before(text, top):
            top = line_start(text, top - 1)
    pen.edits.delete(top, bottom)


def _behind_blanks(text: str, at: int) -> int:
    """Where the first line that is not blank begins, at or behind the line that begins at an offset."""
    while at < len(text) and skip_blanks(text, at) == line_end(text, at):
        at = line_after(text, at)
    return at


def _is_blank_before(text: str, at: int) -> bool:
    """Whether a blank line stands above the line that begins at an offset."""
    if not at:
        return False
    above = line_start(text, at - 1)
    return leads(text, line_end(text, above)) and above < at
