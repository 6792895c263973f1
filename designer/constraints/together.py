"""Whether any value can meet a property's constraint and those of the parameter that feeds it.

"No" is certain; where nobody can tell, the answer is that one may.
"""

from __future__ import annotations

from designer.constraints.known import as_kind, bound, check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.constraints.known import ConstraintLike
    from designer.values import Placeholder

_NUMERIC = ("range", "modulo")
_TEXTUAL = ("allowed_pattern", "length", "custom_constraint")


def candidates(placeholder: Placeholder) -> list[Any] | None:
    """The values that a parameter may have at all, where they can be counted; None where they cannot."""
    if placeholder.kind in ("list", "map", "any") or placeholder.parts or placeholder.choices:
        return None
    own = placeholder.constraints
    listed: list[Any] | None = None
    for each in own:
        if each.kind == "allowed_values" and isinstance(each.value, (list, tuple)):
            listed = [value for value in map(_reader(placeholder.kind), each.value) if value is not None]
            break
    if listed is None:
        if placeholder.kind != "boolean" or placeholder.origin != "get_param":
            return None
        listed = [True, False]
    return [value for value in listed if all(check(each, value, placeholder.kind) is None for each in own)]


def never_together(constraint: ConstraintLike, placeholder: Placeholder, kind: str) -> str | None:
    """Why no value meets a constraint of a property and all that the placeholder is known to meet, None if one may."""
    own = placeholder.constraints
    if placeholder.kind == "list":
        return next(filter(None, (_spans(constraint, each, "list") for each in own)), None) if kind == "list" else None
    if placeholder.kind not in ("string", "number", "integer"):
        return None
    if constraint.kind == "allowed_values" and isinstance(constraint.value, (list, tuple)):
        return _none_allowed(constraint, own, placeholder.kind)
    for each in own:
        reason = _apart(constraint, each, placeholder.kind)
        if reason is not None:
            return reason
    return None


def lengths(parts: tuple[Any, ...]) -> tuple[int, int | None]:
    """The fewest and the most characters of a text joined from pieces; the most is None where nobody can tell."""
    least, most = 0, 0
    open_ended = False
    for part in parts:
        if isinstance(part, str):
            least, most = least + len(part), most + len(part)
            continue
        low, high = _length_of(part)
        least += low
        if high is None:
            open_ended = True
        else:
            most += high
    return least, None if open_ended else most


def _length_of(part: Any) -> tuple[int, int | None]:
    if not getattr(part, "constraints", ()) or part.kind != "string":
        return 0, None
    listed = candidates(part)
    if listed:
        return min(map(len, listed)), max(map(len, listed))
    low, high = 0, None
    for each in part.constraints:
        expression = _expression(each)
        if each.kind == "length":
            fewest, many = bound(each.value, "min"), bound(each.value, "max")
        elif expression is not None:
            from designer.constraints.automaton import widths

            fewest, many = widths(expression)
            many = None if many >= 2 ** 31 else many
        else:
            continue
        low = max(low, int(fewest or 0))
        high = many if high is None else high if many is None else min(high, many)
    return low, None if high is None else int(high)


def _reader(kind: str) -> Any:
    def read(value: Any) -> Any:
        try:
            return as_kind(value, kind)
        except (ValueError, TypeError):
            return None

    return read


def _none_allowed(constraint: ConstraintLike, own: tuple[Any, ...], kind: str) -> str | None:
    read = _reader(kind)
    for value in constraint.value:
        known = read(value)
        if known is not None and all(check(each, known, kind) is None for each in own):
            return None
    from designer.constraints.words import one_of

    return one_of(constraint.value, False)


def _apart(constraint: ConstraintLike, own: ConstraintLike, kind: str) -> str | None:
    if constraint.kind in _NUMERIC and own.kind in _NUMERIC:
        if constraint.kind == own.kind == "range":
            return _spans(constraint, own, kind)
        return _steps(constraint, own)
    if kind == "string" and constraint.kind in _TEXTUAL and own.kind in _TEXTUAL:
        if constraint.kind == own.kind == "length":
            return _spans(constraint, own, kind)
        return _texts(constraint, own)
    return None


def _spans(constraint: ConstraintLike, own: ConstraintLike, kind: str) -> str | None:
    """Two ranges or two lengths that have nothing in common."""
    if constraint.kind != own.kind or own.kind not in ("range", "length"):
        return None
    wanted, given = constraint.value, own.value
    for low, high in ((wanted, given), (given, wanted)):
        least, most = bound(low, "min"), bound(high, "max")
        if least is not None and most is not None and least > most:
            return asked(constraint, kind)
    return None


def asked(constraint: ConstraintLike, kind: str) -> str:
    """What a range or a length asks for, as a phrase that follows the value."""
    from designer.constraints.words import between

    unit = "" if constraint.kind == "range" else "character" if kind == "string" else "item"
    return between(bound(constraint.value, "min"), bound(constraint.value, "max"), "have " if unit else "", unit)


def _steps(constraint: ConstraintLike, own: ConstraintLike) -> str | None:
    """A range without a multiple in it, or two multiples that never meet."""
    moduli = [each.value for each in (constraint, own) if each.kind == "modulo"]
    numbers = [(bound(each, "step"), bound(each, "offset")) for each in moduli]
    if not all(isinstance(number, int) for pair in numbers for number in pair) or not all(step for step, _ in numbers):
        return None
    from math import ceil, gcd, isfinite

    step, offset = numbers[0]
    if len(numbers) == 2:
        apart = (offset - numbers[1][1]) % gcd(step, numbers[1][0]) != 0
    else:
        span = constraint.value if constraint.kind == "range" else own.value
        least, most = bound(span, "min"), bound(span, "max")
        if least is None or most is None or not isfinite(least) or not isfinite(most):
            return None
        first = ceil(least)
        apart = first + (offset - first) % abs(step) > most
    if not apart:
        return None
    from designer.constraints.words import multiple_of

    return multiple_of(*_pair(constraint)) if constraint.kind == "modulo" else asked(constraint, "number")


def _pair(constraint: ConstraintLike) -> tuple[Any, Any]:
    return bound(constraint.value, "step"), bound(constraint.value, "offset")


def _texts(constraint: ConstraintLike, own: ConstraintLike) -> str | None:
    """A pattern and a length, or two patterns, that no text meets both of."""
    from designer.constraints.automaton import may_both_match, widths

    first, second = _expression(constraint), _expression(own)
    if first is not None and second is not None:
        apart = not may_both_match(first, second)
    else:
        expression = first or second
        length = own.value if first is not None else constraint.value
        if expression is None or (first is None and constraint.kind != "length") or (
                second is None and own.kind != "length"):
            return None
        shortest, longest = widths(expression)
        least, most = bound(length, "min"), bound(length, "max")
        apart = (most is not None and shortest > most) or (least is not None and longest < least)
    if not apart:
        return None
    if constraint.kind == "length":
        return asked(constraint, "string")
    if constraint.kind == "allowed_pattern":
        return f'must match the pattern "{constraint.value}"'
    from designer.constraints.custom import shape

    described = shape(constraint.value)
    return described[1] if described is not None else None


def _expression(constraint: ConstraintLike) -> str | None:
    if constraint.kind == "allowed_pattern":
        return constraint.value if isinstance(constraint.value, str) else None
    if constraint.kind == "custom_constraint":
        from designer.constraints.custom import shape

        described = shape(constraint.value)
        return described[0] if described is not None else None
    return None
