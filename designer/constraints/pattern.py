"""Regular expressions: matching as Heat does, without letting one expression stop the program."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern
    from typing import Any

_SHORT = 20
"""Up to so many characters even the worst expression is tried out at once."""

_compiled: dict[str, Pattern[str] | None] = {}
_risky: dict[str, bool] = {}


def matches(pattern: object, value: Any) -> bool | None:
    """Whether Heat's allowed_pattern takes a value; None where the pattern is no regular expression.

    Heat asks for a match at the start that happens to end at the value's end, which is less than a full match where
    an earlier alternative is shorter (`a|ab` refuses "ab"). An expression that could take forever on a long value is
    decided by an automaton, which cannot tell these two apart: then None stands for "perhaps".
    """
    if not isinstance(pattern, str):
        return None
    if not isinstance(value, str):
        return False
    expression = _compile(pattern)
    if expression is None:
        return None
    if len(value) > _SHORT and _is_risky(pattern):
        from designer.constraints.automaton import may_match

        return None if may_match(pattern, (value,)) else False
    match = expression.match(value)
    return match is not None and match.end() == len(value)


def _compile(pattern: str) -> Pattern[str] | None:
    try:
        return _compiled[pattern]
    except KeyError:
        pass
    from re import compile

    expression = None
    try:
        expression = compile(pattern)
    except (ValueError, OverflowError, RecursionError, MemoryError):
        pass
    except Exception as fault:
        # `re.error`, whose module changes with Python's versions
        if type(fault).__module__ not in ("re", "sre_constants", "re._constants"):
            raise
    if len(_compiled) > 500:
        _compiled.clear()
    _compiled[pattern] = expression
    return expression


def _is_risky(pattern: str) -> bool:
    """Whether matching may take time beyond all bounds: choices that overlap, repeated."""
    if sum(map(pattern.count, "*+?{|")) < 2:
        return False
    try:
        return _risky[pattern]
    except KeyError:
        from designer.constraints.automaton import overlapping

        if len(_risky) > 500:
            _risky.clear()
        risky = _risky[pattern] = overlapping(pattern)
        return risky
