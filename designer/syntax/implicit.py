"""What a plain scalar is: YAML 1.1's implicit types, as PyYAML's resolver finds them with regular expressions.

Written out by hand because `re` and the expressions would take half of the start-up of `hot-designer validate`.
Source: yaml.resolver of PyYAML 6; the tests hold every answer against it.
"""

from __future__ import annotations

_PREFIX = "tag:yaml.org,2002:"
_STRING, _INT, _FLOAT, _DATE = _PREFIX + "str", _PREFIX + "int", _PREFIX + "float", _PREFIX + "timestamp"
_WORDS: dict[str, str] = {
    **{form: _PREFIX + "bool" for word in ("yes", "no", "true", "false", "on", "off")
       for form in (word, word.capitalize(), word.upper())},
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), _PREFIX + "null"),
    "<<": _PREFIX + "merge",
    "=": _PREFIX + "value",
}
_DIGITS = frozenset("0123456789")
_SOME = frozenset("0123456789_")
_INFINITE = ("inf", "Inf", "INF")
_NOT_A_NUMBER = ("nan", "NaN", "NAN")


def plain_tag(text: str) -> str:
    """The tag of a scalar that is written plain."""
    first = text[:1]
    if first in _DIGITS or first == "-" or first == "+" or first == ".":
        return _number_tag(text)
    return _WORDS.get(text, _STRING)


def _number_tag(text: str) -> str:
    signed = text[0] in "+-"
    body = text[1:] if signed else text
    if body.isdecimal() and body.isascii() and (body[0] != "0" or body == "0"):
        return _INT
    if not body or body[0] not in "0123456789.":
        return _STRING
    if body[0] == ".":
        return _pointed(body[1:], signed)
    if body[0] == "0" and _is_odd_integer(body[1:]):
        return _INT
    whole, point, fraction = body.partition(".")
    if point and _is_some(whole) and _is_fraction(fraction):
        return _FLOAT
    if ":" in whole and _is_sexagesimal(whole):
        if point:
            return _FLOAT if _SOME.issuperset(fraction) else _STRING
        return _INT if whole[0] != "0" else _STRING
    if not point and body[0] != "0" and _is_some(body):
        return _INT
    return _DATE if not signed and len(text) >= 8 and "-" in text[4:5] and _is_timestamp(text) else _STRING


def _pointed(rest: str, signed: bool) -> str:
    if rest in _INFINITE or (not signed and rest in _NOT_A_NUMBER):
        return _FLOAT
    return _FLOAT if not signed and rest[:1] in _DIGITS and _is_fraction(rest) else _STRING


def _is_odd_integer(rest: str) -> bool:
    """Whether what follows a zero makes a binary, octal or hexadecimal number of it."""
    if rest[:1] == "b":
        return len(rest) > 1 and not rest[1:].strip("01_")
    if rest[:1] == "x":
        return len(rest) > 1 and not rest[1:].strip("0123456789abcdefABCDEF_")
    return bool(rest) and not rest.strip("01234567_")


def _is_some(text: str) -> bool:
    """Whether a text is a digit, and then digits and underscores."""
    return text[:1] in _DIGITS and bool(text) and _SOME.issuperset(text)


def _is_fraction(text: str) -> bool:
    """Whether a text is digits and underscores, and perhaps an exponent with its sign."""
    for sign in "eE":
        digits, mark, exponent = text.partition(sign)
        if mark:
            return (_SOME.issuperset(digits) and exponent[:1] in ("+", "-") and len(exponent) > 1
                    and _DIGITS.issuperset(exponent[1:]))
    return _SOME.issuperset(text)


def _is_sexagesimal(text: str) -> bool:
    first, *others = text.split(":")
    return _is_some(first) and all(
        _DIGITS.issuperset(part) and (len(part) == 1 or (len(part) == 2 and part[0] < "6")) for part in others)


def _is_timestamp(text: str) -> bool:
    year, month, rest = text[:4], *_digits(text[5:])
    if not _DIGITS.issuperset(year) or not 1 <= len(month) <= 2 or rest[:1] != "-":
        return False
    day, rest = _digits(rest[1:])
    if not 1 <= len(day) <= 2:
        return False
    if not rest:
        return len(month) == len(day) == 2
    if rest[0] in "tT":
        rest = rest[1:]
    elif rest[0] in " \t":
        rest = rest.lstrip(" \t")
    else:
        return False
    return _is_time(rest)


def _is_time(text: str) -> bool:
    hour, rest = _digits(text)
    if not 1 <= len(hour) <= 2 or rest[:1] != ":" or rest[3:4] != ":":
        return False
    if not _DIGITS.issuperset(rest[1:3]) or not _DIGITS.issuperset(rest[4:6]) or len(rest) < 6:
        return False
    rest = rest[6:]
    if rest[:1] == ".":
        rest = _digits(rest[1:])[1]
    zone = rest.lstrip(" \t")
    if not zone:
        return not rest
    if zone == "Z":
        return True
    hours, minutes = _digits(zone[1:])
    return zone[0] in "+-" and 1 <= len(hours) <= 2 and (
        not minutes or (len(minutes) == 3 and minutes[0] == ":" and _DIGITS.issuperset(minutes[1:])))


def _digits(text: str) -> tuple[str, str]:
    """The digits a text begins with, and the rest."""
    end = 0
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return text[:end], text[end:]
