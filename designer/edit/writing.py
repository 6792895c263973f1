"""Scalars as text: what is written reads back as exactly the value that was meant, by Heat's loader.

    scalar_text("0123")             # "0123" in quotes
    scalar_text("m1.small")         # m1.small
    key_text_of("yes", flow=True)   # "yes" in quotes
    literal_lines("a\nb\n", "    ")  # ("|", ["    a", "    b"])
"""

from __future__ import annotations

from designer.edit.refused import Refused
from designer.syntax.compose import compose
from designer.syntax.implicit import plain_tag
from designer.syntax.limits import Limits
from designer.syntax.nodes import Mapping, Scalar
from designer.syntax.scalars import STRING, UnknownTag, scalar_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST_KEY = 1000
"""libyaml reads a key only where its colon comes within 1024 characters."""

_SIMPLE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/")
_NEVER_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`.=<~ \t")
_OTHER_WORDS = frozenset(("y", "n"))
_DATE = "tag:yaml.org,2002:timestamp"
_ESCAPES = {"\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
            "\x1b": "\\e", '"': '\\"', "\\": "\\\\"}
_LIMITS = Limits()


def scalar_text(value: Any, style: str | None = None, flow: bool = False, quote: str = '"',
                was: str | None = None) -> str:
    """A scalar on one line.

    `style` is the quote that its text should stand in, None for none where it can do without; `flow` whether it
    stands in brackets; `quote` the quote to use where one is needed; `was` the plain text that it takes the
    place of. Raises Refused for what no YAML can hold.
    """
    if isinstance(value, str):
        return _string(value, style, flow, quote, was, False)
    text = _number(value)
    if not _same_number(text, value):
        raise Refused(f"{text} cannot be written so that it is read back")
    return text


def key_text_of(name: str, style: str | None = None, flow: bool = False, quote: str = '"') -> str:
    """A key. Raises Refused where it is too long to be one."""
    text = _string(name, style, flow, quote, None, True)
    if len(text) > LONGEST_KEY:
        raise Refused(f"a name of {len(name)} characters is too long")
    return text


def literal_lines(value: str, indent: str, relative: int | None = None) -> tuple[str, list[str]] | None:
    """A text of several lines as a literal block: its sign, and its lines behind `indent`.

    `relative` is how far the lines stand inside their parent, needed where the text begins with a blank. None where
    no literal block can hold the text, or only one that blank lines behind it would change.
    """
    if "\n" not in value or not value.strip(" \t\n") or not all(map(_is_literal, value)):
        return None
    if value.endswith("\n\n"):
        return None
    sign = "|"
    first = value.lstrip("\n")
    if first[0] in " \t" or (value[0] == "\n" and first.split("\n", 1)[0].strip(" \t") == ""):
        if relative is None or not 1 <= relative <= 9:
            return None
        sign += str(relative)
    lines = value.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        sign += "-"
    return sign, [indent + line if line else "" for line in lines]


def reads_as(text: str, key: bool = False, flow: bool = False) -> Any:
    """What a scalar's text means where it is put: as a key or a value, in brackets or not; itself where it is none."""
    around = ("{" if flow else "") + (text + ": 0" if key else "k: " + text) + (", z: 0}" if flow else "\n")
    try:
        root, _ = compose(around, _LIMITS, _ignore)
    except Exception as error:
        if not any(kind.__name__ == "YAMLError" for kind in type(error).__mro__) and not isinstance(error, ValueError):
            raise
        return reads_as
    if not isinstance(root, Mapping) or len(root.entries) != 1 + flow:
        return reads_as
    name, value = root.entries[0]
    if key:
        return name.value
    return value.value if isinstance(value, Scalar) and name.value == "k" else reads_as


def _string(text: str, style: str | None, flow: bool, quote: str, was: str | None, key: bool) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("half a character (a lone surrogate) cannot be written") from None
    if style not in ("'", '"'):
        if _is_plain(text, flow, key, was):
            return text
        style = quote
        if style == '"' and ('"' in text or "\\" in text) and "'" not in text:
            style = "'"
    if style == "'" and text.isprintable():
        written = "'" + text.replace("'", "''") + "'"
        if text.isascii() or reads_as(written, key, flow) == text:
            return written
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """A text in double quotes, with escapes for all that is not plainly visible."""
    if text.isascii() and text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    parts = []
    for sign in text:
        if sign in _ESCAPES:
            parts.append(_ESCAPES[sign])
        elif sign.isprintable():
            parts.append(sign)
        else:
            code = ord(sign)
            parts.append(f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")
    return '"' + "".join(parts) + '"'


def _is_plain(text: str, flow: bool, key: bool, was: str | None) -> bool:
    """Whether a text can stand without quotes, for Heat's loader and for those of newer YAML too."""
    if not text or text.lower() in _OTHER_WORDS:
        return False
    if text[0] in _LETTERS and _SIMPLE.issuperset(text):
        return plain_tag(text) == STRING and not _is_number(text)
    if not text.isprintable() or text[0] in _NEVER_FIRST or text[-1] in " :" or ": " in text or " #" in text:
        return False
    tag = plain_tag(text)
    if tag != STRING and not (tag == _DATE and was is not None and plain_tag(was) == _DATE and not key):
        return False
    if _is_number(text) or (flow and any(sign in text for sign in ",[]{}?")):
        return False
    if _SIMPLE.issuperset(text):
        return True
    return bool(reads_as(text, key, flow) == text)


def _is_number(text: str) -> bool:
    """Whether a text is a number to some reader of YAML, whatever Heat's says: 1e3, 08, 0o17, inf."""
    if text[:2].lower() in ("0o", "0x", "0b"):
        return True
    try:
        float(text)
    except ValueError:
        return False
    return True


def _number(value: Any) -> str:
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if value != value:
            return ".nan"
        if value in (float("inf"), float("-inf")):
            return ".inf" if value > 0 else "-.inf"
        digits, exponent, power = repr(value).partition("e")
        # without a point YAML 1.1 takes the number for a text
        return digits + ("" if "." in digits else ".0") + exponent + power
    raise Refused(f"a value of the type {type(value).__name__} is none that a template can hold")


def _same_number(text: str, value: Any) -> bool:
    try:
        found = scalar_value(plain_tag(text), text)
    except (UnknownTag, ValueError):
        return False
    return found.__class__ is value.__class__ and (found == value or value != value)


def _is_literal(sign: str) -> bool:
    """Whether a sign may stand in a literal block as it is."""
    if " " <= sign <= "~" or sign in "\n\t":
        return True
    code = ord(sign)
    return (0xA0 <= code <= 0xD7FF and code not in (0x2028, 0x2029)) or (
        0xE000 <= code <= 0xFFFD and code != 0xFEFF) or code >= 0x10000


def _ignore(code: str, place: object, **facts: object) -> None:
    pass
