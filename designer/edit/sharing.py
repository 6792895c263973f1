"""Changing one of several places that aliases make share one text: the others get a text of their own first.

An alias on the way to what is changed is written out, and so is a merge key (<<) that brings it. An anchored text that
is changed hands its anchor on: the first alias that repeats it is written out and gets the anchor, so that the aliases
behind it mean what they meant.
"""

from __future__ import annotations

import re

from designer.edit.block import Block
from designer.edit.change import Change
from designer.edit.edits import composed
from designer.edit.meaning import same
from designer.edit.place import (
    behind_properties,
    column,
    is_alias,
    line_after,
    line_end,
    line_start,
    newline_at,
    skip_blanks,
)
from designer.edit.rendering import entry_lines
from designer.edit.style import style_around
from designer.edit.textual import text_edits
from designer.syntax import Document, read
from designer.syntax.nodes import Mapping, Scalar, Sequence
from designer.text import Edit, apply_edits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from designer.edit.change import Path, Step
    from designer.syntax import Node

    # where a merge key stands: the map's path and node, the key's line, and the names that it repeats
    _Merge: TypeAlias = tuple[Path, Mapping, int, int, list[str]]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
_MERGE = re.compile(r"[ \t]*<<[ \t]*:[ \t]*((?:\*|\[[ \t]*\*)[^\r\n#]*?)[ \t]*(?:[ \t]#[^\r\n]*)?$")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_MOST = 25
"""How many places are written out for one change."""


def unshared_edits(document: Document, change: Change) -> list[Edit] | None:
    """The edits that do a change to a text with aliases, what is shared written out where it must be.

    None where that cannot be done, or where nothing stands in the way. Raises Refused as `text_edits` does.
    """
    edits: list[Edit] = []
    now = document
    for _ in range(_MOST):
        more = _write_out(now, change)
        if more is None:
            break
        again = read(apply_edits(now.text, more))
        if again.root is None or now.root is None or not same(again.root.plain(), now.root.plain()):
            return None
        edits = composed(edits, more, document.text)
        now = again
    else:
        return None
    return composed(edits, text_edits(now, change), document.text) if edits else None


def moves_elsewhere(text: str, node: Node | None, change: Change, aliased: bool = False) -> bool:
    """Whether what is moved stands inside of what an alias repeats: it would move where that is written."""
    aliased = aliased or (node is not None and is_alias(text, node))
    if aliased and any(each.source is not None for each in change.insertions):
        return True
    for step, inner in change.inner.items():
        child: Node | None = None
        if isinstance(node, Mapping):
            child = node.index.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
        if moves_elsewhere(text, child, inner, aliased):
            return True
    return False


def _write_out(document: Document, change: Change) -> list[Edit] | None:
    """The edits that write one shared place out, None where none stands in the way of a change."""
    if not document.aliases or document.root is None:
        return None
    places = list(_places(document.text, document.root, ()))
    aliases = [(path, node) for path, node in places if is_alias(document.text, node)]
    for path, node in aliases:
        inner = _at(change, path)
        if inner is not None and not inner.final and (inner.inner or inner.insertions):
            return _set(document, path, node)
    merges = [merge for path, node in places for merge in _merges(document.text, path, node)]
    for merge in merges:
        if _into_merged(_at(change, merge[0]), merge[1]):
            return _unmerged(document, merge)
    for path, node in places:
        anchor = _ANCHOR.match(document.text, node.start)
        inner = _at(change, path)
        if anchor is None or (inner is None and not change.covered(path)):
            continue
        gone = change.covered(path)
        every = _behind(document, node, anchor.group()[1:], aliases)
        staying = [each for each in every if not (gone and change.covered(each[0]))]
        merging = next((each for each in merges if not (gone and change.covered(each[0])) and each[2] >= node.end
                        and anchor.group()[1:] in each[4]), None)
        if merging is not None and (gone or (inner is not None and _changes(inner))):
            return _unmerged(document, merging)
        if staying and (gone or (inner is not None and _changes(inner))):
            if len(every) > 1 and staying[0] is every[0]:
                return _hand_on(document, *staying[0], node, anchor.group())
            return _set(document, *staying[0])
    return None


