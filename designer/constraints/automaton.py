"""Regular expressions as automata, so that a string known only in part can be held against one.

What an automaton cannot say (look-around, back references, anchors) is taken as met, so "no" is certain and "yes"
means "perhaps".
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_STATES = 3000
"""How large an automaton may grow before nothing is concluded from it."""

_STEPS = 2_000_000
"""States times characters beyond which nothing is concluded."""

_KEPT = 500
_matched: dict[tuple[str, str], bool] = {}

_PAIRS = 100_000
"""Pairs of states beyond which two automata are not held against each other."""

_NAMED = re.compile(r"\\[xuUN0]")
"""Characters that a pattern names by a number: they are not seen among its own."""

_ALPHABET = [*map(chr, range(128)), "é", "É", "ß", "中", "٣", "²", "\u2003", "→", "\U0001f600"]

_FEW = 8
"""A repetition of up to so many rounds is not counted as endless."""


class _TooLarge(Exception):
    pass


class _State:
    """A state: `test` and `then` for reading one character, `free` for moves without reading."""

    __slots__ = ("test", "then", "free")

    def __init__(self) -> None:
        self.test: Callable[[str], bool] | None = None
        self.then: _State | None = None
        self.free: list[_State] = []


class _Automaton:
    __slots__ = ("flags", "size", "start", "end")

    def __init__(self, pattern: str) -> None:
        parsed = _parse(pattern)
        self.flags: int = parsed.state.flags
        self.size = 0
        self.start = self.state()
        self.end = self.chain(parsed, self.start)

    def state(self) -> _State:
        self.size += 1
        if self.size > _STATES:
            raise _TooLarge
        return _State()

    def chain(self, items: Any, start: _State) -> _State:
        for operation, argument in items:
            start = self.one(str(operation), argument, start)
        return start

    def one(self, operation: str, argument: Any, start: _State) -> _State:
        if operation in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            end = self.state()
            start.test, start.then = _tester(operation, argument, self.flags), end
            return end
        if operation == "SUBPATTERN":
            return self.chain(argument[-1], start)
        if operation == "ATOMIC_GROUP":
            return self.chain(argument, start)
        if operation == "BRANCH":
            return self.fork(argument[1], start)
        if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.repeat(argument[0], argument[1], argument[2], start)
        if operation == "GROUPREF_EXISTS":
            return self.fork([argument[1], argument[2] or ()], start)
        if operation == "GROUPREF":
            end = self.state()
            end.test, end.then = _anything, end
            start.free.append(end)
            out = self.state()
            end.free.append(out)
            return out
        return start

    def fork(self, branches: Iterable[Any], start: _State) -> _State:
        end = self.state()
        for branch in branches:
            first = self.state()
            start.free.append(first)
            self.chain(branch, first).free.append(end)
        return end

    def repeat(self, least: int, most: Any, items: Any, start: _State) -> _State:
        endless = str(most) == "MAXREPEAT"
        for _ in range(least):
            start = self.chain(items, self.moved(start))
        end = self.state()
        if endless:
            loop = self.moved(start)
            loop.free.append(end)
            self.chain(items, self.moved(loop)).free.append(loop)
            return end
        for _ in range(int(most) - least):
            start.free.append(end)
            start = self.chain(items, self.moved(start))
        start.free.append(end)
        return end

    def moved(self, start: _State) -> _State:
        fresh = self.state()
        start.free.append(fresh)
        return fresh


def may_match(pattern: str, parts: Iterable[str | None]) -> bool:
    """Whether a string of these parts (None: any text) could match a pattern from start to end.

    True also where the pattern is no regular expression or too large to say.
    """
    automaton = _automaton(pattern)
    parts = list(parts)
    if automaton is None or automaton.size * sum(len(part) for part in parts if part is not None) > _STEPS:
        return True
    states = _reachable((automaton.start,), freely=True)
    for part in parts:
        if part is None:
            states = _reachable(states)
            continue
        for sign in part:
            states = _reachable((state.then for state in states if state.test is not None
                                 and state.then is not None and state.test(sign)), freely=True)
            if not states:
                return False
    return automaton.end in states


def may_both_match(first: str, second: str) -> bool:
    """Whether some text could match two patterns from start to end; True also where nobody can tell."""
    try:
        return _matched[first, second]
    except KeyError:
        pass
    if len(_matched) > _KEPT:
        _matched.clear()
    answer = _matched[first, second] = _both_match(first, second)
    return answer


def _both_match(first: str, second: str) -> bool:
    one, other = _automaton(first), _automaton(second)
    if one is None or other is None or one.size * other.size > _PAIRS or _NAMED.search(first + second):
        return True
    signs = {*_ALPHABET, *first, *second}
    signs |= {chr(max(ord(sign) + by, 0)) for sign in first + second for by in (-1, 1) if ord(sign) < 0x10FFFF}
    read: dict[int, frozenset[str]] = {}

    def accepted(state: _State) -> frozenset[str]:
        found = read.get(id(state))
        if found is None:
            test = state.test
            found = read[id(state)] = frozenset(filter(test, signs)) if test is not None else frozenset()
        return found

    waiting = [(one.start, other.start)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        left, right = waiting.pop()
        if left is one.end and right is other.end:
            return True
        if (id(left), id(right)) in seen:
            continue
        seen.add((id(left), id(right)))
        waiting += [(state, right) for state in left.free] + [(left, state) for state in right.free]
        if left.then is not None and right.then is not None and not accepted(left).isdisjoint(accepted(right)):
            waiting.append((left.then, right.then))
    return False


def widths(pattern: str) -> tuple[int, int]:
    """The fewest and the most characters that a pattern matches; anything where it is no regular expression."""
    try:
        least, most = _parse(pattern).getwidth()
    except Exception:
        return 0, 2 ** 32
    return int(least), int(most)


def overlapping(pattern: str) -> bool:
    """Whether repetitions without an end stand one in the other, or follow each other, with a character in common.

    An expression of this kind can take a time that grows without bounds. True also where nobody can tell.
    """
    try:
        return _overlaps(_parse(pattern), [])
    except Exception:
        return True


def _parse(pattern: str) -> Any:
    parser: Any = getattr(re, "_parser", None)
    if parser is None:
        parser = __import__("sre_parse")  # its name in Python 3.10
    return parser.parse(pattern)


_known: dict[str, _Automaton | None] = {}


def _automaton(pattern: str) -> _Automaton | None:
    if pattern not in _known:
        if len(_known) > 100:
            _known.clear()
        try:
            _known[pattern] = _Automaton(pattern)
        except Exception:
            # what cannot be parsed is judged elsewhere; what is too large is not judged
            _known[pattern] = None
    return _known[pattern]


def _reachable(states: Iterable[_State], freely: bool = False) -> set[_State]:
    """The states that others lead to, themselves included; `freely`: those that no sign has to be read for."""
    found: set[_State] = set()
    waiting = list(states)
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting += state.free
            if state.then is not None and not freely:
                waiting.append(state.then)
    return found


def _anything(sign: str) -> bool:
    return True


def _tester(operation: str, argument: Any, flags: int) -> Callable[[str], bool]:
    if operation == "ANY":
        return _anything if flags & re.DOTALL else lambda sign: sign != "\n"
    if operation == "LITERAL":
        items: list[tuple[str, Any]] = [("LITERAL", argument)]
    elif operation == "NOT_LITERAL":
        items = [("NEGATE", None), ("LITERAL", argument)]
    else:
        items = [(str(name), value) for name, value in argument]
    negated = bool(items) and items[0][0] == "NEGATE"
    tests = [_class_test(name, value, flags) for name, value in items if name != "NEGATE"]

    def test(sign: str) -> bool:
        return any(each(sign) for each in tests) is not negated

    if flags & re.IGNORECASE:
        return lambda sign: test(sign) or test(sign.lower()) or test(sign.upper())
    return test


def _class_test(name: str, value: Any, flags: int) -> Callable[[str], bool]:
    if name == "LITERAL":
        letter = chr(value)
        return lambda sign: sign == letter
    if name == "RANGE":
        first, last = map(chr, value)
        return lambda sign: first <= sign <= last
    category = str(value)
    ascii_only = bool(flags & re.ASCII)
    if "DIGIT" in category:
        inside: Callable[[str], bool] = lambda sign: sign.isdecimal() and (sign.isascii() or not ascii_only)  # noqa: E731
    elif "SPACE" in category:
        inside = lambda sign: sign.isspace() and (sign.isascii() or not ascii_only)  # noqa: E731
    else:
        inside = lambda sign: (sign.isalnum() or sign == "_") and (sign.isascii() or not ascii_only)  # noqa: E731
    return (lambda sign: not inside(sign)) if "NOT" in category else inside


_SAMPLES = [chr(code) for code in range(32, 127)] + ["\n", "\t", "é", "ß", "中"]


def _signs(items: Any, flags: int) -> set[str]:
    """The sample characters that an expression's pieces can read."""
    found: set[str] = set()
    for operation, argument in items:
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            test = _tester(name, argument, flags)
            found.update(sign for sign in _SAMPLES if test(sign))
        elif name == "SUBPATTERN":
            found |= _signs(argument[-1], flags)
        elif name == "BRANCH":
            for branch in argument[1]:
                found |= _signs(branch, flags)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            found |= _signs(argument[2], flags)
        elif name != "AT":
            found.update(_SAMPLES)
    return found


