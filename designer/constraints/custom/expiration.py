"""`expiration`: an ISO 8601 time that is still to come."""

from __future__ import annotations

from designer.constraints.custom.iso_8601 import parse_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if not value:
        return None
    expires = parse_time(value.strip()) if isinstance(value, str) else None
    if expires is None:
        return "is not an ISO 8601 date and time"
    from datetime import datetime, timezone

    try:
        past = expires.astimezone(timezone.utc) <= datetime.now(timezone.utc)
    except OverflowError:
        # an offset can push the first or last day of the calendar out of it; Heat cannot reckon with it either
        return "is out of the calendar"
    return "is in the past: it must be a time to come" if past else None
