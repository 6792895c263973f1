"""YAQL. What each line expects is what the yaql library 3 answers with the limits that Heat sets."""

from __future__ import annotations

from typing import Any

import pytest

from designer.functions.yaql import Refused, Syntax, Vague, parse, run
from designer.values import Placeholder

DATA = {"l": [3, 1, 2], "s": "hello a", "m": {"a": 1, "b": 2}, "d": [{"x": 1}, {"x": 2}], "e": [],
        "n": [[1, 2], [3, [4]], "a"], "w": ["b", "a", "b"]}


def ask(expression: str, data: Any = None) -> Any:
    budget = [1_000_000]

    def spend(size: int) -> bool:
        budget[0] -= size
        return budget[0] >= 0

    return run(parse(expression), DATA if data is None else data, spend)


@pytest.mark.parametrize(("expression", "expected"), [
    ("1 + 2 * 3", 7), ("2 - 1 - 1", 0), ("7 / 2", 3), ("7.0 / 2", 3.5), ("7 mod 4", 3), ("-(-2)", 2), ("- - 1", 1),
    ("1 < 2 and not false", True), ("null < 1", True), ("1 = 1.0", True), ("'a' + 'b'", "ab"), ("'ab' * 2", "abab"),
    ("null or 5", 5), ("0 and x", 0), ("'l' in $.data.s", True), ("3 in $.data.l", True), ("a", "a"), ('"\\n"', "\n"),
    ("'\\u00fc'", "\u00fc"), ("`a\\n`", "a\\n"), ("[1, [2]] + [3]", [1, [2], 3]),
    ("{a => 1} + {b => 2}", {"a": 1, "b": 2}),
    ("{1 => 2}", {1: 2}), ("$", {"data": DATA}), ("$x", None), ("$.data.m.a", 1), ("$.data.d.x", [1, 2]),
    ("$.data.d.x.sum()", 3), ("$.data.l[0]", 3), ("$.data.l[-1]", 2), ("$.data.m[a]", 1), ("$.data.m[z, 5]", 5),
    ("null?.len()", None), ("$.data.l.where($ > 1).select($ * 2)", [6, 4]), ("$.data.l.filter($ != 3)", [1, 2]),
    ("$.data.l.len()", 3), ("len($.data.s)", 7), ("$.data.w.distinct()", ["b", "a"]),
    ("$.data.n.flatten()", [1, 2, 3, 4, "a"]),
    ("$.data.l.orderBy($)", [1, 2, 3]), ("$.data.l.orderByDescending($)", [3, 2, 1]),
    ("$.data.d.orderBy(-$.x).thenBy($.x).select($.x)", [2, 1]), ("$.data.l.max()", 3), ("max(1, 2)", 2),
    ("$.data.l.aggregate($1 + $2)", 6), ("[].aggregate($1 + $2, 1)", 1), ("$.data.l.accumulate($1 + $2)", [3, 4, 6]),
    ("$.data.l.skip(1).take(1)", [1]), ("$.data.l.first()", 3), ("[].first(5)", 5), ("$.data.l.last()", 2),
    ("[5].single()", 5), ("$.data.l.reverse()", [2, 1, 3]), ("$.data.l.indexOf(1)", 1), ("$.data.l.any($ > 2)", True),
    ("$.data.l.all($ > 2)", False), ("$.data.d.toDict($.x, $.x * 2)", {1: 2, 2: 4}), ("dict([[a, 1]])", {"a": 1}),
    ("dict($.data.w.select([$, 1]))", {"b": 1, "a": 1}), ("$.data.m.get(z, 9)", 9),
    ("$.data.m.set(c, 3)", {"a": 1, "b": 2, "c": 3}),
    ("$.data.m.set(a => 5)", {"a": 5, "b": 2}), ("$.data.m.delete(a)", {"b": 2}), ("$.data.m.keys().toList()", ["a",
    "b"]),
    ("$.data.m.values()", [1, 2]), ("$.data.m.items().select($[0])", ["a", "b"]), ("$.data.m.containsKey(a)", True),
    ("$.data.w.groupBy($, $, $.len())", [["b", 2], ["a", 1]]),
    ("$.data.l.zip($.data.w)", [[3, "b"], [1, "a"], [2, "b"]]),
    ("range(1, 4)", [1, 2, 3]), ("range(6).slice(4)", [[0, 1, 2, 3], [4, 5]]),
    ("$.data.l.splitWhere($ = 1)", [[3], [2]]),
    ("$.data.n.selectMany($)", [1, 2, 3, [4], "a"]), ("$.data.l.join($.data.l, $1 = $2, $1)", [3, 1, 2]),
    ("$.data.w.join('-')", "b-a-b"), ("', '.join([1, true, null])", "1, true, null"), ("$.data.s.split()", ["hello",
    "a"]),
    ("$.data.s.replace(l, 'L')", "heLLo a"), ("$.data.s.replace({h => 'H'})", "Hello a"), ("' a '.trim()", "a"),
    ("$.data.s.substring(-1)", "a"), ("$.data.s.toUpper()", "HELLO A"), ("abc.startsWith(x, ab)", True),
    ("''.norm()", None),
    ("isEmpty(' ')", True), ("str(null)", "null"), ("int('5')", 5), ("int(null)", 0), ("float('1.5')", 1.5),
    ("round(2.567, 1)", 2.6), ("abs(-3)", 3), ("hex(255)", "0xff"), ("bool([])", False), ("isString(a)", True),
    ("isList([])", True),
    ("switch(1 > 2 => a, true => b)", "b"), ("coalesce(null, 5)", 5), ("selectCase(false, true)", 1),
    ("1.switchCase(a, b)", "b"),
    ("let(a => 2) -> $a + 1", 3), ("with(1, 2) -> $1 + $2", 3), ("list(range(2), 5)", [0, 1, 5]),
    ("[2, 1].toSet().len()", 2),
    ("set(1, 2).union(set(3)).len()", 3),
    ("{a => {b => [1]}}.mergeWith({a => {b => [2], c => 3}})", {"a": {"b": [1, 2], "c": 3}}),
    ("generate(0, $ < 5, $ + 2)", [0, 2, 4]), ("sequence(5).take(2)", [5, 6]), ("[1].repeat(2)", [[1], [1]]),
    ("[1, 2].insert(1, 5)", [1, 5, 2]), ("[1, 2, 3].delete(0, 2)", [3]), ("[1, 2].replace(0, 5)", [5, 2]),
    ("[].defaultIfEmpty([1])", [1]), ("[1, 2].concat([3])", [1, 2, 3]), ("concat(a, b)", "ab"),
    ("[a, b].enumerate(1)", [[1, "a"], [2, "b"]]),
])
def test_values(expression: str, expected: Any) -> None:
    found = ask(expression)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("expression", [
    "", "1 +", "a b", "$.data.(", "'a", "a..b", "{a", "f(,)", "f(1,)", "[1,]", "1a", "#", "a => b", "(a, b)",
    "f(a => 1, 2)", "__a",
    "$.data[", "not", "1 = = 2", "f(, a => 1)",
])
def test_what_is_no_expression(expression: str) -> None:
    with pytest.raises(Syntax):
        parse(expression)


