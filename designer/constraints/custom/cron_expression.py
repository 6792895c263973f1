"""`cron_expression`: five fields of cron, and the sixth (second) and seventh (year) that croniter adds."""

from __future__ import annotations

from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ALIASES = {
    "@midnight": "0 0 * * *", "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
}
_NAMES = ("minute", "hour", "day of month", "month", "day of week", "second", "year")
_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6), (0, 59), (1970, 2099))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_DAY, _MONTH, _WEEKDAY = 2, 3, 4


class _Fault(Exception):
    """Why an expression is none."""


def check(value: Any) -> str | None:
    if not value:
        return None
    if not isinstance(value, str):
        return "is not a cron expression"
    try:
        _read(value.lower())
    except _Fault as fault:
        return f"is not a cron expression: {fault}"
    return None


def _read(text: str) -> None:
    # only the blanks of ASCII part fields
    fields = [field for field in _ALIASES.get(text, text).translate(_BLANKS).split(" ") if field]
    if not 5 <= len(fields) <= 7:
        raise _Fault(f"it has {counted(len(fields), 'field')}, not 5, 6 or 7")
    for index, field in enumerate(fields):
        _field(index, field)


_BLANKS = {ord(sign): " " for sign in "\t\n\r\x0b\x0c"}


def _field(index: int, field: str) -> None:
    name = _NAMES[index]
    drawn = _drawn(index, field)
    if drawn is not None:
        field = drawn
    if field == "?" and index in (_DAY, _WEEKDAY):
        return
    if "?" in field:
        raise _Fault(f'a question mark in the {name} "{field}"')
    items = field.split(",")
    plain: set[object] = set()
    numbered: set[object] = set()
    for item in items:
        nth = None
        if index == _WEEKDAY:
            item, nth = _nth(item)
        if index == _DAY and _is_nearest(item):
            day = int(item.strip("w"))
            if not 1 <= day <= 31:
                raise _Fault(f"there is no day {day}")
            if len(items) > 1:
                raise _Fault(f'"{item}" stands for one day, and not in a list')
            continue
        days = _item(index, item, name)
        (numbered if nth else plain).update(days)
    if numbered:
        plain -= numbered | {"*"}
        if plain and len(plain | numbered) != 7:
            raise _Fault("days of the week and days of a certain week cannot be mixed")


def _drawn(index: int, field: str) -> str | None:
    # `r`, `r(1-5)/2`: a number drawn at random; `h` needs an identity to hash, which Heat does not give
    head, slash, divisor = field.partition("/")
    if not head or head[0] not in "hr" or (slash and not _is_number(divisor)):
        return None
    first, last = _RANGES[index]
    if head[1:]:
        begin, dash, end = head[2:-1].partition("-")
        if head[1] != "(" or head[-1] != ")" or not dash or not _is_number(begin) or not _is_number(end):
            return None
    if head[0] == "h":
        raise _Fault('"h" is a hash, and there is nothing to hash')
    if head[1:]:
        if int(begin) >= int(end):
            raise _Fault(f'the range "{head}" runs backwards')
        for bound in (int(begin), int(end)):
            if not first <= (0 if index == _WEEKDAY and bound == 7 else bound) <= last:
                raise _Fault(f"{bound} is out of the range of a {_NAMES[index]}")
    if slash and int(divisor) == 0:
        raise _Fault("a step of 0")
    return "*"


def _nth(item: str) -> tuple[str, str | None]:
    # `2#3` the third Tuesday, `l5` the last Friday
    if item.startswith("l") and _is_number(item[1:]):
        return item[1:], "last"
    head, sign, week = item.rpartition("#")
    if sign and _is_number(week) and _is_nth_head(head):
        if not 1 <= int(week) <= 5:
            raise _Fault(f"there is no week {week} in a month")
        return head, week
    return item, None


def _is_nth_head(text: str) -> bool:
    if text and text.isascii() and text.replace("_", "a").isalnum():
        return True
    first, dash, second = text.partition("-")
    return bool(dash) and ((first in _WEEKDAYS and second in _WEEKDAYS) or (first in _MONTHS and second in _MONTHS))


def _is_nearest(item: str) -> bool:
    return (item.endswith("w") and _is_number(item[:-1])) or (item.startswith("w") and _is_number(item[1:]))


def _item(index: int, item: str, name: str) -> set[object]:
    """The values of one item of a field. Raises _Fault."""
    first, last = _RANGES[index]
    parts = _range_of(item if not item.startswith("*/") or len(item) < 3 else f"{first}-{last}{item[1:]}")
    opened = False
    if parts is None and "/" in item:
        start, _, step = item.rpartition("/")
        if start and step:
            parts = _range_of(f"{start}-{last}/{step}")
            opened = parts is not None
    if parts is None:
        return {_single(index, item, name)}
    low, high, by = parts
    if index == _DAY and high == "l":
        high = "31"
    bounds = [_alias(index, int(text) if _is_number(text) else _named(index, text, name)) for text in (low, high)]
    if by == 0:
        raise _Fault(f"a step of 0 in the {name}")
    if max(bounds) > last:
        raise _Fault(f"{max(bounds)} is out of the range of a {name}")
    begin, end = bounds
    if begin == end and not opened:
        begin, end = first, last
    values = range(begin, end + 1, by) if begin <= end else [*range(begin, last + 1, by), *range(first, end + 1, by)]
    for value in values:
        if not first <= _alias(index, value) <= last:
            raise _Fault(f"{value} is out of the range of a {name}")
    return set(values)


def _range_of(text: str) -> tuple[str, str, int] | None:
    """`low-high/step` in parts, None where a text is no such thing."""
    low, dash, rest = text.partition("-")
    if not low or not dash:
        return None
    high, slash, step = rest.partition("/")
    if not high or "-" in high or (slash and not _is_number(step)):
        return None
    return low, high, int(step) if slash else 1


def _single(index: int, item: str, name: str) -> object:
    if item.startswith("-"):
        raise _Fault(f"a negative number in the {name}")
    if item == "*" or (item == "l" and index == _DAY):
        return item
    number = _alias(index, int(item) if _is_number(item) else _named(index, item, name))
    first, last = _RANGES[index]
    if not first <= number <= last:
        raise _Fault(f"{number} is out of the range of a {name}")
    return number


def _named(index: int, text: str, name: str) -> int:
    if index == _MONTH and text in _MONTHS:
        return _MONTHS.index(text) + 1
    if index == _WEEKDAY and text in _WEEKDAYS:
        return _WEEKDAYS.index(text)
    raise _Fault(f'"{text}" is no {name}')


def _alias(index: int, number: int) -> int:
    return 0 if index == _WEEKDAY and number == 7 else number


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
