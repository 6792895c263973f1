"""Constraints on known values: what Heat 27.0.1 answers, held as tables."""

from __future__ import annotations

import pytest

from designer.catalog import Constraint
from designer.constraints import check
from designer.values import Placeholder

MET = [
    ("range", {"min": 1}, 1, "integer"),
    ("range", {"max": 1.5}, "1.5", "number"),
    ("range", {"min": 1, "max": 3}, "3", "number"),
    ("length", {"min": 2}, ["a", "b"], "list"),
    ("length", {"max": 1}, {"a": 1}, "map"),
    ("length", {"max": 3}, "abc", "string"),
    ("modulo", {"step": 2, "offset": 1}, 7, "integer"),
    ("modulo", {"step": 2, "offset": 0}, "4", "number"),
    ("allowed_values", [1, 2], "1", "string"),
    ("allowed_values", ["1", "2"], 1, "integer"),
    ("allowed_values", [True], "yes", "boolean"),
    ("allowed_values", ["a", "b"], ["b", "a", "a"], "list"),
    ("allowed_values", ["a"], ["a", Placeholder("string", "get_attr")], "list"),
    ("allowed_values", ["a"], [], "comma_delimited_list"),
    ("allowed_pattern", "[a-z]+", "abc", "string"),
    ("allowed_pattern", "(", "abc", "string"),
    ("custom_constraint", "neutron.network", "anything", "string"),
    ("custom_constraint", "no_such_constraint", "anything", "string"),
]
BROKEN = [
    ("range", {"min": 1}, 0, "integer", "must be at least 1"),
    ("range", {"min": 1, "max": 3}, "4", "number", "must be between 1 and 3"),
    ("range", {"max": 3}, "x", "string", "must be a number"),
    ("length", {"min": 2}, ["a"], "list", "must have at least 2 items"),
    ("length", {"max": 1}, "ab", "string", "must have at most 1 character"),
    ("length", {"min": 3, "max": 3}, "ab", "string", "must have exactly 3 characters"),
    ("modulo", {"step": 2, "offset": 1}, 4, "integer", "must be a multiple of 2 plus 1"),
    ("allowed_values", ["a", "b"], "c", "string", 'must be one of "a", "b"'),
    ("allowed_values", ["a"], ["a", "b"], "list", 'may only hold "a"'),
    ("allowed_pattern", "a|ab", "ab", "string", 'must match the pattern "a|ab"'),
    ("allowed_pattern", "[a-z]+", "abC", "string", 'must match the pattern "[a-z]+"'),
    ("allowed_pattern", "[a-z]+", 5, "any", 'must match the pattern "[a-z]+"'),
    ("custom_constraint", "ip_addr", "10.0.0", "string", "is not an IP address"),
]


@pytest.mark.parametrize(("kind", "rule", "value", "type_name"), MET)
def test_met(kind: str, rule: object, value: object, type_name: str) -> None:
    assert check(Constraint(kind, rule), value, type_name) is None


@pytest.mark.parametrize(("kind", "rule", "value", "type_name", "words"), BROKEN)
def test_broken(kind: str, rule: object, value: object, type_name: str, words: str) -> None:
    assert check(Constraint(kind, rule), value, type_name) == words


def test_a_long_list_of_allowed_values_is_cut() -> None:
    words = check(Constraint("allowed_values", [str(number) for number in range(40)]), "x", "string")
    assert words is not None and words.endswith('"11" or one of 28 more')


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(a*)*b", "(a{1,30}){1,30}$", ".*.*.*.*=.*"])
def test_an_expression_that_could_run_for_ever_is_decided_at_once(pattern: str) -> None:
    assert check(Constraint("allowed_pattern", pattern), "a" * 40 + "!", "string") is not None
