"""The outline as the page gets it: rows that say where each entry stands from the one before, so that after an edit
only the rows that it touched are others, and only those are sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import current_app

from designer import assist
from web.documents import Opened
from web.presenting import icon_of
from web.store import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

# An entry of the page that works without a script is a line of its markup; more than these nobody reads there.
MOST_LISTED = 200
MOST_KEPT = 300_000  # rows of all the outlines that a later one may be told from

DRAWN, OFF, UNFINISHED = 1, 2, 4

SIGNS = {"parameter": "parameter", "parameter group": "list", "output": "output"}


def sections(opened: Opened) -> list[dict[str, Any]]:
    """Every section: section, title, one, purpose, sign, `base` (where its first entry starts) and `rows`.

    A row is (name, detail, icon, service, severity, marks, step, key, length, members): `marks` is a sum of DRAWN, OFF
    and UNFINISHED; `step` how far its start is from that of the row before; `key` and `length` how long its name and
    all of it are; members, None where there can be none, are rows (name, from the start of the entry, key, length).
    """
    kept = _kept()
    found = kept.get(opened.id)
    if found is None:
        made = opened.once("outline rows", lambda: _sections(opened))
        found = kept.put(opened.id, made, 1 + sum(len(section["rows"]) for section in made))
    return found


def changes(opened: Opened, since: str) -> dict[str, Any]:
    """What to make of an outline that the page has: of each section `at`, `gone` rows and the `rows` in their place.

    `since` is the id of the text that it has the outline of; where that is not known any more all rows are new.
    """
    before = _kept().get(since)
    old = {section["section"]: section["rows"] for section in before or ()}
    now = sections(opened)
    return {"id": opened.id, "since": since if before is not None else None, "sections": [
        {**section, **_difference(old.get(section["section"], ()), section["rows"])} for section in now]}


def listed(opened: Opened) -> list[dict[str, Any]]:
    """The outline for a page without a script: every section that holds something, with its first entries."""
    found = []
    for section in sections(opened):
        if section["rows"]:
            entries = [{"name": row[0], "detail": row[1], "icon": row[2], "group": row[3], "severity": row[4],
                        "drawn": bool(row[5] & DRAWN), "off": bool(row[5] & OFF),
                        "node": row[0] if row[5] & DRAWN else f"/{section['section']}/{row[0]}"}
                       for row in section["rows"][:MOST_LISTED]]
            found.append({**section, "entries": entries, "count": len(section["rows"]),
                          "more": max(0, len(section["rows"]) - MOST_LISTED)})
    return found


def drawn_section(opened: Opened) -> str:
    """The section whose entries are what the graph shows, each by its name."""
    return next((section["section"] for section in sections(opened) if section["typed"]), "")


def _kept() -> Recent[list[dict[str, Any]]]:
    """The outlines that pages have, to tell what changed since."""
    kept: Recent[list[dict[str, Any]]] = current_app.extensions.setdefault("outlines", Recent(MOST_KEPT))
    return kept


def _difference(old: Sequence[Any], new: Sequence[Any]) -> dict[str, Any]:
    """The rows between what two lists have in common at both ends."""
    short = min(len(old), len(new))
    head = 0
    while head < short and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < short - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return {"at": head, "gone": len(old) - head - tail, "rows": new[head:len(new) - tail]}


def _sections(opened: Opened) -> list[dict[str, Any]]:
    analysis = opened.analysis
    nodes = analysis.graph.nodes if analysis.graph is not None else {}
    icons: dict[str | None, str] = {}
    found = []
    for section in assist.outline(analysis):
        rows: list[tuple[Any, ...]] = []
        entries = section.pop("entries")
        before = base = entries[0]["start"] if entries else 0
        for entry in entries:
            name, start = entry["name"], entry["start"]
            node = nodes.get(name)
            marks = UNFINISHED if entry["unfinished"] else 0
            icon = ""
            if node is not None and node.resource.key.start == start:
                marks |= DRAWN | (OFF if node.enabled is False else 0)
                kind = node.resource.type
                if kind not in icons:
                    icons[kind] = icon_of(kind or "")
                icon = icons[kind]
            members = entry.get("members")
            rows.append((name, entry["detail"], icon, entry["group"], entry["severity"], marks, start - before,
                         entry["key_end"] - start, entry["end"] - start, members and [
                             (each["name"], each["start"] - start, each["key_end"] - each["start"],
                              each["end"] - each["start"]) for each in members]))
            before = start
        found.append({**section, "sign": SIGNS.get(section["one"], "condition"), "base": base, "rows": rows})
    return found
