"""Any sequence of steps of two people: nothing lost, everything undone to the first byte, both pages alike."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.text import Edit, apply_edits
from web.history import Store, steps, templates
from web.history.steps import Asked, Behind, Conflict, Impossible, Outcome

FIRST = "heat_template_version: 2021-04-16\r\nresources:\n  a:\n    type: OS::Heat::None\n# \u00e9\U0001f600\n"
MOST = 1 << 20


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path_factory.mktemp('sequences')}/t.sqlite")
    yield made
    made.close()


class Page:
    """What a page knows: a revision and the text at it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.revision = 0
        self.text = FIRST

    def take_in(self, outcome: Outcome) -> None:
        for change in outcome.changes:
            self.text = apply_edits(self.text, change.edits)
        self.revision = outcome.stored.revision


def asked_of(page: Page, chance: random.Random, number: int) -> Asked:
    request = f"{page.name}{number}"
    way = chance.random()
    if way < 0.15:
        return Asked(page.revision, request, page.name, title="", walk="undo")
    if way < 0.25:
        return Asked(page.revision, request, page.name, title="", walk="redo")
    if way < 0.3:
        return Asked(page.revision, request, page.name, title="", to=chance.randrange(4))
    places = {chance.choice("ab"): chance.choice([None, (1.0, float(number))])} if way < 0.45 else None
    points = sorted(chance.randint(0, len(page.text)) for _ in range(2 * chance.randint(0 if places else 1, 2)))
    edits = [Edit(points[at], points[at + 1], chance.choice(["", "x", "line\n", "\r\n", "\U0001f600"]))
             for at in range(0, len(points), 2)]
    return Asked(page.revision, request, page.name, chance.choice(["typing", "paste"]), "Edit", edits, places=places)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_any_sequence(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    id = templates.create(store, "", "a.yaml", FIRST.encode())
    pages = [Page("m"), Page("t")]
    for number in range(chance.randint(5, 40)):
        page = chance.choice(pages)
        asked = asked_of(page, chance, number)
        try:
            outcome = steps.take(store, id, asked, MOST)
            again = steps.take(store, id, asked, MOST)
            assert again.stored.revision == outcome.stored.revision  # sent twice, done once
            page.take_in(outcome)
        except (Conflict, Impossible) as refused:
            page.take_in(refused.outcome)
        found = templates.need(store, id)
        assert page.text == found.data.decode() and templates.marked(found.data) == found.mark
    for page in pages:
        page.take_in(steps.since(store, id, page.revision))
    last = templates.need(store, id)
    assert pages[0].text == pages[1].text == last.data.decode()
    for to in (0, last.step, 0):
        steps.take(store, id, Asked(templates.need(store, id).revision, title="", to=to), MOST)
        now = templates.need(store, id)
        assert now.data == (FIRST.encode() if to == 0 else last.data)
    assert templates.places_of(store, id) == {}


def test_what_was_pruned_is_not_guessed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_CHANGES", 5)
    monkeypatch.setattr(steps, "MOST_STEPS", 5)
    monkeypatch.setattr(steps, "PRUNED_EACH", 1)
    id = templates.create(store, "", "a.yaml", FIRST.encode())
    for number in range(20):
        steps.take(store, id, Asked(number, kind="paste", title="", edits=[Edit(0, 0, f"# {number}\n")]), MOST)
    with pytest.raises(Behind):
        steps.since(store, id, 3)
    assert len(steps.since(store, id, 16).changes) == 4
    undone = 0
    try:
        while True:
            revision = templates.need(store, id).revision
            steps.take(store, id, Asked(revision, title="", walk="undo"), MOST)
            undone += 1
    except Impossible as impossible:
        assert "nothing to undo" in impossible.sentence
    assert undone == 5 and templates.need(store, id).data.decode().endswith("# 0\n" + FIRST)
