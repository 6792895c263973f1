"""Texts. Source: yaql.standard_library.strings."""

from __future__ import annotations

from designer.functions.yaql.errors import Refused, Vague
from designer.functions.yaql.kinds import MOST_BYTES
from designer.functions.yaql.library import BOTH, METHOD, define

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.yaql.engine import Engine


@define("concat #operator_+", "*args: text")
def concat(engine: Engine, *args: str) -> str:
    if not args:
        raise Refused("it is not clear what to put together")
    return "".join(args)


@define("str", "value: any")
def text_of(engine: Engine, value: Any) -> str:
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if not isinstance(value, (str, int, float, tuple, list, dict)):
        raise Vague
    return str(value)


@define("len", "string: text", BOTH)
def length(engine: Engine, string: str) -> int:
    return len(string)


@define("toUpper", "string: text", METHOD)
def to_upper(engine: Engine, string: str) -> str:
    return string.upper()


@define("toLower", "string: text", METHOD)
def to_lower(engine: Engine, string: str) -> str:
    return string.lower()


@define("split", "string: text; separator: text? =; max_splits: int =", METHOD)
def split(engine: Engine, string: str, separator: str | None = None, max_splits: int = -1) -> list[str]:
    return string.split(separator, max_splits)


@define("rightSplit", "string: text; separator: text? =; max_splits: int =", METHOD)
def right_split(engine: Engine, string: str, separator: str | None = None, max_splits: int = -1) -> list[str]:
    return string.rsplit(separator, max_splits)


@define("join", "sequence: items; separator: text", METHOD)
def join(engine: Engine, sequence: Any, separator: str) -> str:
    return separator.join(text_of(engine, item) for item in sequence)


@define("join", "separator: text; sequence: items", METHOD)
def join_with(engine: Engine, separator: str, sequence: Any) -> str:
    return separator.join(text_of(engine, item) for item in sequence)


@define("trim", "string: text; chars: text? =", METHOD)
def trim(engine: Engine, string: str, chars: str | None = None) -> str:
    return string.strip(chars)


@define("trimLeft", "string: text; chars: text? =", METHOD)
def trim_left(engine: Engine, string: str, chars: str | None = None) -> str:
    return string.lstrip(chars)


@define("trimRight", "string: text; chars: text? =", METHOD)
def trim_right(engine: Engine, string: str, chars: str | None = None) -> str:
    return string.rstrip(chars)


@define("norm", "string: text?; chars: text? =", BOTH)
def norm(engine: Engine, string: str | None, chars: str | None = None) -> str | None:
    return (string.strip(chars) or None) if string is not None else None


@define("isEmpty", "string: text?; trim: bool =; chars: text? =", BOTH)
def is_empty(engine: Engine, string: str | None, trim: bool = True, chars: str | None = None) -> bool:
    if string is None:
        return True
    return not (string.strip(chars) if trim else string)


@define("replace", "string: text; old: text; new: text; count: int =", METHOD)
def replace(engine: Engine, string: str, old: str, new: str, count: int = -1) -> str:
    found = string.count(old) if count < 0 else min(count, string.count(old))
    if len(string) + found * len(new) > 2 * MOST_BYTES:
        raise Refused("too much memory")
    return string.replace(old, new, count)


@define("replace", "string: text; replacements: map; count: int =", METHOD)
def replace_all(engine: Engine, string: str, replacements: Any, count: int = -1) -> str:
    for key, value in replacements.items():
        string = replace(engine, string, text_of(engine, key), text_of(engine, value), count)
    return string


@define("#operator_*", "left: text; right: int")
def repeated(engine: Engine, left: str, right: int) -> str:
    if len(left) * right > MOST_BYTES:
        raise Refused("too much memory")
    return left * right


@define("#operator_*", "left: int; right: text")
def times(engine: Engine, left: int, right: str) -> Any:
    return repeated(engine, right, left)


@define("#operator_in", "left: text; right: text")
def occurs(engine: Engine, left: str, right: str) -> bool:
    return left in right


@define("substring", "string: text; start: int; length: int =", METHOD)
def substring(engine: Engine, string: str, start: int, length: int = -1) -> str:
    if length < 0:
        length = len(string)
    if start < 0:
        start += len(string)
    return string[start:start + length]


@define("indexOf", "string: text; sub: text; start: int =", METHOD)
def index_of(engine: Engine, string: str, sub: str, start: int = 0) -> int:
    return string.find(sub, start)


@define("indexOf", "string: text; sub: text; start: int; length: int", METHOD)
def index_within(engine: Engine, string: str, sub: str, start: int, length: int) -> int:
    start, end = _span(string, start, length)
    return string.find(sub, start, end)


@define("lastIndexOf", "string: text; sub: text; start: int =", METHOD)
def last_index_of(engine: Engine, string: str, sub: str, start: int = 0) -> int:
    return string.rfind(sub, start)


@define("lastIndexOf", "string: text; sub: text; start: int; length: int", METHOD)
def last_index_within(engine: Engine, string: str, sub: str, start: int, length: int) -> int:
    start, end = _span(string, start, length)
    return string.rfind(sub, start, end)


@define("toCharArray", "string: text", METHOD)
def to_letters(engine: Engine, string: str) -> tuple[str, ...]:
    return tuple(string)


@define("isString", "arg: any")
def is_string(engine: Engine, arg: Any) -> bool:
    return isinstance(arg, str)


@define("startsWith", "string: text; *prefixes: text", METHOD)
def starts_with(engine: Engine, *prefixes: str, string: str) -> bool:
    return string.startswith(prefixes)


@define("endsWith", "string: text; *suffixes: text", METHOD)
def ends_with(engine: Engine, *suffixes: str, string: str) -> bool:
    return string.endswith(suffixes)


@define("hex", "num: number?")
def in_hex(engine: Engine, num: Any) -> str:
    return hex(num)


def _span(string: str, start: int, length: int) -> tuple[int, int]:
    if start < 0:
        start += len(string)
    if length < 0:
        length = len(string) - start
    return start, start + length
