"""One value of a block collection, and what is written in its place."""

from __future__ import annotations

import re

from designer.edit.place import (
    behind_properties,
    content_end,
    is_alias,
    line_after,
    line_end,
    newline_at,
    skip_blanks,
)
from designer.edit.rendering import block as rendered
from designer.edit.rendering import flow
from designer.edit.writing import key_text_of, literal_lines, scalar_text
from designer.syntax.nodes import Scalar
from designer.text.ends import common_ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.block import Block
    from designer.edit.textual import Pen
    from designer.syntax import Node

_SIGN = re.compile(r"[|>][-+0-9]*")


def rename_key(key: Scalar, name: str, pen: Pen) -> None:
    """Write another name where a key stands, in the same quotes; an anchor before it stays."""
    start = behind_properties(pen.text, key.start, key.end)
    style = '"' if pen.json else _quote(pen.text, key)
    flowing = getattr(key.parent, "flow", False)
    pen.edits.replace(start, key.end, key_text_of(name, style, flowing, pen.quote(key)))


def scalar_in_place(node: Scalar, value: Any, pen: Pen, flowing: bool) -> str:
    """A scalar in the style of the one whose place it takes."""
    quote = _quote(pen.text, node)
    was = pen.text[node.start:node.end] if quote is None else None
    if quote is None and isinstance(value, str) and not isinstance(node.value, str):
        around = pen.style(node.parent)
        quote = around.quote if around.quoted else None
    return scalar_text(value, quote, flowing, pen.quote(node), was)


def _quote(text: str, node: Scalar) -> str | None:
    start = behind_properties(text, node.start, node.end)
    return text[start] if text[start:start + 1] in ("'", '"') else None


def replace_value(block: Block, at: int, value: Any, pen: Pen, lines: list[str] | None = None) -> None:
    """Write a value where a child of a block collection has another one; the comments at its lines' ends stay.

    `lines` is how it is written below its key, if that is known already.
    """
    node = block.value(at)
    text = pen.text
    lead = block.lead(at)
    if lines is not None and block.pairs:
        indent = " " * (block.column + pen.style(block.node).step)
        head, body = "", [indent + line if line else "" for line in lines]
    else:
        head, body = _written(block, at, value, pen)
    newline = newline_at(text, lead)
    if node.start == node.end:
        pen.edits.insert(lead, " " + head if head else "")
        _put_below(line_end(text, lead), body, newline, pen)
    elif isinstance(node, Scalar) and node.style in ("|", ">") and not is_alias(text, node):
        _replace_literal(node, lead, head, body, newline, pen, bool(block.items))
    elif isinstance(node, Scalar) or node.flow or is_alias(text, node):  # type: ignore[attr-defined]
        _replace_inline(node, lead, head, body, newline, pen, bool(block.items))
    else:
        _replace_block(node, lead, head, body, newline, pen)


def _written(block: Block, at: int, value: Any, pen: Pen) -> tuple[str, list[str]]:
    node = block.value(at)
    text = pen.text
    style = pen.style(block.node if isinstance(node, Scalar) or is_alias(text, node) else node)
    if isinstance(node, Scalar) and not isinstance(value, (dict, list)) and not is_alias(text, node):
        if node.style in ("|", ">"):
            literal = _as_literal(node, value, pen)
            if literal is not None:
                return literal
        elif not (isinstance(value, str) and "\n" in value):
            start = behind_properties(text, node.start, node.end)
            return text[node.start:start] * text.startswith("&", node.start) + scalar_in_place(
                node, value, pen, False), []
    # below a key that its value does not follow on the line, a literal block's sign has no place
    below = "\n" in text[block.lead(at):node.start]
    return rendered(value, style, block.column, dash=bool(block.items), one_line=below and isinstance(value, str))


