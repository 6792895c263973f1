"""Edits of one text by two people: independent ones converge, those that touch the same text are found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.edit.edits import joined
from designer.text import Edit, apply_edits
from web.history.merging import Touching, difference, moved, touches

TEXTS = st.text("ab\n\r ", max_size=12)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    found = [Edit(points[at], points[at + 1], draw(TEXTS)) for at in range(0, len(points) - 1, 2)]
    return joined(found, text)


@st.composite
def two_people(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    text = draw(st.text("ab\n\r ", max_size=30))
    return text, draw(edits_of(text)), draw(edits_of(text))


@settings(max_examples=1500, deadline=None)
@given(two_people())
def test_both_orders_come_to_one_text(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, mine, theirs = case
    met = any(touches(one, other, text) for one in mine for other in theirs)
    try:
        mine_after = moved(mine, theirs, text)
    except Touching as touching:
        assert met and all(one in theirs for one in touching.theirs)
        with pytest.raises(Touching):
            moved(theirs, mine, text, first=True)
        return
    assert not met
    theirs_after = moved(theirs, mine, text, first=True)
    merged = apply_edits(apply_edits(text, theirs), mine_after)
    assert merged == apply_edits(apply_edits(text, mine), theirs_after)
    # Nothing that either put in is lost, and nothing that either took away is there.
    same = [one for one in mine if one in theirs]
    gone = sum(one.end - one.start for one in [*mine, *theirs]) - sum(one.end - one.start for one in same)
    new = sum(len(one.text) for one in [*mine, *theirs]) - sum(len(one.text) for one in same)
    assert len(merged) == len(text) - gone + new


@settings(max_examples=500, deadline=None)
@given(st.text("ab\n", max_size=20), st.text("ab\n", max_size=20))
def test_a_difference_makes_one_text_of_another(before: str, after: str) -> None:
    assert apply_edits(before, difference(before, after)) == after


# text, mine, theirs, what comes out (None: both touch the same text)
CASES = [
    ("one two", Edit(0, 3, "1"), Edit(4, 7, "2"), "1 2"),
    ("one two", Edit(0, 3, "1"), Edit(1, 2, "x"), None),
    ("one two", Edit(2, 2, "x"), Edit(0, 3, ""), None),
    ("onetwo", Edit(0, 3, "1"), Edit(3, 6, "2"), "12"),
    ("one", Edit(3, 3, "s"), Edit(0, 3, "two"), None),
    ("a\nb\n", Edit(2, 2, "mine\n"), Edit(2, 2, "theirs\n"), "a\ntheirs\nmine\nb\n"),
    ("a\nb", Edit(1, 1, "\nmine"), Edit(1, 1, "\ntheirs"), "a\ntheirs\nmine\nb"),
    ("ab", Edit(1, 1, "x"), Edit(1, 1, "y"), None),
    ("a\nb\nc\n", Edit(4, 4, "new\n"), Edit(2, 4, ""), "a\nnew\nc\n"),
    ("a\nb\nc\n", Edit(2, 2, "new\n"), Edit(2, 4, ""), "a\nnew\nc\n"),
    ("a\nb\n", Edit(2, 3, "x"), Edit(2, 3, "x"), "a\nx\n"),
    ("a\r\nb", Edit(2, 2, "x\n"), Edit(2, 2, "y\n"), None),
]


@pytest.mark.parametrize(("text", "mine", "theirs", "out"), CASES)
def test_what_touches_what(text: str, mine: Edit, theirs: Edit, out: str | None) -> None:
    if out is None:
        with pytest.raises(Touching):
            moved([mine], [theirs], text)
    else:
        assert apply_edits(apply_edits(text, [theirs]), moved([mine], [theirs], text)) == out
