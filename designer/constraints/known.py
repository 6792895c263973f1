"""Constraints on values that are known.

Source: heat.engine.constraints of openstack-heat 27.0.1.
"""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class ConstraintLike(Protocol):
        """What a constraint is here: `catalog.Constraint`, or a parameter's own."""

        @property
        def kind(self) -> str: ...

        @property
        def value(self) -> Any: ...


TRUE_WORDS = frozenset(("1", "t", "true", "on", "y", "yes"))
FALSE_WORDS = frozenset(("0", "f", "false", "off", "n", "no"))


def check(constraint: ConstraintLike, value: Any, kind: str = "any") -> str | None:
    """Why Heat would refuse a known value under one constraint, None where it would not.

    `kind` is the type of the property or parameter in any case: string, integer, number, boolean, list, map ...;
    the value is of that type already, as Heat makes it. A constraint that is wrong in itself (a pattern that is no
    regular expression, a custom constraint that nobody knows) breaks nothing here. The answer is a phrase that
    follows the value: "must be at least 1".
    """
    decide = _CHECKS.get(constraint.kind)
    if decide is None:
        return None
    return decide(constraint.value, value, kind)


def number_of(value: Any) -> Any:
    """A value as a number, a string read as one. Raises ValueError and TypeError where it is none."""
    if isinstance(value, (int, float)):
        return value
    try:
        return int(value)
    except ValueError:
        return float(value)


def as_kind(value: Any, kind: str) -> Any:
    """A value as Heat's schema of a type compares it. Raises ValueError and TypeError where it cannot be."""
    kind = kind.lower()
    if kind == "string":
        return str(value)
    if kind == "number":
        return number_of(value)
    if kind == "integer":
        number = number_of(value)
        if isinstance(number, float):
            raise ValueError(f"{value} is not an integer")
        return number
    if kind == "boolean":
        word = str(value).strip().lower()
        if word in TRUE_WORDS:
            return True
        if word in FALSE_WORDS:
            return False
        raise ValueError(f"{value} is not a boolean")
    return value


def _allowed_values(allowed: Any, value: Any, kind: str) -> str | None:
    if not isinstance(allowed, (list, tuple)):
        return None
    if isinstance(value, list):
        # every item of a list must be one of them, compared as it stands
        met = all(item in allowed or item.__class__ is Placeholder for item in value)
    else:
        try:
            met = as_kind(value, kind) in [as_kind(each, kind) for each in allowed]
        except (ValueError, TypeError):
            met = False
    if met:
        return None
    from designer.constraints.words import one_of

    return one_of(allowed, isinstance(value, list))


def _range(bounds: Any, value: Any, kind: str) -> str | None:
    try:
        number = number_of(value)
    except (ValueError, TypeError):
        return "must be a number"
    return _between(bounds, number, "", "")


def _length(bounds: Any, value: Any, kind: str) -> str | None:
    try:
        length = len(value)
    except TypeError:
        return "has no length"
    unit = "character" if isinstance(value, str) else "key" if isinstance(value, dict) else "item"
    return _between(bounds, length, "have ", unit)


def _between(bounds: Any, number: Any, verb: str, unit: str) -> str | None:
    least, most = bound(bounds, "min"), bound(bounds, "max")
    if not ((least is not None and number < least) or (most is not None and number > most)):
        return None
    from designer.constraints.words import between

    return between(least, most, verb, unit)


def bound(bounds: Any, name: str) -> Any:
    """One bound of a range or length as a number, None where it is not given or is none."""
    limit = bounds.get(name) if isinstance(bounds, dict) else None
    if limit is None:
        return None
    try:
        return number_of(limit)
    except (ValueError, TypeError):
        return None


def _modulo(rule: Any, value: Any, kind: str) -> str | None:
    step, offset = bound(rule, "step"), bound(rule, "offset")
    if not step or offset is None:
        return None
    try:
        met = number_of(value) % step == offset
    except (ValueError, TypeError):
        return "must be a number"
    if met:
        return None
    from designer.constraints.words import multiple_of

    return multiple_of(step, offset)


def _allowed_pattern(pattern: Any, value: Any, kind: str) -> str | None:
    from designer.constraints.pattern import matches

    if matches(pattern, value) is not False:
        return None
    return f'must match the pattern "{pattern}"'


def _custom(name: Any, value: Any, kind: str) -> str | None:
    from designer.constraints.custom import decide

    return decide(name, value)


_CHECKS: dict[str, Callable[[Any, Any, str], str | None]] = {
    "allowed_values": _allowed_values,
    "range": _range,
    "length": _length,
    "modulo": _modulo,
    "allowed_pattern": _allowed_pattern,
    "custom_constraint": _custom,
}
