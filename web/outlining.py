"""The outline as the page gets it: rows that say where each entry stands from the one before, so that after an edit
only the rows that it touched are others, and only those are sent.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from flask import current_app

from designer import assist
from designer.text.ends import common_ends
from web.documents import Opened
from web.presenting import icon_of
from web.store import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from designer.syntax import Node, Scalar

# An entry of the page that works without a script is a line of its markup; more than these nobody reads there.
MOST_LISTED = 200
MOST_KEPT = 300_000  # rows of all the outlines that a later one may be told from

DRAWN, OFF, UNFINISHED = 1, 2, 4
STEP = 6  # the place in a row of how far it stands from the one before

SIGNS = {"parameter": "parameter", "parameter group": "list", "output": "output"}


class Outline:
    """An outline as it was made: its sections, and what the analysis told of resources at that moment."""

    __slots__ = ("sections", "moment", "severities")

    def __init__(self, sections: list[dict[str, Any]], moment: object,
                 severities: dict[str, tuple[str | None, bool]]) -> None:
        self.sections = sections
        self.moment = moment
        self.severities = severities


def sections(opened: Opened) -> list[dict[str, Any]]:
    """Every section: section, title, one, purpose, sign, `base` (where its first entry starts) and `rows`.

    A row is (name, detail, icon, service, severity, marks, step, key, length, members): `marks` is a sum of DRAWN, OFF
    and UNFINISHED; `step` how far its start is from that of the row before; `key` and `length` how long its name and
    all of it are; members, None where there can be none, are rows (name, from the start of the entry, key, length).
    """
    return _outline(opened, None).sections


def _outline(opened: Opened, before: Outline | None) -> Outline:
    kept = _kept()
    found = kept.get(opened.id)
    if found is None:
        made = opened.once("outline rows", lambda: _made(opened, before))
        found = kept.put(opened.id, made, 1 + sum(len(section["rows"]) for section in made.sections))
    return found


def changes(opened: Opened, since: str) -> dict[str, Any]:
    """What to make of an outline that the page has: of each section `at`, `gone` rows and the `rows` in their place.

    `since` is the id of the text that it has the outline of; where that is not known any more all rows are new.
    """
    before = _kept().get(since)
    old = {section["section"]: section["rows"] for section in before.sections} if before is not None else {}
    now = _outline(opened, before).sections
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


def _kept() -> Recent[Outline]:
    """The outlines that pages have, to tell what changed since."""
    kept: Recent[Outline] = current_app.extensions.setdefault("outlines", Recent(MOST_KEPT))
    return kept


def _difference(old: Sequence[Any], new: Sequence[Any]) -> dict[str, Any]:
    """The rows between what two lists have in common at both ends."""
    head, tail = common_ends(old, new)
    return {"at": head, "gone": len(old) - head - tail, "rows": new[head:len(new) - tail]}


def _made(opened: Opened, before: Outline | None) -> Outline:
    """The outline of a text; rows that no edit touched are taken over from the one `before`."""
    analysis = opened.analysis
    severities = assist.severities(analysis)
    edited = analysis.edited_since(before.moment) if before is not None else None
    if before is not None and edited is not None and analysis.template is not None:
        edited = edited | {name for name in (*severities, *before.severities)
                           if severities.get(name) != before.severities.get(name)}
        known = next((section for section in before.sections if section["typed"]), None)
        taken = _taken_over(opened, known, edited) if known is not None else None
        if taken is not None:
            return Outline(taken, analysis.moment, severities)
    return Outline([_section(opened, section) for section in assist.outline(analysis)], analysis.moment, severities)


def _section(opened: Opened, section: dict[str, Any]) -> dict[str, Any]:
    entries = section.pop("entries")
    before = base = entries[0]["start"] if entries else 0
    rows: list[tuple[Any, ...]] = []
    for entry in entries:
        rows.append(_row(opened, entry, before))
        before = entry["start"]
    return {**section, "sign": SIGNS.get(section["one"], "condition"), "base": base, "rows": rows}


def _taken_over(opened: Opened, known: dict[str, Any], edited: set[str]) -> list[dict[str, Any]] | None:
    """The sections, resources that no edit touched with the rows they had; None where their place is not to be told."""
    template = opened.analysis.template
    if template is None or opened.analysis.document.aliases:
        return None
    written, rows = template.written_resources(), known["rows"]
    short = min(len(written), len(rows))
    head = tail = 0
    while head < short and written[head][0].value == rows[head][0]:
        head += 1
    while tail < short - head and written[-1 - tail][0].value == rows[-1 - tail][0]:
        tail += 1
    places = {bisect_left(written, template.resources[name].key.start, key=_start)
              for name in edited if name in template.resources}
    places.update(range(head, len(written) - tail))
    found = [*rows[:head], *[None] * (len(written) - head - tail), *rows[len(rows) - tail:]]
    made = assist.outline(opened.analysis, [str(written[at][0].value) for at in sorted(places)])
    section = next(section for section in made if section["typed"])
    for at, entry in zip(sorted(places), section["entries"], strict=True):
        found[at] = _row(opened, entry, written[at - 1][0].start if at else entry["start"])
    for at in places:
        if at + 1 < len(written) and at + 1 not in places:
            row = found[at + 1]
            found[at + 1] = (*row[:STEP], written[at + 1][0].start - written[at][0].start, *row[STEP + 1:])
    if written and 0 not in places:
        found[0] = (*found[0][:STEP], 0, *found[0][STEP + 1:])
    if tail and tail < len(written):
        at = len(written) - tail
        found[at] = (*found[at][:STEP], written[at][0].start - written[at - 1][0].start, *found[at][STEP + 1:])
    section.update(rows=found, base=written[0][0].start if written else 0)
    return [{**{key: value for key, value in each.items() if key != "entries"},
             "sign": SIGNS.get(each["one"], "condition")} if each is section else _section(opened, each)
            for each in made]


def _row(opened: Opened, entry: dict[str, Any], before: int) -> tuple[Any, ...]:
    graph = opened.analysis.graph
    name, start = entry["name"], entry["start"]
    node = graph.nodes.get(name) if graph is not None else None
    marks = UNFINISHED if entry["unfinished"] else 0
    icon = ""
    if node is not None and node.resource.key.start == start:
        marks |= DRAWN | (OFF if node.enabled is False else 0)
        icon = icon_of(node.resource.type or "")
    members = entry.get("members")
    return (name, entry["detail"], icon, entry["group"], entry["severity"], marks, start - before,
            entry["key_end"] - start, entry["end"] - start, members and [
                (each["name"], each["start"] - start, each["key_end"] - each["start"], each["end"] - each["start"])
                for each in members])


def _start(entry: tuple[Scalar, Node]) -> int:
    return entry[0].start