def _as_literal(node: Scalar, value: Any, pen: Pen) -> tuple[str, list[str]] | None:
    """A text of several lines as a literal block that stands as far in as the one before it."""
    text = pen.text
    if not isinstance(value, str):
        return None
    first = line_after(text, node.start)
    while first < node.end and skip_blanks(text, first) == line_end(text, first):
        first = line_after(text, first)
    if first >= node.end:
        return None
    sign = _SIGN.match(text, behind_properties(text, node.start, node.end))
    given = next((each for each in sign.group() if each.isdigit()), None) if sign else None
    if given is not None:
        return None  # how far it stands in is said by a number: it is written anew
    indent = text[first:skip_blanks(text, first)]
    literal = literal_lines(value if "\n" in value else value + "\n", indent)
    if literal is None:
        return None
    mark, lines = literal
    if "\n" not in value:
        # one line means the same folded
        mark = (">" if node.style == ">" and mark == "|" and value == value.strip() else mark) + "-"
    return mark, lines


def _put_below(at: int, body: list[str], newline: str, pen: Pen) -> None:
    """Insert lines at the end of a line, behind its comment."""
    if body:
        closing = at == len(pen.text)
        pen.edits.insert(at, newline + newline.join(body) + (newline if closing else ""))


def _replace_inline(node: Node, lead: int, head: str, body: list[str], newline: str, pen: Pen, dash: bool) -> None:
    text = pen.text
    if not body:
        pen.edits.replace(node.start, node.end, head)
        return
    if head and dash:
        # the lines below are in line with what stands one blank behind the dash
        pen.edits.replace(lead, node.end, " " + head)
    elif head:
        pen.edits.replace(node.start, node.end, head)
    elif "\n" in text[lead:node.start]:
        # the value stood below its key: its lines take its place there
        pen.edits.delete(line_end(text, lead), line_end(text, node.end))
        _put_below(line_end(text, lead), body, newline, pen)
        return
    else:
        pen.edits.delete(lead, node.end)
    _put_below(line_end(text, node.end), body, newline, pen)


def _replace_literal(node: Scalar, lead: int, head: str, body: list[str], newline: str, pen: Pen, dash: bool) -> None:
    text = pen.text
    start = behind_properties(text, node.start, node.end)
    sign = _SIGN.match(text, start)
    stop = sign.end() if sign else start + 1
    if head and dash and body and not head.startswith(("|", ">")):
        pen.edits.replace(lead, stop, " " + head)
    elif head:
        pen.edits.replace(node.start, stop, head)
    else:
        pen.edits.delete(lead, stop)
    first = line_after(text, node.start)
    last = content_end(text, node)
    end = min(line_after(text, last), len(text)) if last > first else first
    old = text[first:end]
    new = "".join(line + newline for line in body)
    if end == len(text) and not old.endswith(("\n", "\r")) and head and head[-1] == "-":
        new = new[:-len(newline)] if new else new
    if first == len(text) and new and not text.endswith(("\n", "\r")):
        new = newline + new
    _replace_lines(first, old, new, pen)


def _replace_lines(at: int, old: str, new: str, pen: Pen) -> None:
    """Put lines in the place of others: those alike at the beginning and the end stay as they are."""
    before, after = old.splitlines(True), new.splitlines(True)
    start, tail = common_ends(before, after)
    first = at + sum(map(len, before[:start]))
    gone = sum(map(len, before[start:len(before) - tail]))
    pen.edits.replace(first, first + gone, "".join(after[start:len(after) - tail]))


def _replace_block(node: Node, lead: int, head: str, body: list[str], newline: str, pen: Pen) -> None:
    text = pen.text
    end = content_end(text, node)
    first = line_end(text, lead)
    if node.start < first and not text.startswith(("&", "!"), node.start):
        # behind a dash: what stands there goes as a whole
        stop = line_end(text, end)
        pen.edits.replace(lead, stop, " " + newline.join([head, *body]))
        return
    if node.start < first:
        pen.edits.replace(lead, behind_properties(text, node.start, first), " " + head if head else "")
    elif head:
        pen.edits.insert(lead, " " + head)
    pen.edits.replace(first, line_end(text, end), "".join(newline + line for line in body))


def inline_text(value: Any, node: Node | None, pen: Pen, parent: Node) -> str:
    """A value inside brackets, in the place of another."""
    if isinstance(node, Scalar) and not isinstance(value, (dict, list)) and not pen.json \
            and not is_alias(pen.text, node) and node.start < node.end:
        start = behind_properties(pen.text, node.start, node.end)
        anchor = pen.text[node.start:start] if pen.text.startswith("&", node.start) else ""
        return anchor + scalar_in_place(node, value, pen, True)
    return flow(value, pen.style(parent))