def _overlaps(items: Any, before: list[set[str]]) -> bool:
    """Whether an endless repetition among the items shares a character with one inside it or before it.

    `before` are the characters of endless repetitions that nothing separates from these items; it is extended.
    """
    flags: int = items.state.flags if hasattr(items, "state") else 0
    for operation, argument in items:
        name = str(operation)
        if name == "SUBPATTERN":
            if _overlaps(argument[-1], before):
                return True
        elif name == "BRANCH":
            behind = list(before)
            for branch in argument[1]:
                own = list(before)
                if _overlaps(branch, own):
                    return True
                behind += own
            before[:] = behind
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and argument[1] > _FEW:
            inner = argument[2]
            own_signs = _signs(inner, flags)
            if any(own_signs & signs for signs in before):
                return True
            # one round must end before the next begins: read the body twice in a row
            rounds: list[set[str]] = []
            if _overlaps(inner, rounds) or (rounds and _overlaps(inner, rounds)):
                return True
            if _branches_overlap(inner, flags):
                return True
            before.append(own_signs)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            if _overlaps(argument[2], before) or (argument[1] > 1 and _overlaps(argument[2], before)):
                return True
        elif name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            read = _signs([(operation, argument)], flags)
            before[:] = [signs for signs in before if signs & read]
        elif name != "AT":
            return True
    return False


def _branches_overlap(items: Any, flags: int) -> bool:
    # `(a|a)*` and `(a?b?)*` can go two ways at each character
    for operation, argument in items:
        name = str(operation)
        if name == "SUBPATTERN" and _branches_overlap(argument[-1], flags):
            return True
        if name == "BRANCH":
            seen: set[str] = set()
            for branch in argument[1]:
                signs = _signs(branch[:1], flags)
                if not branch or seen & signs:
                    return True
                seen |= signs
        if name in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] == 0 and len(items) > 1:
            return True
    return False
