"""From a YAML scalar's tag and text to the value that Heat's loader makes of it.

Source: YAML 1.1's types as PyYAML constructs them, with the two changes of heat.common.template_format: strings
stay strings, and timestamps become strings.
"""

from __future__ import annotations

_PREFIX = "tag:yaml.org,2002:"
STRING = _PREFIX + "str"
MERGE = _PREFIX + "merge"
MAP = _PREFIX + "map"
SEQUENCE = _PREFIX + "seq"

_BOOLEANS = {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False}


class UnknownTag(Exception):
    """A tag that Heat's loader has no value for."""


def scalar_value(tag: str, text: str) -> str | int | float | bool | None:
    """The value of a scalar.

    Raises UnknownTag for a tag without a meaning here, ValueError for text that does not fit its tag.
    """
    if tag == STRING or tag == _PREFIX + "timestamp":
        return text
    if tag == _PREFIX + "int":
        return _integer(text)
    if tag == _PREFIX + "bool":
        try:
            return _BOOLEANS[text.lower()]
        except KeyError:
            raise ValueError(text) from None
    if tag == _PREFIX + "null":
        return None
    if tag == _PREFIX + "float":
        return _float(text)
    raise UnknownTag(tag)


def _integer(text: str) -> int:
    digits = text.replace("_", "")
    sign = -1 if digits.startswith("-") else 1
    if digits[:1] in ("+", "-"):
        digits = digits[1:]
    if digits == "0":
        return 0
    if digits.startswith("0b"):
        return sign * int(digits[2:], 2)
    if digits.startswith("0x"):
        return sign * int(digits[2:], 16)
    if digits.startswith("0"):
        return sign * int(digits, 8)
    if ":" in digits:
        total = 0
        for part in digits.split(":"):
            total = total * 60 + int(part)
        return sign * total
    return sign * int(digits)


def _float(text: str) -> float:
    digits = text.replace("_", "").lower()
    sign = -1.0 if digits.startswith("-") else 1.0
    if digits[:1] in ("+", "-"):
        digits = digits[1:]
    if digits == ".inf":
        return sign * float("inf")
    if digits == ".nan":
        return float("nan")
    if ":" in digits:
        total = 0.0
        for part in digits.split(":"):
            total = total * 60 + float(part)
        return sign * total
    return sign * float(digits)


def key_text(value: str | int | float | bool | None) -> str:
    """What a key becomes on its way to Heat: JSON has string keys only."""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if isinstance(value, float):
        if value != value:
            return "NaN"
        if value in (float("inf"), float("-inf")):
            return "Infinity" if value > 0 else "-Infinity"
        return repr(value)
    return str(value)