def _places(text: str, node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """Every place in a document with what stands there, in order; inside of aliases is none."""
    yield path, node
    if is_alias(text, node):
        return
    steps: list[tuple[Step, Node]] = []
    if isinstance(node, Mapping):
        steps = [(str(key.value), value) for key, value in node.entries if key.parent is node]
    elif isinstance(node, Sequence):
        steps = list(enumerate(node.items))
    for step, child in steps:
        yield from _places(text, child, (*path, step))


def _merges(text: str, path: Path, node: Node) -> Iterator[_Merge]:
    """The merge keys of a block map that stand on lines of their own, each with the names that it repeats."""
    if not isinstance(node, Mapping) or node.flow or all(key.parent is node for key, _ in node.entries):
        return
    at = line_start(text, node.start)
    while at < node.end:
        end = line_end(text, at)
        found = _MERGE.match(text, at, end)
        if found is not None and at + found.group().index("<<") >= node.start and (
                column(text, at + found.group().index("<<")) == _column(text, node)):
            names = [each[1:] for each in _ALIAS.findall(found.group(1))]
            yield path, node, at, end, names
        at = line_after(text, at)


def _column(text: str, node: Mapping) -> int:
    own = next((key for key, _ in node.entries if key.parent is node), None)
    return column(text, own.start if own is not None else behind_properties(text, node.start, node.end))


def _into_merged(change: Change | None, node: Mapping) -> bool:
    """Whether a change means something that a merge key brings, and more than to put another in its place.

    What goes may uncover what the merge key brings by the same name.
    """
    own = {key.value for key, _ in node.entries if key.parent is node}
    return change is not None and any(
        inner.removed or inner.name is not None or (step not in own and not inner.final)
        for step, inner in change.inner.items())


def _unmerged(document: Document, merge: _Merge) -> list[Edit]:
    """A merge key's line with what it brings in its place."""
    _, node, start, end, _ = merge
    text = document.text
    own = {key.value for key, _ in node.entries if key.parent is node}
    first = start + text[start:end].index("<<")
    style = style_around(document, node)
    lines = [line for name, value in node.index.items() if name not in own
             for line in entry_lines(name, value.plain(), style, column(text, first))]
    return [Edit(first, end, style.newline.join(lines).lstrip(" "))] if lines else []


def _at(change: Change, path: Path) -> Change | None:
    found: Change | None = change
    for step in path:
        found = found.inner.get(step) if found is not None else None
    return found


def _changes(change: Change) -> bool:
    """Whether anything is really changed at or below a place; another name for it changes nothing inside."""
    return change.final or bool(change.insertions) or any(
        inner.name is not None or _changes(inner) for inner in change.inner.values())


def _behind(document: Document, node: Node, name: str, aliases: list[tuple[Path, Node]]) -> list[tuple[Path, Node]]:
    """The aliases of an anchor that stand behind it."""
    return [(path, each) for path, each in aliases if each.start >= node.end
            and (match := _ALIAS.match(document.text, each.start)) is not None and match.group()[1:] == name]


def _set(document: Document, path: Path, node: Node) -> list[Edit]:
    """An alias written out."""
    change = Change()
    change.set(path, node.plain())
    return text_edits(document, change)


def _hand_on(document: Document, path: Path, alias: Node, node: Node, anchor: str) -> list[Edit]:
    """An alias written out, with the anchor of the node that it repeated."""
    edits = _set(document, path, alias)
    again = read(apply_edits(document.text, edits))
    place: Node | None = again.root
    for step in path:
        if isinstance(place, Mapping):
            place = place.index.get(str(step))
        elif isinstance(place, Sequence) and isinstance(step, int):
            place = place.items[step]
    if place is None:
        return edits
    text = again.text
    end = node.start + len(anchor)
    start = node.start
    if skip_blanks(text, end) == len(text) or text[skip_blanks(text, end)] in "\r\n#":
        while text[start - 1] in " \t":
            start -= 1
    else:
        end = skip_blanks(text, end)
    return composed(edits, [Edit(start, end, ""), _anchored(text, place, anchor)], document.text)


def _anchored(text: str, node: Node, anchor: str) -> Edit:
    """The edit that puts an anchor before a value."""
    if isinstance(node, Scalar) or node.flow:  # type: ignore[attr-defined]
        return Edit(node.start, node.start, anchor + " ")
    parent = node.parent
    assert isinstance(parent, (Mapping, Sequence))
    block = Block(text, parent, True)
    step = parent.step_to(node)
    at = block.index(step) if step is not None else None
    lead = block.lead(at) if at is not None else node.start
    if "\n" in text[lead:node.start] or "\r" in text[lead:node.start]:
        return Edit(lead, lead, " " + anchor)
    column = node.start - max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start)) - 1
    return Edit(lead, node.start, " " + anchor + newline_at(text, lead) + " " * column)
