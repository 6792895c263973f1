"""The history of a template as a file beside it, so that undo goes on elsewhere.

What comes in is hostile until it was replayed: every step has to lead from text to text, there and back, and from the
first to the file itself.
"""

from __future__ import annotations

import json
import math
from typing import Any

from sqlalchemy import Connection, insert, select, update

from designer.errors import DesignerError
from designer.text import Edit, apply_edits
from web import encodings
from web.history import reading
from web.history.steps import ARRANGE, MOST_STEPS
from web.history.tables import steps, templates
from web.history.templates import Stored
from web.history.texts import packed, unpacked
from web.refusals import Refusal

MEGABYTE = 1024 * 1024
HISTORY = ".history.json"
MOST_BYTES = 16 * MEGABYTE
MOST_WRITTEN = 8 * MEGABYTE
MOST_TEXT = 16 * MEGABYTE
# So many characters are replayed for one archive: older steps are left out then.
MOST_REPLAYED = 300_000_000
_KINDS = (*reading.TITLES, "operation", ARRANGE)


class Past:
    """The steps of a template, rows of the table, numbered from 1, and the number of the last one that is done."""

    __slots__ = ("rows", "step")

    def __init__(self, rows: list[dict[str, Any]], step: int) -> None:
        self.rows = rows
        self.step = step


class Patience:
    """How many characters may still be replayed."""

    __slots__ = ("left",)

    def __init__(self, left: int = MOST_REPLAYED) -> None:
        self.left = left

    def takes(self, size: int) -> bool:
        self.left -= size
        return self.left >= 0


def history_of(db: Connection, stored: Stored) -> bytes | None:
    """The history of a template as a file; None where it has none. Of a long one the newest steps."""
    rows = db.execute(select(steps).where(steps.c.template == stored.id).order_by(steps.c.number)).all()
    found: list[dict[str, Any]] = []
    room = MOST_WRITTEN
    for row in reversed(rows):
        room -= row.size + 200
        if row.before is not None or room < 0:
            # bytes that no text gives back end what can be told
            if row.number <= stored.step:
                break
            found.clear()
            continue
        found.append({"number": row.number, "title": row.title, "kind": row.kind, "at": row.at,
                      "edits": json.loads(row.edits), "inverse": json.loads(row.inverse),
                      "places": json.loads(row.places), "renamed": json.loads(row.renamed)})
    found.reverse()
    done = sum(each["number"] <= stored.step for each in found)
    if not found:
        return None
    for number, each in enumerate(found, 1):
        each["number"] = number
    return json.dumps({"version": 1, "template": stored.name, "step": done, "steps": found}).encode()


def read(data: bytes, file: bytes, patience: Patience) -> Past | None:
    """The history in a file that belongs to a template's `file`; None where it does not lead to it."""
    try:
        held = json.loads(data) if len(data) <= MOST_BYTES else None
        if not isinstance(held, dict) or held.get("version") != 1:
            return None
        every, step = held.get("steps"), held.get("step")
        if not isinstance(every, list) or not 0 < len(every) <= MOST_STEPS or not isinstance(step, int) \
                or isinstance(step, bool) or not 0 <= step <= len(every):
            return None
        rows = [_row(each) for each in every]
        text = encodings.shown(file)[0]
        kept = _backwards(rows[:step], text, patience)
        later = _forwards(rows[step:], text, patience)
    except (ValueError, RecursionError, Refusal, DesignerError, TypeError, KeyError):
        return None
    found = [*kept, *later]
    for number, row in enumerate(found, 1):
        row["number"] = number
    return Past(found, len(kept)) if found else None


def write(db: Connection, id: str, past: Past) -> None:
    """Give a template that was just made its history."""
    for at in range(0, len(past.rows), 200):
        db.execute(insert(steps), [{**row, "template": id} for row in past.rows[at:at + 200]])
    db.execute(update(templates).where(templates.c.id == id).values(step=past.step))


def _backwards(rows: list[dict[str, Any]], text: str, patience: Patience) -> list[dict[str, Any]]:
    """Those of the steps that lead to a text that there was patience for, all of them right. Raises ValueError else."""
    kept: list[dict[str, Any]] = []
    for row in reversed(rows):
        if not patience.takes(2 * len(text)):
            break
        before = _applied(text, unpacked(row["inverse"]))
        if _applied(before, unpacked(row["edits"])) != text:
            raise ValueError("a step does not lead to what comes after it")
        kept.append(row)
        text = before
    return kept[::-1]


def _forwards(rows: list[dict[str, Any]], text: str, patience: Patience) -> list[dict[str, Any]]:
    """The same of steps that were undone, from the text on."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        if not patience.takes(2 * len(text)):
            break
        after = _applied(text, unpacked(row["edits"]))
        if _applied(after, unpacked(row["inverse"])) != text:
            raise ValueError("a step does not lead back to what was before it")
        kept.append(row)
        text = after
    return kept


def _applied(text: str, edits: list[Edit]) -> str:
    after = apply_edits(text, edits)
    if len(after) > MOST_TEXT:
        raise ValueError("a text is too large")
    return after


def _row(step: Any) -> dict[str, Any]:
    """A step as a row of the table. Raises ValueError, TypeError, KeyError or Refusal where it is none."""
    edits, back = reading.edits_of(step["edits"]), reading.edits_of(step["inverse"])
    places = {node: [reading.place_of(node, was), reading.place_of(node, now)]
              for node, (was, now) in dict(step["places"]).items()}
    renamed = dict(step["renamed"])
    if len(places) > reading.MOST_PLACES or len(renamed) > reading.MOST_PLACES or not all(
            reading.is_node(each) for pair in renamed.items() for each in pair):
        raise ValueError("a step names something that is no node")
    kind, at = step["kind"], step["at"]
    if kind not in _KINDS or isinstance(at, bool) or not isinstance(at, (int, float)) or not math.isfinite(at) \
            or not 0 <= at < 1e11:
        raise ValueError("a step is of no kind, or of no time")
    forth, undone, placed = packed(edits), packed(back), json.dumps(places)
    return {"title": reading.title_of(step["title"]) or "Edit", "kind": kind, "client": "", "edits": forth,
            "inverse": undone, "places": placed, "renamed": json.dumps(renamed), "before": None,
            "size": len(forth) + len(undone) + len(placed), "began": float(at), "at": float(at)}
