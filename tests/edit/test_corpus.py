"""Random operations on real templates: what they mean, what they leave alone, and the way back.

A seeded sample of a corpus, where one is at hand (HOT_DESIGNER_CORPUS, or ../shared/corpus beside the project): every
31st template, which takes some seconds. `python -m conformance.edits` does it to all of them, and tells the figures.
"""

from __future__ import annotations

import pytest

from conformance.edits.judge import chain_on, operations_on
from conformance.edits.sources import templates

EVERY, EACH, CHAIN = 31, 20, 12
SAMPLE = list(templates(None, EVERY))
ALIASED = ("alias", "repeats what is written elsewhere", "merge key")
"""Reasons that are right: the text says one thing in several places at once."""


@pytest.mark.skipif(not SAMPLE, reason="no corpus at hand")
@pytest.mark.parametrize(("name", "text"), SAMPLE, ids=[name for name, _ in SAMPLE])
def test_operations(name: str, text: str) -> None:
    outcomes = operations_on(text, name, EACH)
    assert len(outcomes) == EACH
    assert [each for each in outcomes if each.fault is not None] == []
    assert [each for each in outcomes if each.refused is not None and not _rightly(each.refused)] == []


@pytest.mark.skipif(not SAMPLE, reason="no corpus at hand")
@pytest.mark.parametrize(("name", "text"), SAMPLE[::2], ids=[name for name, _ in SAMPLE[::2]])
def test_chains_can_be_taken_back(name: str, text: str) -> None:
    assert [each for each in chain_on(text, name, CHAIN) if each.fault is not None] == []


def _rightly(reason: str) -> bool:
    return any(words in reason for words in ALIASED)
