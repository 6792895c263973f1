"""Plain scalars have the types that PyYAML's resolver gives them."""

from __future__ import annotations

import itertools

import pytest
import yaml.resolver
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.syntax.implicit import plain_tag

RESOLVER = yaml.resolver.Resolver()
PARTS = ["0", "1", "07", "8", "59", "60", "123", "2018", "12", "_", ".", "-", "+", ":", "e", "E", "e+5", "0b", "0x",
         "b1", "xF", "08", "inf", ".inf", "-.INF", ".nan", "NaN", "t", "T", " ", "\t", "Z", "2018-08-31", "10:20:30",
         "null", "~", "yes", "<<", "=", "On", "oFF", "a", "/", "\u0661", "2001-1-1 1:00:00", "+5", "-3:00", " +05:30"]


def expected(text: str) -> str:
    return str(RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))


@pytest.mark.parametrize("count", [1, 2])
def test_words_and_numbers_put_together(count: int) -> None:
    for parts in itertools.product(PARTS, repeat=count):
        text = "".join(parts)
        if text[:1] not in "!&*" or not text:
            assert plain_tag(text) == expected(text), repr(text)


@settings(max_examples=3000, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_longer_ones(text: str) -> None:
    assert plain_tag(text) == expected(text)


@settings(max_examples=2000, deadline=None)
@given(st.text(alphabet="0123456789_.-+:eExbabfTtZ \tinfNAn", max_size=26))
def test_any_signs_of_numbers(text: str) -> None:
    assert plain_tag(text) == expected(text)
