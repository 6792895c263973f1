"""One kill after the other, and what is looked for after each."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.engine import make_url

from conformance.killing.client import TEMPLATE, Client
from conformance.killing.postgresql import Cluster
from designer.text import Edit, apply_edits
from web.history import Store, templates
from web.history.tables import changes, places
from web.history.tables import templates as table
from web.history.texts import stored_text, whole
from web.refusals import Refusal
from web.store import Recent

TEMPLATES = 2
LONGEST = 0.7  # seconds of work before a kill
EPOCH = 20  # rounds with the same templates
EVERY = 10  # how often PostgreSQL itself is killed too


class Figures:
    """What was found; `faults` says each fault in a line."""

    def __init__(self) -> None:
        self.acknowledged = 0
        self.before = 0  # of those, the ones of templates that are no longer looked at
        self.lost = 0
        self.doubtful = 0
        self.stored_in_doubt = 0
        self.damaged = 0
        self.faults: list[str] = []

    def __str__(self) -> str:
        return f"acknowledged {self.acknowledged}, lost {self.lost}, damaged {self.damaged}"


class Server:
    """A real server process with a database."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "designer", "serve", "--port", "0", "--database", address],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        if "http://" not in said:
            raise RuntimeError(f"the server does not start: {self._process.communicate(timeout=10)[1]}")
        self.port = int(said.split("http://", 1)[1].split()[0].rsplit(":", 1)[1])

    def kill(self) -> str:
        """SIGKILL; what it had written to its log."""
        if self._process.returncode is not None:
            return ""
        self._process.kill()
        return self._process.communicate()[1]


def run(address: str, kills: int, clients: int, seed: int, cluster: Cluster | None = None,
        say: Callable[[int, Figures], None] = lambda number, figures: None) -> Figures:
    """So many rounds; `say` hears of each."""
    figures = Figures()
    chance = random.Random(seed)
    people: list[Client] = []
    server = Server(address)
    try:
        for number in range(1, kills + 1):
            if number % EPOCH == 1:
                figures.before += sum(len(one.acknowledged) for one in people)
                people = _people(address, clients, seed + number)
            stop = threading.Event()
            for one in people:
                one.answered = 0
            threads = [threading.Thread(target=one.work, args=(server.port, stop), daemon=True) for one in people]
            for thread in threads:
                thread.start()
            _under_way(people)
            time.sleep(chance.uniform(0, LONGEST))
            if cluster is not None and number % EVERY == 0:
                cluster.kill()
            log = server.kill()
            stop.set()
            for thread in threads:
                thread.join(60)
            if "Traceback" in log:
                figures.faults.append(f"round {number}: {log.strip().splitlines()[-1]}")
            if cluster is not None and number % EVERY == 0:
                cluster.start()
            _look(address, people, figures, number)
            server = Server(address)
            for one in people:
                one.settle(server.port)
                figures.faults += [f"round {number}: {fault}" for fault in one.faults]
                one.faults.clear()
            say(number, figures)
    finally:
        server.kill()
    _look(address, people, figures, kills)
    return figures


def _under_way(people: list[Client]) -> None:
    """Wait until every client has been answered once, so that the kill strikes a stream and not a beginning."""
    ends = time.monotonic() + 20
    while any(one.answered == 0 for one in people) and time.monotonic() < ends:
        time.sleep(0.005)


def _people(address: str, clients: int, seed: int) -> list[Client]:
    """Clients of new templates, which have all their changes still."""
    store = Store(address)
    ids = [templates.create(store, "", f"killed-{number}.yaml", TEMPLATE.encode()) for number in range(TEMPLATES)]
    store.close()
    return [Client(ids[number % TEMPLATES], number, seed) for number in range(clients)]


def _look(address: str, people: list[Client], figures: Figures, number: int) -> None:
    """Look into the database while no server runs."""
    url = make_url(address)
    engine = create_engine(url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url)
    try:
        whole = _whole(engine)
        if whole != "ok":
            figures.damaged += 1
            figures.faults.append(f"round {number}: {whole}")
        for id in {one.template for one in people}:
            requests = _replayed(engine, id, figures, number)
            for one in people:
                if one.template == id:
                    _held(one, requests, figures, number)
    finally:
        engine.dispose()
    figures.acknowledged = figures.before + sum(len(one.acknowledged) for one in people)


def _whole(engine: Engine) -> str:
    """What the database says of itself."""
    with engine.connect() as db:
        if engine.dialect.name == "sqlite":
            said = db.execute(text("PRAGMA integrity_check")).scalars().all()
            loose = db.execute(text("PRAGMA foreign_key_check")).all()
            return "ok" if said == ["ok"] and not loose else f"{said} {loose}"
        db.execute(text("CREATE EXTENSION IF NOT EXISTS amcheck"))
        db.execute(text(
            "SELECT bt_index_check(index.indexrelid, true) FROM pg_index index JOIN pg_class class ON "
            "class.oid = index.indexrelid JOIN pg_am am ON am.oid = class.relam WHERE am.amname = 'btree' AND "
            "class.relnamespace = 'public'::regnamespace")).all()
        broken = db.execute(text(
            "SELECT relname, verify_heapam(oid) FROM pg_class WHERE relkind = 'r' AND "
            "relnamespace = 'public'::regnamespace")).all()
        return f"{broken}" if broken else "ok"


def _replayed(engine: Engine, id: str, figures: Figures, number: int) -> dict[str, int]:
    """Hold a template against its own changes; the revision of each request."""
    now: Any
    with engine.connect() as db:
        now = db.execute(select(table).where(table.c.id == id)).one()
        try:
            # without anything kept at hand: out of what is in the database alone
            file = stored_text(db, now, Recent(0))
        except Refusal as refusal:
            figures.faults.append(f"round {number}: {refusal}")
            file = whole(b"")
        rows = db.execute(select(changes).where(changes.c.template == id).order_by(changes.c.revision)).all()
        held = {row.node: [row.x, row.y] for row in db.execute(select(places).where(places.c.template == id))}
    words = TEMPLATE
    where: dict[str, Any] = {}
    for row in rows:
        edits = [Edit(*edit) for edit in json.loads(row.edits)]
        before, words = words, apply_edits(words, edits)
        if apply_edits(words, [Edit(*edit) for edit in json.loads(row.inverse)]) != before:
            figures.faults.append(f"round {number}: revision {row.revision} cannot be undone")
        where |= json.loads(row.places)
    where = {node: place for node, place in where.items() if place is not None}
    good = (words.encode() == file.data and file.mark == now.mark and where == held
            and [row.revision for row in rows] == list(range(1, now.revision + 1)))
    if not good:
        figures.damaged += 1
        figures.faults.append(f"round {number}: the text of {id} is not what its changes make of it")
    return {row.request: row.revision for row in rows}


def _held(one: Client, requests: dict[str, int], figures: Figures, number: int) -> None:
    for request, revision in one.acknowledged.items():
        if requests.get(request, revision + 1) > revision:
            figures.lost += 1
            figures.faults.append(f"round {number}: {request}, acknowledged at revision {revision}, is lost")
    if one.pending is not None:
        figures.doubtful += 1
        figures.stored_in_doubt += one.pending["request"] in requests
