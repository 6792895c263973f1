"""A map or list that a person has written anew: only what differs from its text is touched.

So what stands in it beside its values stays and comes as it was written: comments, quotes, the order, blank lines.
"""

from __future__ import annotations

import re

from designer.edit.change import Change, Insertion
from designer.edit.place import column, leads, newline_at
from designer.edit.placing import place_in
from designer.edit.typed import yaml_value
from designer.edit.writing import key_text_of
from designer.syntax import Mapping, Sequence, read
from designer.syntax.source import Source, is_collection, split_lines
from designer.text import apply_edits
from designer.text.ends import common_ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.change import Path
    from designer.edit.subject import Subject
    from designer.edit.textual import Pen
    from designer.syntax import Node

_KEEPING = re.compile(r"[|>][0-9]?\+")
_MOST = 4_000_000
"""How many pairs of lines are compared; of more, only what is alike at both ends is left as it is."""


def yaml_in_place(subject: Subject, path: Path, typed: str) -> Any:
    """What YAML means that is typed where a value stands: aliases (*) may be of anchors elsewhere, and the blank lines
    behind it may be a part of it.

    Raises Refused where it is no YAML there.
    """
    node = subject.node(path)
    if node is not None and _is_as_it_was(subject, node, typed):
        return node.plain()
    if node is not None and (subject.document.aliases or _KEEPING.search(typed)):
        from designer.edit.textual import Pen

        pen = Pen(subject.document)
        if rewrite(node, typed, pen):
            again = subject.node_in(read(apply_edits(pen.text, pen.edits.finish())), path)
            if again is not None:
                return again.plain()
    return yaml_value(typed if typed.endswith("\n") else typed + "\n")


def _is_as_it_was(subject: Subject, node: Node, typed: str) -> bool:
    """Whether what was typed is what a person was shown."""
    if not isinstance(node, (Mapping, Sequence)):
        return False
    return typed_lines(Source(subject.document.text, node).text) == typed_lines(typed)


def as_typed(subject: Subject, path: Path, value: Any, typed: str) -> Change | None:
    """The change that writes a value just as a person did; None where that makes no difference."""
    if not isinstance(value, (dict, list)) or not value:
        return None
    node, holder = subject.node(path), subject.node(path[:-1])
    lines = typed_lines(typed)
    change = Change()
    if node is not None and _is_as_it_was(subject, node, typed):
        return change  # nothing is to be done, wherever it is written
    if node is not None:
        change.set(path, value)
        change.at(path[:-1]).inner[path[-1]].typed = typed
        if not _in_brackets(lines) and "#" in typed and isinstance(holder, Mapping) and not holder.flow:
            change.at(path[:-1]).inner[path[-1]].lines = lines
        return change
    key = path[-1]
    if isinstance(holder, Mapping) and holder.index and isinstance(key, str) and not holder.flow and "#" in typed \
            and not _in_brackets(lines):
        written = [key_text_of(key) + ":", *("  " + line if line else "" for line in lines)]
        change.insert(path[:-1], Insertion(place_in(holder, key, path[:-1]), key, value, written))
        return change
    return None


def rewrite(node: Node, typed: str, pen: Pen) -> bool:
    """Make the text of a node what was typed; False where that is written in another style than the node."""
    if not is_collection(pen.text, node):
        return False
    if getattr(node.parent, "flow", False) and pen.text[node.start] not in "{[&!":
        return False  # a pair without braces in a list has no text of its own
    new = typed_lines(typed)
    if not new or _in_brackets(new) != node.flow or (pen.json and not _is_json(new)):  # type: ignore[attr-defined]
        return False
    if _first(new) != "-" and isinstance(node, Sequence) and not node.flow and isinstance(node.parent, Mapping) \
            and column(pen.text, node.start) <= column(pen.text, node.parent.start):
        return False  # only dashes may stand at the column of the key itself
    _replace(Source(pen.text, node), new, pen)  # type: ignore[arg-type]
    return True


def typed_lines(typed: str) -> list[str]:
    """What was typed as lines, without what all of them stand in and without blank ones around them."""
    lines = [line.rstrip("\r") for line in split_lines(typed)]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return [line[margin:] if line.strip() else "" for line in lines]


def _in_brackets(lines: list[str]) -> bool:
    return _first(lines) in ("{", "[")


def _first(lines: list[str]) -> str:
    """The first sign that is no part of a comment."""
    return next((line for line in lines if line and not line.startswith("#")), "")[:1]


def _is_json(lines: list[str]) -> bool:
    from json import loads

    try:
        loads("\n".join(lines))
    except (ValueError, RecursionError):
        return False
    return True


def _replace(source: Source, new: list[str], pen: Pen) -> None:
    text, old, offsets = pen.text, source.lines, source.offsets
    newline, lead = newline_at(text, source.start), " " * source.column
    ends = [at + len(line) for at, line in zip(offsets, old, strict=True)]
    first = source.column > 0 and leads(text, source.start)

    def written(lines: list[str], break_before: bool) -> str:
        """Whole lines, each with its line break before it or behind it."""
        whole = [lead + line if line else "" for line in lines]
        return "".join(newline + line if break_before else line + newline for line in whole)

    for start, stop, begin, end in _differences(old, new):
        if stop - start == end - begin:
            for at, line in zip(range(start, stop), new[begin:end], strict=True):
                _replace_line(offsets[at], old[at], line if at == 0 or old[at] else lead * bool(line) + line, pen)
        elif start == 0 and not first:
            # the first line goes on behind a dash or a key: it is written to its end, the others below it
            last = ends[stop - 1] if stop else source.start
            body = written(new[begin + 1:end], True)
            pen.edits.replace(source.start, last, new[begin] + body if stop else new[begin] + body + newline + lead)
        elif start == 0:
            if stop < len(old):
                below = offsets[stop] - _indent(text, offsets[stop])
                pen.edits.replace(offsets[0] - source.column, below, written(new[begin:end], False))
            else:
                pen.edits.replace(offsets[0], ends[-1], written(new[begin:end], False)[len(lead):-len(newline)])
        else:
            pen.edits.replace(ends[start - 1], ends[stop - 1], written(new[begin:end], True))


def _indent(text: str, at: int) -> int:
    """How many blanks stand before an offset on its line."""
    start = at
    while start and text[start - 1] == " ":
        start -= 1
    return at - start


def _replace_line(at: int, old: str, new: str, pen: Pen) -> None:
    """Touch only what differs within a line."""
    start, tail = common_ends(old, new)
    pen.edits.replace(at + start, at + len(old) - tail, new[start:len(new) - tail])


def _differences(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Where lines differ: from and to a place of the old ones, from and to a place of the new ones."""
    if len(old) * len(new) > _MOST:
        start, tail = common_ends(old, new)
        found = (start, len(old) - tail, start, len(new) - tail)
        return [found] if old != new else []
    from difflib import SequenceMatcher

    return [codes[1:] for codes in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if codes[0] != "equal"]
