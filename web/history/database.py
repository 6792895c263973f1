"""The database: SQLite in a file, or PostgreSQL by its address.

A transaction that writes takes its lock when it begins, so that it never has to give up half way; what it wrote is on
the disk when it has ended (`synchronous=FULL`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from flask import Flask, Response, current_app, request
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from designer.errors import DesignerError
from web.history import workspace
from web.history.live import Listeners
from web.history.texts import Text
from web.refusals import refuse
from web.store import Recent

LOCK_SECONDS = 20
MOST_CARDS = 200_000
MOST_TEXTS = 64 * 1024 * 1024
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={LOCK_SECONDS * 1000}")
FILE_NAME = "templates.sqlite"

# What PostgreSQL's servers agree on while one of them makes the tables.
MIGRATION_LOCK = 7_226_001


class Store:
    """The database of stored templates, and the pages that listen for changes; the database opens when first used."""

    __slots__ = ("address", "listeners", "_engine", "_lock", "_asked", "layouts", "texts", "__weakref__")

    def __init__(self, address: str | None, most_listeners: int = 0) -> None:
        self.address = address
        self.listeners = Listeners(most_listeners)
        self._engine: Engine | None = None
        self.layouts: Recent[dict[str, tuple[float, float]]] = Recent(MOST_CARDS)  # as they were written last
        self.texts: Recent[tuple[int, Text]] = Recent(MOST_TEXTS)
        self._lock = Lock()
        self._asked = time.monotonic()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads, all of it the same state."""
        # SQLite gives that by itself; PostgreSQL would let each query see what was committed just before it.
        how = {} if self.engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**how) as db, db.begin():
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: durable when the block is left, undone where it raises."""
        with self.engine.connect().execution_options(writes=True) as db, db.begin():
            yield db

    @property
    def engine(self) -> Engine:
        """The engine; opened, and its tables brought up to date, when first asked for. Raises DesignerError."""
        if self._engine is None:
            with self._lock:
                if self._engine is None:
                    self._engine = _opened(self.address if self.address is not None else self._temporary())
        return self._engine

    def due(self, seconds: float) -> bool:
        """Whether nobody has asked this for so long, since the store was made: what is done now and then is due."""
        now = time.monotonic()
        with self._lock:
            if now - self._asked < seconds:
                return False
            self._asked = now
            return True

    def open(self) -> None:
        """Open the database now, so that what is wrong with it is told at once. Raises DesignerError."""
        with self.reading():
            pass

    def close(self) -> None:
        """Let go of the database's connections, and send away whoever listens."""
        self.listeners.close()
        if self._engine is not None:
            self._engine.dispose()

    def _temporary(self) -> str:
        folder = tempfile.mkdtemp(prefix="hot-designer-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return f"sqlite:///{folder}/{FILE_NAME}"


def register(app: Flask) -> None:
    """Give the application its store, as configured by DATABASE (None: a file that goes with the process)."""
    app.extensions["history"] = Store(app.config["DATABASE"], app.config["LISTENERS"])

    @app.errorhandler(OperationalError)
    @app.errorhandler(PoolTimeout)
    def unsaved(error: Exception) -> Response:
        # Locked for too long, out of disk, gone for a moment: what was asked for can be asked for again.
        app.logger.error("503 %s: the database does not answer: %s", request.endpoint, _one_line(error))
        return refuse(503, "The database does not answer, so nothing was stored. Try again in a moment.", "unsaved")

    workspace.register(app)


def store() -> Store:
    """The store of the application that handles this request."""
    found: Store = current_app.extensions["history"]
    return found


def usual_address() -> str:
    """The address of the database where none is named: a file in the person's folder of data."""
    home = os.environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(home):
        home = os.path.join(os.path.expanduser("~"), ".local", "share")
    return f"sqlite:///{os.path.join(home, 'hot-designer', FILE_NAME)}"


def _opened(address: str) -> Engine:
    url = _url(address)
    try:
        engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
        _migrate(engine)
    except (DBAPIError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise DesignerError(f"the database {shown(url)} cannot be used: {_one_line(cause)}") from error
    return engine


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise DesignerError("a database is named by an address such as sqlite:////home/me/templates.sqlite or "
                            "postgresql://me@localhost/templates") from None
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise DesignerError(f"a database of SQLite or PostgreSQL is needed, not of {url.get_backend_name()!r}")
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return url


def shown(url: URL) -> str:
    """An address as it may be printed: without its password."""
    return url.render_as_string(hide_password=True)


def _sqlite(url: URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        raise DesignerError("a database in memory keeps nothing: name a file, such as sqlite:////home/me/templates.sqlite")
    folder = os.path.dirname(os.path.abspath(str(url.database)))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    engine = create_engine(url, pool_size=20, max_overflow=40, connect_args={"timeout": LOCK_SECONDS})

    @event.listens_for(engine, "connect")
    def connected(connection: Any, record: object) -> None:
        # The driver would begin transactions by itself, and too late; `begun` does.
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_size=10, max_overflow=40, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError):
        raise DesignerError("PostgreSQL needs its driver: pip install 'hot-designer[postgresql]'") from None


def _migrate(engine: Engine) -> None:
    """Bring the tables up to date; a server that starts at the same time waits, and finds it done."""
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise DesignerError("the database was written by a newer version of Hot Designer; "
                                "start that one") from error


def _one_line(error: object) -> str:
    return " ".join(str(error).split())