@pytest.mark.parametrize("expression", [
    "nope()", "$.nope()", "len()", "$.data.z", "$.data.l[9]", "$.data.m[z]", "1 + a", "[] + 1", "1 / 0", "true + 1",
    "null.len()",
    "$.data.len(1)", "a.where($)", "where([1], $)", "$.data.s.a", "$.data.'a'", "1 < a", "[].first()",
    "[1, 2].single()", "[].sum()",
    "int(x)", "range(201)", "range(1000).count()", "'a' * 10000", "set([1].toSet(), [[1]])", "$.data.m.items()",
    "{[1] => 2}.a",
    "assert(1, false)", "f(1,, 2)", "1 -> 2", "[1, a].max()", "dict([1])", "sign(true)", "$.data.n.toSet()",
])
def test_what_fails(expression: str) -> None:
    with pytest.raises(Refused):
        ask(expression)


@pytest.mark.parametrize("expression", ["$.data.w.toSet()", "$.data.m.keys()", "[1, 2].toSet()", "set()"])
def test_a_set_is_no_list(expression: str) -> None:
    found = ask(expression)
    assert isinstance(found, Placeholder) and found.kind == "set"


@pytest.mark.parametrize("expression", ["now()", "random()", "a =~ 'a+'", "regex('(a+)+').search(aaa)",
                                        "format('{0}', 1)", "str(range(2))"])
def test_what_cannot_be_told(expression: str) -> None:
    with pytest.raises(Vague):
        ask(expression)


def test_placeholders_are_passed_on() -> None:
    hole = Placeholder("string", "get_param", ("a",))
    assert ask("$.data.x", {"x": hole}) is hole
    assert ask("$.data.select([$, 1])", [hole]) == [[hole, 1]]
    assert ask("$.data.len()", [hole, 1]) == 2
    for expression in ("$.data[0] + a", "$.data[0] = a", "$.data.distinct()", "not $.data[0]", "str($.data[0])",
    "$.data[0].len()"):
        with pytest.raises(Vague):
            ask(expression, [hole])
