"""Constraints on placeholders: what can be shown before deployment."""

from __future__ import annotations

import pytest

from designer.catalog import Constraint
from designer.constraints import check_placeholder
from designer.constraints.automaton import may_match
from designer.values import Placeholder

UNKNOWN = Placeholder("string", "get_attr", ("server", "name"))


def joined(*parts: str | Placeholder) -> Placeholder:
    return Placeholder("string", "str_replace", parts=parts)


def parameter(kind: str, *rules: object) -> Placeholder:
    constraints = tuple(Constraint(str(name), rule) for name, rule in zip(rules[::2], rules[1::2], strict=True))
    return Placeholder(kind, "get_param", ("p",), constraints=constraints)


NEVER = [
    ("allowed_pattern", "[a-z]+", joined("ab", UNKNOWN, "C")),
    ("allowed_pattern", "a[0-9]{3}z", joined("ab", UNKNOWN)),
    ("allowed_pattern", "a[0-9]{3}z", joined("a1234", UNKNOWN)),
    ("allowed_pattern", "(?i)net-.*", joined("Nat-", UNKNOWN)),
    ("length", {"max": 3}, joined("ab", UNKNOWN, "cd")),
    ("allowed_values", ["abc", "xyz"], joined("b", UNKNOWN)),
    ("custom_constraint", "ip_addr", joined("http://", UNKNOWN)),
    ("custom_constraint", "dns_name", joined("My-", UNKNOWN)),
    ("range", {"min": 5}, parameter("number", "range", {"max": 4})),
    ("range", {"max": 5}, parameter("number", "range", {"min": 6})),
    ("range", {"max": 5}, parameter("number", "allowed_values", [6, 7])),
    ("length", {"max": 5}, parameter("string", "length", {"min": 6})),
    ("allowed_values", ["a"], parameter("string", "allowed_values", ["b", "c"])),
    ("allowed_values", ["a"], Placeholder("string", "if", choices=("b", joined("c", UNKNOWN)))),
    ("allowed_values", ["tcp", "udp"], parameter("string", "allowed_pattern", "[A-Z]+")),
    ("allowed_values", ["tcp", "udp"], parameter("string", "length", {"min": 4})),
    ("allowed_values", [16, 32], parameter("number", "range", {"max": 8})),
    ("range", {"min": 5}, parameter("number", "allowed_values", [4, 6], "range", {"max": 5})),
    ("modulo", {"step": 8, "offset": 0}, parameter("number", "range", {"min": 1, "max": 7})),
    ("modulo", {"step": 2, "offset": 1}, parameter("number", "modulo", {"step": 4, "offset": 2})),
    ("range", {"min": 1, "max": 7}, parameter("number", "modulo", {"step": 8, "offset": 0})),
    ("allowed_pattern", "[0-9]+", parameter("string", "allowed_pattern", "[a-z][a-z0-9]*")),
    ("allowed_pattern", "(?i)web-.*", parameter("string", "allowed_pattern", "db-[0-9]+")),
    ("allowed_pattern", "[a-z]{3}", parameter("string", "length", {"min": 4})),
    ("length", {"max": 10}, parameter("string", "allowed_pattern", "[a-z]{11,}")),
    ("custom_constraint", "net_cidr", parameter("string", "custom_constraint", "ip_addr")),
    ("custom_constraint", "ip_addr", parameter("string", "allowed_pattern", "[g-z]+")),
    ("length", {"max": 5}, joined("abc", parameter("string", "length", {"min": 3}))),
    ("length", {"min": 9}, joined("abc", parameter("string", "allowed_values", ["a", "bcd"]))),
]
PERHAPS = [
    ("allowed_pattern", "[a-z]+", joined("ab", UNKNOWN, "c")),
    ("allowed_pattern", "a[0-9]{3}z", joined("a", UNKNOWN, "1", UNKNOWN, "z")),
    ("allowed_pattern", "(?i)net-.*", joined("NET-", UNKNOWN)),
    ("allowed_pattern", "(", joined("NET-", UNKNOWN)),
    ("length", {"min": 9}, joined("ab", UNKNOWN)),
    ("allowed_values", ["abc", "xyz"], joined("a", UNKNOWN, "c")),
    ("custom_constraint", "net_cidr", joined(UNKNOWN, "/24")),
    ("custom_constraint", "neutron.network", joined("a", UNKNOWN)),
    ("range", {"min": 5}, parameter("number", "range", {"max": 5})),
    ("range", {"min": 5}, UNKNOWN),
    ("allowed_values", ["a"], parameter("string", "allowed_values", ["b", "a"])),
    ("allowed_values", ["a"], Placeholder("string", "if", choices=("b", UNKNOWN))),
    ("allowed_values", ["tcp", "UDP"], parameter("string", "allowed_pattern", "[A-Z]+")),
    ("modulo", {"step": 8, "offset": 0}, parameter("number", "range", {"min": 1, "max": 8})),
    ("modulo", {"step": 8, "offset": 0}, parameter("number", "range", {"min": 1})),
    ("modulo", {"step": 2, "offset": 0}, parameter("number", "modulo", {"step": 4, "offset": 2})),
    ("allowed_pattern", "[0-9a-f]+", parameter("string", "allowed_pattern", "[a-z][a-z0-9]*")),
    ("allowed_pattern", "é+", parameter("string", "allowed_pattern", "\\w+")),
    ("allowed_pattern", "(?=x)[0-9]+", parameter("string", "allowed_pattern", "[0-9]")),
    ("allowed_pattern", "(", parameter("string", "allowed_pattern", "[0-9]")),
    ("allowed_pattern", "\\x41", parameter("string", "allowed_pattern", "A")),
    ("length", {"max": 11}, parameter("string", "allowed_pattern", "[a-z]{11,}")),
    ("custom_constraint", "ip_or_cidr", parameter("string", "custom_constraint", "ip_addr")),
    ("custom_constraint", "nova.flavor", parameter("string", "custom_constraint", "ip_addr")),
    ("length", {"max": 6}, joined("abc", parameter("string", "length", {"min": 3}))),
    ("length", {"min": 9}, joined("abc", parameter("string", "length", {"min": 3}))),
]


