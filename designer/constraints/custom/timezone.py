"""`timezone`: a name of the IANA time zone database."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if not value:
        return None
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except Exception:
        # which exception depends on what the name looks like as a path
        return "is not a time zone, such as Europe/Berlin" if _has_database(ZoneInfo) else None
    return None


def _has_database(zone: Any) -> bool:
    try:
        zone("UTC")
    except Exception:
        return False
    return True
