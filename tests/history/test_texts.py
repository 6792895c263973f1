"""A long text is written whole now and then; what stands in between is read out of what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, select, text, update

from designer.text import Edit, apply_edits
from web import history
from web.history import Store, steps, templates
from web.history.tables import changes
from web.history.tables import templates as table
from web.history.texts import MOST_ARRANGED, MOST_BEHIND, WHOLE_BELOW, marked
from web.refusals import Refusal

LONG = "heat_template_version: 2021-04-16\n" + "# a line of a long file\n" * (WHOLE_BELOW // 20)
MOST = 10 * 1024 * 1024


def opened(path: Path) -> Store:
    return Store(f"sqlite:///{path}/t.sqlite")


def edit(store: Store, id: str, revision: int, *edits: Edit) -> None:
    steps.take(store, id, steps.Asked(revision, client="one", kind="edit", edits=edits), MOST)


def written(store: Store, id: str) -> int:
    with store.reading() as db:
        return int(db.execute(select(table.c.written).where(table.c.id == id)).scalar_one())


def test_the_file_is_what_its_edits_make_of_it(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    text = LONG
    id = templates.create(one, "w", "long.yaml", text.encode())
    whole = set()
    for revision in range(2 * MOST_BEHIND + 10):
        change = Edit(40 * revision, 40 * revision + 2, f"é{revision}\n")
        text = apply_edits(text, [change])
        store = (one, other)[revision // 7 % 2]  # two servers in turn, each with what it keeps at hand
        edit(store, id, revision, change)
        whole.add(written(store, id))
        assert templates.need(store, id).text == text
    assert whole == {0, MOST_BEHIND + 1, 2 * (MOST_BEHIND + 1)}
    fresh = opened(tmp_path)
    found = templates.need(fresh, id)
    assert found.data == text.encode() and found.mark == templates.need(one, id).mark
    steps.take(fresh, id, steps.Asked(found.revision, client="one", to=0), MOST)
    assert templates.need(one, id).text == LONG
    for store in (one, other, fresh):
        store.close()


def test_a_short_file_is_written_each_time(tmp_path: Path) -> None:
    store = opened(tmp_path)
    id = templates.create(store, "w", "short.yaml", b"a: 1\n")
    for revision in range(3):
        edit(store, id, revision, Edit(3, 4, f"{revision}"))
        assert written(store, id) == revision + 1
    store.close()


def test_places_alone_do_not_outrun_what_is_kept_of_changes(tmp_path: Path) -> None:
    store = opened(tmp_path)
    id = templates.create(store, "w", "long.yaml", LONG.encode())
    edit(store, id, 0, Edit(0, 0, "# first\n"))
    for revision in range(1, MOST_ARRANGED + 2):
        steps.take(store, id, steps.Asked(revision, kind=steps.ARRANGE, places={"a": (revision, 0.0)}), MOST)
    assert written(store, id) == MOST_ARRANGED + 2  # written whole, nothing more changed
    fresh = opened(tmp_path)
    assert templates.need(fresh, id).text == f"# first\n{LONG}"
    fresh.close()
    store.close()


def test_what_an_older_version_stored_is_there(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/t.sqlite")
    config = Config()
    config.set_main_option("script_location", str(Path(history.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as db, db.begin():
        db.execute(text("PRAGMA foreign_keys=ON"))
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
        db.execute(text("INSERT INTO templates (id, workspace, name, data, mark, size, revision, step, layout, "
                        "created, changed) "
                        "VALUES ('a', 'w', 'old.yaml', :data, :mark, 5, 1, 1, '{\"n\": [1, 2]}', 1, 1)"),
                   {"data": b"a: 2\n", "mark": marked(b"a: 2\n")})
        db.execute(text("INSERT INTO places VALUES ('a', 'n', 3, 4)"))
        db.execute(text("INSERT INTO steps VALUES ('a', 1, 'Edit', 'edit', 'one', '[[3, 4, \"2\"]]', "
                        "'[[3, 4, \"1\"]]', '{}', '{}', NULL, 1, 1, 1)"))
    engine.dispose()
    store = opened(tmp_path)
    assert templates.need(store, "a").data == b"a: 2\n"
    assert templates.layout_of(store, "a") == {"n": (1, 2)}
    assert templates.places_of(store, "a") == {"n": (3, 4)}
    steps.take(store, "a", steps.Asked(1, client="one", walk=steps.UNDO), MOST)
    assert templates.need(store, "a").data == b"a: 1\n"
    store.close()


def test_what_does_not_fit_together_is_told(tmp_path: Path) -> None:
    store = opened(tmp_path)
    id = templates.create(store, "w", "long.yaml", LONG.encode())
    edit(store, id, 0, Edit(0, 0, "# first\n"))
    with store.writing() as db:
        db.execute(update(changes).values(edits='[[0, 0, "# another\\n"]]'))
    assert templates.need(store, id).text.startswith("# first")  # what is at hand is as it was acknowledged
    fresh = opened(tmp_path)
    with pytest.raises(Refusal, match="does not fit together"):
        templates.need(fresh, id)
    fresh.close()
    store.close()
