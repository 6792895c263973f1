"""Templates as files: the archive of all of them, with the small file of positions and the history beside each.

An archive that comes in is hostile until it was looked at: it may be none, claim any name, and unpack to any size.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import IO, Any

from sqlalchemy import insert, select

from web.history import past
from web.history.database import Store
from web.history.reading import place_of
from web.history.tables import places
from web.history.tables import templates as table
from web.history.templates import created, needed
from web.history.templates import found as of_id
from web.names import safe_name, stem
from web.refusals import Refusal

MEGABYTE = 1024 * 1024
MOST_ARCHIVE = 64 * MEGABYTE
MOST_UNPACKED = 128 * MEGABYTE
MOST_HISTORIES = 32 * MEGABYTE
MOST_ENTRIES = 5000
MOST_SIDECAR = 4 * MEGABYTE
SIDECAR = ".positions.json"
ENDINGS = (".yaml", ".yml", ".json", ".template", ".hot")
LINK = 0o120000


class Found:
    """A template of an archive: its name, its bytes, the files beside it, where its cards were put, and its history.

    `lost` tells that the archive has a history of it that does not lead to it.
    """

    __slots__ = ("name", "data", "beside", "positions", "past", "lost")

    def __init__(self, name: str, data: bytes, beside: dict[str, str] | None = None,
                 positions: dict[str, tuple[float, float]] | None = None, past: past.Past | None = None,
                 lost: bool = False) -> None:
        self.name = name
        self.data = data
        self.beside = beside
        self.positions = positions or {}
        self.past = past
        self.lost = lost


def sidecar(name: str, positions: dict[str, tuple[float, float]]) -> dict[str, Any]:
    """What a file of positions holds."""
    return {"version": 1, "template": name, "positions": {node: list(positions[node]) for node in sorted(positions)}}


def positions_of(data: bytes) -> dict[str, tuple[float, float]]:
    """Where a file of positions has cards. Raises Refusal (400) where it is none."""
    try:
        held = json.loads(data) if len(data) <= MOST_SIDECAR else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("version") != 1 or not isinstance(held.get("positions"), dict):
        raise Refusal(400, "That is no file of positions.")
    found = {node: place_of(node, place) for node, place in held["positions"].items()}
    return {node: place for node, place in found.items() if place is not None}


def packed(store: Store, workspace: str) -> bytes:
    """All templates of a workspace as an archive: each file, beside it its positions, its history and the files that
    it names.

    What has files beside it stands in a folder of its own.
    """
    out = io.BytesIO()
    used: set[str] = set()
    room = MOST_HISTORIES
    with store.reading() as db, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        ids = db.scalars(select(table.c.id).where(table.c.workspace == workspace, table.c.deleted.is_(None))
                         .order_by(table.c.created)).all() if workspace else []
        for id in ids:
            own = needed(of_id(store, db, id))
            placed = {node: (x, y) for node, x, y in db.execute(
                select(places.c.node, places.c.x, places.c.y).where(places.c.template == id))}
            beside = own.beside or {}
            folder = f"{_unused(stem(own.name), used)}/" if beside else ""
            name = _entry(own.name)
            if not folder:
                name = _unused(name, used)
            archive.writestr(folder + name, own.data)
            if placed:
                archive.writestr(f"{folder}{name}{SIDECAR}", json.dumps(sidecar(own.name, placed), indent=1))
            history = past.history_of(db, own)
            if history is not None and len(history) <= room:
                room -= len(history)
                archive.writestr(f"{folder}{name}{past.HISTORY}", history)
            for other, text in beside.items():
                archive.writestr(f"{folder}files/{_inside(other)}", text)
            if beside:
                archive.writestr(f"{folder}files.json", json.dumps({"version": 1, "template": name, "files": beside}))
    return out.getvalue()


def read(file: IO[bytes], most_bytes: int) -> list[Found]:
    """The templates of an archive. Raises Refusal where it is none, holds none, or holds too much."""
    try:
        with zipfile.ZipFile(file) as archive:
            contents = _contents(archive, most_bytes)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise Refusal(400, "That is no archive that can be read: a .zip file is needed, without a password.") from error
    found = []
    patience = past.Patience()
    kept_beside = {name[:-len("files.json")] for name in contents if name.rsplit("/", 1)[-1] == "files.json"}
    for name, data in contents.items():
        folder, _, last = name.rpartition("/")
        folder = f"{folder}/" if folder else ""
        if not last.lower().endswith(ENDINGS) or last.endswith((SIDECAR, past.HISTORY)) or last == "files.json":
            continue
        if any(name.startswith(f"{place}files/") for place in kept_beside):
            continue
        positions, history = contents.get(name + SIDECAR), contents.get(name + past.HISTORY)
        steps = past.read(history, data, patience) if history is not None else None
        found.append(Found(safe_name(last), data, _beside(contents.get(f"{folder}files.json"), last),
                           positions_of(positions) if positions is not None else None, steps,
                           history is not None and steps is None))
    if not found:
        raise Refusal(400, "There is no template in that archive.")
    return found


def stored(store: Store, workspace: str, found: list[Found]) -> None:
    """Store templates, all of them or none. Raises Refusal where the workspace has no room for them."""
    with store.writing() as db:
        for one in found:
            id = created(db, workspace, one.name, one.data, one.beside)
            rows = [{"template": id, "node": node, "x": x, "y": y} for node, (x, y) in one.positions.items()]
            if rows:
                db.execute(insert(places), rows)
            if one.past is not None:
                past.write(db, id, one.past)


def _contents(archive: zipfile.ZipFile, most_bytes: int) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and entry.external_attr >> 16 & LINK != LINK]
    if len(entries) > MOST_ENTRIES:
        raise Refusal(413, f"That archive has more than {MOST_ENTRIES} files.", "too-large")
    room = MOST_UNPACKED
    contents = {}
    for entry in entries:
        if entry.filename.startswith("__MACOSX/"):
            continue
        most = past.MOST_BYTES if entry.filename.endswith(past.HISTORY) else most_bytes
        with archive.open(entry) as file:
            data = file.read(most + 1)  # what the archive says of sizes may be a lie
        room -= len(data)
        if len(data) > most or room < 0:
            raise Refusal(413, "That archive unpacks to more than is taken: "
                          f"{most_bytes // MEGABYTE} MB a file, {MOST_UNPACKED // MEGABYTE} MB together.", "too-large")
        contents[entry.filename] = data
    return contents


def _beside(data: bytes | None, name: str) -> dict[str, str] | None:
    """The files that stand beside the template `name`."""
    try:
        held = json.loads(data) if data is not None else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("template") != name or not isinstance(held.get("files"), dict):
        return None
    files = {other: text for other, text in held["files"].items() if isinstance(text, str)}
    try:
        json.dumps(files, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # halves of characters
        return None
    return files


def _entry(name: str) -> str:
    """A file name as it can stand in an archive, on any system."""
    return "".join(c if c not in '/\\:*?"<>|' else "-" for c in name)


def _inside(name: str) -> str:
    """A path of a file beside a template, kept below its folder."""
    return "/".join(_entry(part) for part in name.split("/") if part not in ("", ".", "..")) or "file"


def _unused(name: str, used: set[str]) -> str:
    """A name that nothing else in the archive has, upper and lower case alike."""
    first, dot, ending = name.rpartition(".")
    if not first:
        first, dot, ending = name, "", ""
    number, found = 2, name
    while found.lower() in used:
        found = f"{first} {number}{dot}{ending}"
        number += 1
    used.add(found.lower())
    return found
