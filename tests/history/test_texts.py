"""A long text is written whole now and then; what stands in between is read out of what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from designer.text import Edit, apply_edits
from web.history import Store, steps, templates
from web.history.tables import changes
from web.history.tables import templates as table
from web.history.texts import MOST_ARRANGED, MOST_BEHIND, WHOLE_BELOW
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
    assert written(store, id) == MOST_ARRANGED + 1
    fresh = opened(tmp_path)
    assert templates.need(fresh, id).text == f"# first\n{LONG}"
    fresh.close()
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
