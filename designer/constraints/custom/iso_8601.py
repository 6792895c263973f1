"""`iso_8601`: a date, or a date and time, as the iso8601 package reads it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from re import Pattern
    from typing import Any

_expression: Pattern[str] | None = None


def check(value: Any) -> str | None:
    return None if isinstance(value, str) and parse_time(value) is not None else "is not an ISO 8601 date and time"


def parse_time(text: str) -> datetime | None:
    """The time that a text names, in UTC where it names no zone; None where it is no such text.

    Months and days may be one digit behind a dash; a month without a day needs the dash; a time stands behind
    `T` or a blank.
    """
    from datetime import datetime, timedelta, timezone

    match = _pattern().match(text)
    if match is None:
        return None
    year, dashed_month, month, dashed_day, day, hour, minute, second, fraction, zone, sign, off_hours, off_minutes = (
        match.groups())
    try:
        offset = timezone.utc
        if zone and zone != "Z":
            ahead = timedelta(hours=int(off_hours), minutes=int(off_minutes or 0))
            offset = timezone(-ahead if sign == "-" else ahead)
        return datetime(int(year), int(month or dashed_month or 1), int(day or dashed_day or 1), int(hour or 0),
                        int(minute or 0), int(second or 0), int(((fraction or "") + "000000")[:6]), offset)
    except ValueError:
        return None


def _pattern() -> Pattern[str]:
    global _expression
    if _expression is None:
        from re import compile

        zone = r"(Z|([-+])([0-9]{2}):?([0-9]{2})?)?"
        clock = rf"([0-9]{{2}})(?::?([0-9]{{2}}))?(?::?([0-9]{{1,2}})(?:[.,]([0-9]+))?)?{zone}"
        day = rf"(?:(?:-([0-9]{{1,2}})|([0-9]{{2}}))(?:[ T]{clock})?)?"
        _expression = compile(rf"([0-9]{{4}})(?:(?:-([0-9]{{1,2}})|([0-9]{{2}})(?!$)){day})?$")
    return _expression
