"""The database: its tables as migrations make them, two servers that start at once, and what cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from conformance.killing.postgresql import Cluster
from designer.errors import DesignerError
from web.history import Store, tables, templates
from web.history.database import usual_address


def difference(engine: Engine) -> list[object]:
    with engine.connect() as db:
        return list(compare_metadata(MigrationContext.configure(db, opts={"compare_type": True}), tables.metadata))


def test_migrations_come_to_the_tables(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/t.sqlite")
    assert difference(store.engine) == []
    store.close()


def test_migrations_come_to_the_tables_on_postgresql(cluster: Cluster) -> None:
    store = Store(cluster.address)
    assert difference(store.engine) == []
    store.close()


def test_what_is_written_is_on_the_disk(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/t.sqlite")
    with store.reading() as db:
        assert db.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert db.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
        assert db.execute(text("PRAGMA foreign_keys")).scalar() == 1
    store.close()


def test_many_servers_that_start_at_once_make_the_tables_once(tmp_path: Path) -> None:
    together([Store(f"sqlite:///{tmp_path}/new/t.sqlite") for _ in range(6)])


def test_many_servers_that_start_at_once_on_postgresql(cluster: Cluster) -> None:
    with cluster.another() as address:
        together([Store(address) for _ in range(6)])


def together(stores: list[Store]) -> None:
    faults: list[BaseException] = []

    def start(store: Store) -> None:
        try:
            store.open()
        except BaseException as error:
            faults.append(error)

    threads = [Thread(target=start, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    ids = [templates.create(store, "w", "a.yaml", b"a: 1\n") for store in stores]
    assert len(templates.listed(stores[0], "w", [])) == len(set(ids)) == len(stores)
    for store in stores:
        store.close()


@pytest.mark.parametrize(("address", "words"), [
    ("nonsense", "named by an address"), ("mysql://x/y", "SQLite or PostgreSQL"), ("sqlite://", "in memory"),
    ("sqlite:////proc/nothing/t.sqlite", "cannot be used"),
    ("postgresql://me:secret@127.0.0.1:1/none?connect_timeout=2", "cannot be used"),
])
def test_what_cannot_be_used_is_said_in_one_line(address: str, words: str) -> None:
    with pytest.raises(DesignerError) as told:
        Store(address).open()
    assert words in str(told.value) and "\n" not in str(told.value) and "secret" not in str(told.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "t.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(DesignerError, match="cannot be used"):
        Store(f"sqlite:///{tmp_path}/t.sqlite").open()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "t.sqlite"
    Store(f"sqlite:///{file}").open()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DesignerError, match="newer version"):
        Store(f"sqlite:///{file}").open()


def test_it_is_among_the_persons_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert usual_address() == f"sqlite:///{tmp_path}/hot-designer/templates.sqlite"
    for value in ("", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", value)
        assert usual_address() == f"sqlite:///{os.path.expanduser('~')}/.local/share/hot-designer/templates.sqlite"


def test_whoever_validates_loads_no_database(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("heat_template_version: 2021-04-16\n")
    code = ("import sys; from designer.cli import main; main(['validate', sys.argv[1]]); "
            "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'alembic', 'flask', 'web')))")
    assert subprocess.run([sys.executable, "-c", code, str(file)], stdout=subprocess.DEVNULL).returncode == 0
