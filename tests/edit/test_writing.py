"""Scalars as text: each reads back as what was meant, in block and in flow, as a value and as a key."""

from __future__ import annotations

import math
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.edit import Refused
from designer.edit.rendering import json
from designer.edit.style import Style
from designer.edit.writing import key_text_of, literal_lines, scalar_text
from designer.syntax import read

TEXTS = [
    "false", "0", "", "null", "yes", "No", "ON", "0123", "08", "0x1f", "0o17", "1e3", "1.5", ".5", "1_000", "+1",
    "12:30",
    "2021-04-16", "2021-04-16 10:00:00", "~", "<<", "=", "-", "- a", "?", "? a", ":", ": a", "a:", "a: b", "a #b", "#",
    "!x", "&a", "*a", "|", ">", "%a", "@a", "`a`", "'", '"', "''", "{a}", "[a]", "a,b", "a]b", " a", "a ", "\ta", "a\t",
    "\n", "a\nb", "\r", "a\r\nb", "é", "日本", "😀", "\u2028", "\x85", "\xa0", "\ufeff", "\x00", "\x07", "\x1b[0m",
    "\x7f", "\ud7ff", "\ue000", "\uffff", "...", "---", "--- a", "y", "n", ".inf", ".nan", "inf", "OS::Nova::Server",
    "http://x/y?z=1#q", "10.0.0.0/24", "$ip", "<% x %>", "%x%", "C:\\dir", "a\\nb", "x" * 2000,
]
NUMBERS = [0, 1, -1, 10**30, -(10**18), 0.0, -0.5, 1.5, 1e16, 1e-7, 1e300, math.inf, -math.inf, True, False, None]


def wrong(found: Any, wanted: Any) -> bool:
    return type(found) is not type(wanted) or found != wanted


@pytest.mark.parametrize("style", [None, "'", '"'])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_texts(style: str | None, quote: str) -> None:
    for text in TEXTS:
        block = scalar_text(text, style, quote=quote)
        flow = scalar_text(text, style, flow=True, quote=quote)
        assert "\n" not in block
        for source in (f"k: {block}\n", f"{{k: {flow}, l: 1}}", f"k: [{flow}]\n", f"k:\n  - {block} # c\n"):
            root = read(source).root
            assert root is not None, (text, source)
            found = root.plain()["k"]
            assert (found[0] if isinstance(found, list) else found) == text, (text, source)


def test_keys() -> None:
    for text in TEXTS:
        if len(text) > 1000:
            with pytest.raises(Refused):
                key_text_of(text)
            continue
        for source in (f"{key_text_of(text)}: 1\n", f"{{{key_text_of(text, flow=True)}: 1}}"):
            root = read(source).root
            assert root is not None and root.plain() == {text: 1}, (text, source)


def test_numbers() -> None:
    for number in NUMBERS:
        root = read(f"k: {scalar_text(number)}\n").root
        assert root is not None and not wrong(root.plain()["k"], number), number


def test_what_needs_no_quotes_has_none() -> None:
    plain = ["m1.small", "server", "OS::Nova::Server", "10.0.0.0/24", "a b", "$ip", "é", "http://x", "a-b_c.d/e"]
    assert [scalar_text(text) for text in plain] == plain


def test_a_date_stays_plain_where_a_date_was() -> None:
    assert scalar_text("2021-04-16", was="2018-08-31") == "2021-04-16"
    assert scalar_text("2021-04-16", was="rocky") == '"2021-04-16"'


def test_the_quote_that_needs_no_escapes() -> None:
    assert scalar_text('say "so"', '"') == '"say \\"so\\""'
    assert scalar_text('{"a": 1}') == "'{\"a\": 1}'"
    assert scalar_text("it's: so") == '"it\'s: so"'


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_half_a_character_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        scalar_text(text)
    with pytest.raises(Refused):
        json(text, Style(json=True))


@pytest.mark.parametrize(("text", "sign"), [
    ("a\nb\n", "|"), ("a\nb", "|-"), ("\na\n", "|"), (" a\nb\n", "|4"), ("a\n\n\nb\n", "|"), ("#!/bin/sh\n", "|"),
    ("a\n \nb", "|-"), ("a\n  b\n", "|"), ("---\n...\n", "|"),
])
def test_literal_blocks(text: str, sign: str) -> None:
    literal = literal_lines(text, "    ", 4)
    assert literal is not None and literal[0] == sign
    for newline in ("\n", "\r\n"):
        root = read(newline.join(["k: " + literal[0], *literal[1], ""])).root
        assert root is not None and root.plain() == {"k": text}


@pytest.mark.parametrize("text", ["one line", "a\n\n", "\n\n", "a\x00\n", "a\r\nb\n", "a\u2028b\n", "a\x85\n"])
def test_no_literal_block_holds_this(text: str) -> None:
    assert literal_lines(text, "  ", 2) is None


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text(text: str) -> None:
    for source in (f"k: {scalar_text(text)}\n", f"k: {{a: {scalar_text(text, flow=True)}, b: 1}}\n"):
        found = yaml.load(source, Loader=yaml.CSafeLoader)["k"]
        assert (found["a"] if isinstance(found, dict) else found) == text
    literal = literal_lines(text, "  ", 2)
    if literal is not None:
        assert yaml.load("\n".join(["k: " + literal[0], *literal[1], ""]), Loader=yaml.CSafeLoader)["k"] == text


@settings(max_examples=200, deadline=None)
@given(st.integers() | st.floats(allow_nan=False))
def test_any_number(number: float) -> None:
    assert not wrong(yaml.load(f"k: {scalar_text(number)}\n", Loader=yaml.CSafeLoader)["k"], number)
