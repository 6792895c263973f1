"""What functions make is bounded: text can be made to multiply, and nothing may stop the program."""

from __future__ import annotations

import time
from typing import Any

import pytest

from designer.values import Placeholder


def nested(depth: int) -> str:
    text = "aaaaaaaaaa"
    for _ in range(depth):
        text = "{str_replace: {template: aaaaaaaaaa, params: {a: " + text + "}}}"
    return text


def joined(depth: int) -> str:
    text = "a"
    for _ in range(depth):
        text = "{list_join: [" + text + ", ['', '', '', '', '', '', '', '', '', '']]}"
    return text


LETTERS = ", ".join("abcdefghij")
LOOP = "range(200).select(%s).sum()"

HOSTILE = {
    "str_replace": nested(25),
    "list_join": joined(25),
    "json": "{list_join: ['', [" + "[{list_join: ['', ["  * 22 + "['\\\\']" + "]]}]" * 22 + "]]}",
    "repeat": "{repeat: {template: a, for_each: {" + ", ".join(f"k{i}: [{LETTERS}]" for i in range(10)) + "}}}",
    "repeat text": "{repeat: {template: aaaaaaaaaa, for_each: {a: [" + nested(5) + "]}}}",
    "yaql": "{yaql: {expression: '$.data.select($.data)', data: {get_file: a}}}",
    "yaql loops": "{yaql: {expression: '" + LOOP % (LOOP % (LOOP % "$")) + "'}}",
    "yaql endless": "{yaql: {expression: 'sequence().len()'}}",
    "yaql text": "{yaql: {expression: \"'a' * 5000 + 'a' * 5000\"}}",
    "yaql power": "{yaql: {expression: 'pow(9, pow(9, 9))'}}",
    "yaql depth": "{yaql: {expression: '" + "(" * 5000 + "'}}",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_expressions_are_cut_short(run: Any, name: str) -> None:
    started = time.perf_counter()
    found = run("outputs: {out: {value: " + HOSTILE[name] + "}}")
    assert time.perf_counter() - started < 2
    assert isinstance(found.output(), Placeholder)


def test_the_whole_template_is_bounded(run: Any) -> None:
    grow = nested(5)
    started = time.perf_counter()
    found = run("outputs:\n" + "".join(f"  o{i}: {{value: {grow}}}\n" for i in range(60)))
    assert time.perf_counter() - started < 5
    made = sum(len(each.value) for each in found.values.outputs.values() if isinstance(each.value, str))
    assert made <= 25_000_000


def test_ordinary_text_is_made_all_the_same(run: Any) -> None:
    found = run("outputs: {out: {value: {str_replace: {template: $a, params: {$a: " + "x" * 100_000 + "}}}}}")
    assert len(found.output()) == 100_000
