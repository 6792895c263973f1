"""Numbers of things, in words."""

from __future__ import annotations

import pytest

from designer.text.counting import counted


@pytest.mark.parametrize(("number", "words"), [(0, "0 parts"), (1, "1 part"), (2, "2 parts")])
def test_one_is_called_by_itself(number: int, words: str) -> None:
    assert counted(number, "part") == words


def test_what_takes_no_s() -> None:
    assert counted(1, "entry", "entries") == "1 entry" and counted(3, "entry", "entries") == "3 entries"
