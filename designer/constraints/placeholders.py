"""Constraints on placeholders: whether it can be shown already that none of their values will do."""

from __future__ import annotations

from designer.constraints.known import bound, check
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.constraints.known import ConstraintLike


def check_placeholder(constraint: ConstraintLike, placeholder: Placeholder, kind: str = "any") -> str | None:
    """Why no value of a placeholder can meet a constraint, None where one may.

    `kind` is the type of the property it feeds. Choices of an undecided condition break it only if all of them do; a
    parameter's own constraints may leave no value; the known parts of a joined string may already break it.
    """
    if placeholder.choices:
        return _none_of(constraint, placeholder.choices, kind)
    if placeholder.constraints:
        from designer.constraints.together import candidates, never_together

        known = candidates(placeholder)
        reason = never_together(constraint, placeholder, kind) if known is None else _none_of(constraint, known, kind)
        if reason is not None:
            return reason
    if placeholder.parts and placeholder.kind == "string":
        return _joined(constraint, placeholder.parts)
    return None


def worth_breaking(constraint: ConstraintLike, value: Any, kind: str = "any") -> str | None:
    """Why a value, known or not, cannot meet a constraint."""
    if value.__class__ is Placeholder:
        return check_placeholder(constraint, value, kind)
    return check(constraint, value, kind)


def _none_of(constraint: ConstraintLike, values: tuple[Any, ...] | list[Any], kind: str) -> str | None:
    reason = None
    for value in values:
        reason = worth_breaking(constraint, value, kind)
        if reason is None:
            return None
    return reason


def _joined(constraint: ConstraintLike, parts: tuple[Any, ...]) -> str | None:
    known = [part if isinstance(part, str) else None for part in parts]
    value = constraint.value
    if constraint.kind == "length":
        from designer.constraints.together import asked, lengths

        least, most = lengths(parts)
        low, high = bound(value, "min"), bound(value, "max")
        apart = (high is not None and least > high) or (low is not None and most is not None and most < low)
        return asked(constraint, "string") if apart else None
    if constraint.kind == "allowed_pattern":
        from designer.constraints.automaton import may_match

        if not isinstance(value, str) or may_match(value, known):
            return None
        return f'must match the pattern "{value}"'
    if constraint.kind == "allowed_values" and isinstance(value, (list, tuple)):
        if any(fits(str(each), known) for each in value):
            return None
        from designer.constraints.words import one_of

        return one_of(value, False)
    if constraint.kind == "custom_constraint":
        from designer.constraints.custom import shape

        expected = shape(value)
        if expected is None:
            return None
        from designer.constraints.automaton import may_match

        return None if may_match(expected[0], known) else expected[1]
    return None


def fits(text: str, parts: list[str | None]) -> bool:
    """Whether a text could be these parts in order, None standing for any text."""
    if None not in parts:
        return text == "".join(part or "" for part in parts)
    first = parts.index(None)
    last = len(parts) - 1 - parts[::-1].index(None)
    head = "".join(part or "" for part in parts[:first])
    tail = "".join(part or "" for part in parts[last + 1:])
    if len(text) < len(head) + len(tail) or not text.startswith(head) or not text.endswith(tail):
        return False
    at, end = len(head), len(text) - len(tail)
    for part in parts[first:last]:
        if part:
            found = text.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
    return True
