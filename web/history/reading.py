"""What a request asks for, read from its JSON: whatever else it may hold ends in one sentence."""

from __future__ import annotations

import json
import math
from hashlib import sha256
from typing import Any

from designer.text import Edit
from web.history.steps import ARRANGE, REDO, UNDO, Asked, Place
from web.refusals import Refusal

MOST_OPERATIONS = 500
MOST_EDITS = 20_000
MOST_PLACES = 20_000
FARTHEST = 1_000_000.0
LARGEST = 2**31 - 1

# What a step is called whose page gives it no name, by its kind.
TITLES = {"typing": "Typing", "fix": "Quick fix", "paste": "Paste", "edit": "Edit", ARRANGE: "Move cards"}


def body_of(body: Any) -> dict[str, Any]:
    """The object that a request holds. Raises Refusal (400) where it holds none, or two things to do at once."""
    if not isinstance(body, dict):
        raise Refusal(400, "The request is no JSON object.")
    asked = [key for key in ("edits", "operations", "undo", "redo", "to")
             if body.get(key) is not None and body[key] is not False]
    if len(asked) > 1:
        raise Refusal(400, f"The request asks for {' and '.join(asked)} at once.")
    if not asked and not body.get("places"):
        raise Refusal(400, "The request asks for nothing.")
    return body


def asked_of(body: dict[str, Any], client: str = "") -> Asked:
    """All of a request but its operations. Raises Refusal (400) where something in it is not what it should be."""
    base = body.get("base")
    if not isinstance(base, int) or not _is_whole(base):
        raise Refusal(400, "`base` is the revision that the page shows.")
    places = _places(body.get("places"))
    edits = edits_of(body.get("edits"))
    kind = body.get("kind", "typing")
    if not isinstance(kind, str) or kind not in TITLES:
        raise Refusal(400, f"`kind` is one of {', '.join(TITLES)}.")
    if places and not edits:
        kind = ARRANGE
    walk = UNDO if body.get("undo") is True else REDO if body.get("redo") is True else ""
    to = body.get("to")
    if to is not None and not _is_whole(to):
        raise Refusal(400, "`to` is the number of a step.")
    return Asked(base, _token(body.get("request"), "request"), _token(body.get("client"), "client") or client, kind,
                 title_of(body.get("title")) or _moved(places) or TITLES[kind], edits, walk, to, places)


def browser(token: str) -> str:
    """A name for the browser that asks, made from what it holds: who typed, where the page does not say."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()[:16]


def operations_of(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations that a request asks for; none where it asks for something else. Raises Refusal (400)."""
    operations = body.get("operations")
    if operations is None:
        return []
    if not isinstance(operations, list) or not 1 <= len(operations) <= MOST_OPERATIONS:
        raise Refusal(400, f"`operations` are 1 to {MOST_OPERATIONS} objects.")
    if not all(isinstance(each, dict) for each in operations):
        raise Refusal(400, "`operations` are objects.")
    try:
        words = json.dumps(operations, ensure_ascii=False)
    except RecursionError:
        raise Refusal(400, "`operations` nest too deeply.") from None
    if not is_text(words):
        raise Refusal(400, "An operation holds half of a character.")
    return operations


def title_of(title: Any) -> str:
    """A step's title, fit to be shown: one line of a bearable length."""
    if not isinstance(title, str):
        return ""
    line = " ".join("".join(c if c.isprintable() else " " for c in title[:2000]).split())
    return line if len(line) <= 200 else line[:199] + "…"


def is_node(name: Any) -> bool:
    """Whether a name can be that of a node whose place is kept."""
    return isinstance(name, str) and 0 < len(name) <= 300 and "\0" not in name and is_text(name)


def is_text(words: str) -> bool:
    """Whether a string is made of characters: JSON can hold halves of some."""
    return words.isascii() or not any("\ud800" <= c <= "\udfff" for c in words)


def _moved(places: dict[str, Place]) -> str:
    if len(places) != 1:
        return f"Move {len(places)} cards" if places else ""
    return title_of(f"Move {next(iter(places)).rsplit('/', 1)[-1]}")


def edits_of(rows: Any) -> list[Edit]:
    """Edits as rows [start, end, text]; none for None. Raises Refusal (400) where they are none."""
    if rows is None:
        return []
    if not isinstance(rows, list) or len(rows) > MOST_EDITS:
        raise Refusal(400, f"`edits` are at most {MOST_EDITS} rows [start, end, text].")
    found = []
    for row in rows:
        if not (isinstance(row, list) and len(row) == 3 and _is_whole(row[0]) and _is_whole(row[1])
                and isinstance(row[2], str) and row[0] <= row[1]):
            raise Refusal(400, "An edit is a row [start, end, text].")
        if not is_text(row[2]):
            raise Refusal(400, "An edit holds half of a character.")
        found.append(Edit(row[0], row[1], row[2]))
    return found


def _places(rows: Any) -> dict[str, Place]:
    if rows is None:
        return {}
    if not isinstance(rows, dict) or len(rows) > MOST_PLACES:
        raise Refusal(400, f"`places` lead from at most {MOST_PLACES} nodes to [x, y] or null.")
    return {node: place_of(node, place) for node, place in rows.items()}


def place_of(node: str, place: Any) -> Place:
    """A place of a node, [x, y] or null. Raises Refusal (400) where it is neither."""
    if not is_node(node):
        raise Refusal(400, "`places` names something that is no node.")
    if place is None:
        return None
    if not (isinstance(place, list) and len(place) == 2 and all(_is_number(each) for each in place)):
        raise Refusal(400, "A place is [x, y], or null.")
    return round(float(place[0]), 2), round(float(place[1]), 2)


def _token(value: Any, name: str) -> str:
    if value is None:
        return ""
    if not (isinstance(value, str) and 1 <= len(value) <= 64 and value.isascii() and value.isprintable()
            and not value.startswith("-")):
        raise Refusal(400, f"`{name}` is a word of at most 64 characters.")
    return value


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def _is_number(value: Any) -> bool:
    return (isinstance(value, (int, float)) and not isinstance(value, bool)
            and -FARTHEST <= value <= FARTHEST and math.isfinite(value))
