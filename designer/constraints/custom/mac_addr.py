"""`mac_addr`: a MAC address in any form that netaddr reads."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_FORMS = {
    # separator, number of groups: the least and most digits of a group
    (":", 6): (1, 2), ("-", 6): (1, 2),
    (":", 3): (1, 4), ("-", 3): (1, 4), (".", 3): (1, 4),
    (":", 2): (5, 6), ("-", 2): (5, 6),
}


def check(value: Any) -> str | None:
    return None if isinstance(value, str) and _is_mac(value) else "is not a MAC address"


def _is_mac(text: str) -> bool:
    # a line break at the end is overlooked by the expressions of netaddr
    text = text[:-1] if text.endswith("\n") else text
    for separator in ":-.":
        if separator in text:
            groups = text.split(separator)
            least, most = _FORMS.get((separator, len(groups)), (1, 0))
            return all(least <= len(group) <= most and _HEXADECIMAL.issuperset(group) for group in groups)
    return len(text) in (11, 12) and _HEXADECIMAL.issuperset(text)