@pytest.mark.parametrize(("kind", "rule", "placeholder"), NEVER)
def test_no_value_can_meet_it(kind: str, rule: object, placeholder: Placeholder) -> None:
    assert check_placeholder(Constraint(kind, rule), placeholder, placeholder.kind)


@pytest.mark.parametrize(("kind", "rule", "placeholder"), PERHAPS)
def test_a_value_may_meet_it(kind: str, rule: object, placeholder: Placeholder) -> None:
    assert check_placeholder(Constraint(kind, rule), placeholder, placeholder.kind) is None


@pytest.mark.parametrize(("pattern", "parts", "answer"), [
    ("abc", ("abc",), True), ("abc", ("ab",), False), ("a.c", ("a", None), True), ("a.c", ("a\nc",), False),
    (r"\d{2,4}", ("1", None, "a"), False), (r"\w+\s\S", ("a b",), True), (r"[^a]*", ("b", None, "a"), False),
    (r"(a)?(?(1)b|c)", ("ab",), True), (r"(.)\1", ("x", None), True), ("a{3}", (None, "b"), False),
    ("a*?b", ("aab",), True),
])
def test_automaton(pattern: str, parts: tuple[str | None, ...], answer: bool) -> None:
    assert may_match(pattern, parts) is answer


@pytest.mark.parametrize(("kind", "rule", "placeholder"), [
    ("modulo", {"step": 2, "offset": 0}, parameter("number", "range", {"min": float("inf"), "max": float("inf")})),
    ("length", {"max": 5}, joined("a", parameter("string", "length", {"min": 10 ** 12}))),
    ("range", {"min": 1}, parameter("number", "range", {"max": float("nan")})),
    ("allowed_pattern", "[a-z]{0,900}x", parameter("string", "allowed_pattern", "[a-z]{0,900}y")),
])
def test_bounds_without_bounds(kind: str, rule: object, placeholder: Placeholder) -> None:
    check_placeholder(Constraint(kind, rule), placeholder, placeholder.kind)
