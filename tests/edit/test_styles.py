"""Random operations of every kind on templates in every way of writing: the meaning, the other lines, the way back."""

from __future__ import annotations

import pytest

from conformance.edits.judge import chain_on, operations_on
from designer.edit import plan
from designer.syntax import read
from tests.edit.styles import BLOCK, STYLES

EACH, CHAIN = 30, 12


@pytest.mark.parametrize("name", STYLES)
def test_operations(name: str) -> None:
    outcomes = operations_on(STYLES[name], name, EACH)
    assert len(outcomes) == EACH
    assert [each for each in outcomes if each.fault is not None] == []
    assert [each for each in outcomes if each.refused is not None and "<<" not in STYLES[name]] == []


@pytest.mark.parametrize("name", STYLES)
def test_chains_can_be_taken_back(name: str) -> None:
    assert [each for each in chain_on(STYLES[name], name, CHAIN) if each.fault is not None] == []


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = read(("\ufeff" + BLOCK).encode())
    assert document.bom and document.text == BLOCK
    step = plan(document, {"op": "set", "path": ["heat_template_version"], "value": "2021-04-16"})
    assert step.applied() == BLOCK.replace("2018-08-31", "2021-04-16")
