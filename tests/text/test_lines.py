"""Offsets, lines and edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.errors import DesignerError
from designer.text import Edit, LineIndex, apply_edits

TEXTS = st.text(alphabet="ab\n\r\u2028é😀", max_size=40)


@given(TEXTS, st.integers(0, 40))
def test_position_and_offset_are_inverse(text: str, offset: int) -> None:
    lines = LineIndex(text)
    offset = min(offset, len(text))
    line, column = lines.position(offset)
    if text[offset - 1:offset] != "\r" or text[offset:offset + 1] != "\n":
        # an offset between CR and LF is no place of its own
        back = lines.offset(line, column)
        assert back == offset or text[back:offset].strip("\r\n") == ""


@given(TEXTS)
def test_lines_are_those_of_an_editor(text: str) -> None:
    lines = LineIndex(text)
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [lines.line(number + 1) for number in range(len(lines))] == expected


def test_edits_mean_the_text_as_given() -> None:
    assert apply_edits("abcdef", [Edit(4, 5, "X"), Edit(0, 1, ""), Edit(2, 2, "--")]) == "b--cdXf"


@pytest.mark.parametrize("edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(0, 9, "")], [Edit(3, 2, "")]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(DesignerError):
        apply_edits("abcdef", edits)
