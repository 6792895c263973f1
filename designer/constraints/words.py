"""How a broken constraint is told to a person; loaded when one is broken."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_SHOWN = 12
"""How many allowed values are listed before the rest is counted."""


def one_of(allowed: Sequence[Any], every: bool) -> str:
    """What allowed values ask for; `every`: each item of a list must be one of them."""
    if not allowed:
        return "can have no value: none is allowed"
    shown = ", ".join(quoted(value) for value in allowed[:_SHOWN])
    more = len(allowed) - _SHOWN
    if more > 0:
        shown += f" or one of {more} more"
    return f"may only hold {shown}" if every else f"must be {'one of ' if len(allowed) > 1 else ''}{shown}"


def between(least: Any, most: Any, verb: str, unit: str) -> str:
    """What a range (verb and unit empty) or a length ("have ", "character") asks for."""
    verb = verb or "be "
    if most is None:
        return f"must {verb}at least {least}{_units(unit, least)}"
    if least is None:
        return f"must {verb}at most {most}{_units(unit, most)}"
    if least == most:
        return f"must {verb}exactly {least}{_units(unit, least)}"
    return f"must {verb}between {least} and {most}{_units(unit, most)}"


def multiple_of(step: Any, offset: Any) -> str:
    """What a modulo asks for."""
    return f"must be a multiple of {step}" if not offset else f"must be a multiple of {step} plus {offset}"


def quoted(value: Any, limit: int = 80) -> str:
    """A value as it would stand in JSON, cut where it is long."""
    from json import dumps

    text = dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[:limit - 1] + "…"


def _units(unit: str, count: Any) -> str:
    if not unit:
        return ""
    return f" {unit}" if count == 1 else f" {unit}s"
