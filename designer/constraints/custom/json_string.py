"""`json_string`: text that reads as JSON."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check(value: Any) -> str | None:
    if not value:
        return None
    if not isinstance(value, str):
        return "is not JSON text"
    from json import loads

    try:
        loads(value)
    except ValueError as fault:
        return f"is not JSON text: {fault}"
    except RecursionError:
        return "is JSON nested too deep to be read"
    return None
