"""Texts that name the keys of a map beside them, and follow where a key gets another name."""

from __future__ import annotations

import re

from designer.edit.placing import shown
from designer.edit.refused import Refused
from designer.functions.standins import REPLACING, parted
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from designer.edit.change import Change, Path
    from designer.edit.subject import Subject
    from designer.syntax import Node


def follow_key(subject: Subject, change: Change, path: Path, to: str) -> None:
    """Put another key into the texts that name the one at a path.

    Raises Refused where that name stands in such a text already, and would be replaced there too.
    """
    if len(path) < 3:
        return
    function, argument = path[-3], path[-2]
    call = path[:-2]
    node = subject.node(path[:-3])
    if not isinstance(node, Mapping) or len(node.index) != 1:
        return
    if (function, argument) == ("yaql", "data"):
        _follow_expression(subject, change, (*call, "expression"), str(path[-1]), to)
        return
    named = REPLACING.get((function, argument))
    keys = subject.node(path[:-1])
    if named is None or not isinstance(keys, Mapping):
        return
    old = str(path[-1])
    for place, text, is_key in _texts(subject.node((*call, named)), (*call, named)):
        renamed = _renamed(text, list(keys.index), old, to)
        if renamed is None:
            raise Refused(f"{shown(place)} has {to} in it already, which would be replaced too")
        if renamed != text and is_key:
            change.rename(place, renamed)
        elif renamed != text:
            change.set(place, renamed)


def _texts(node: Node | None, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """The texts in a value, keys too, each with its place and whether it is a key."""
    if isinstance(node, Scalar) and isinstance(node.value, str):
        yield path, node.value, False
    elif isinstance(node, Mapping):
        for key, inner in node.index.items():
            yield from _texts(inner, (*path, key))
            yield (*path, key), key, True
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            yield from _texts(item, (*path, at))


def _renamed(text: str, keys: Collection[str], old: str, to: str) -> str | None:
    """A text with another name for a key; None where it would be found at other places then."""
    pieces = parted(text, keys)
    wanted = [(to, True) if piece == (old, True) else piece for piece in pieces]
    written = "".join(words for words, _ in wanted)
    return written if parted(written, [to if key == old else key for key in keys]) == wanted else None


def _follow_expression(subject: Subject, change: Change, path: Path, old: str, to: str) -> None:
    """The expression that asks for an entry of its data by `$.data.name`."""
    node = subject.node(path)
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return
    asked = re.compile(r"(\$\.data\.)" + re.escape(old) + r"(?!\w)")
    if asked.search(node.value) is None:
        return
    if re.fullmatch(r"[A-Za-z_]\w*", to) is None:
        raise Refused(f"{shown(path)} asks for $.data.{old}, and {to} is no name that it could ask for")
    change.set(path, asked.sub(lambda found: found[1] + to, node.value))
