"""From the text of an expression to its tokens. Source: yaql.language.lexer."""

from __future__ import annotations

import re

from designer.functions.yaql.errors import Syntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

END = "end"
NUMBER = "number"
TEXT = "text"
CONSTANT = "constant"
KEYWORD = "keyword"
VARIABLE = "variable"
CALL = "call"
OPERATOR = "operator"

WORDS = frozenset(("mod", "in", "not", "and", "or"))
CONSTANTS = {"true": True, "false": False, "null": None}

_TOKEN = re.compile(r"""
    (?P<variable> \$\w* )
  | (?P<number> \b\d+(\.?\d+)?\b )
  | (?P<call> \b[^\W\d]\w*\( )
  | (?P<keyword> (?!__)\b[^\W\d]\w*\b )
  | (?P<single> '([^'\\]|\\.)*' )
  | (?P<double> "([^"\\]|\\.)*" )
  | (?P<verbatim> `([^`\\]|\\.)*` )
  | (?P<operator> -> | => | \?\. | =~ | !~ | >= | <= | != | [.+\-*/><=(){}\[\],] )
""", re.VERBOSE)
_BLANK = " \t\r\n"
_ESCAPE = re.compile(r"""
    \\U[0-9a-fA-F]{8} | \\u[0-9a-fA-F]{4} | \\x[0-9a-fA-F]{2} | \\[0-7]{1,3} | \\[\\'"abfnrtv]
""", re.VERBOSE)
_SIGNS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
LONGEST_NUMBER = 4000


class Token:
    """A token: its kind, its value, where it begins."""

    __slots__ = ("kind", "value", "at")

    def __init__(self, kind: str, value: Any, at: int | None) -> None:
        self.kind = kind
        self.value = value
        self.at = at


def tokens_of(text: str) -> list[Token]:
    """The tokens of an expression, the last of them its end. Raises Syntax where a sign is none of any token."""
    tokens = []
    at = 0
    while at < len(text):
        if text[at] in _BLANK:
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise Syntax(f"`{text[at]}` is not expected", at)
        tokens.append(_token(str(match.lastgroup), match.group(), at))
        at = match.end()
    tokens.append(Token(END, None, None))
    return tokens


def _token(kind: str, text: str, at: int) -> Token:
    if kind == "number":
        if len(text) > LONGEST_NUMBER:
            raise Syntax("this number is too long", at)
        return Token(NUMBER, float(text) if "." in text else int(text), at)
    if kind == "call":
        return Token(CALL, text[:-1], at)
    if kind == "keyword":
        if text in WORDS:
            return Token(OPERATOR, text, at)
        return Token(CONSTANT, CONSTANTS[text], at) if text in CONSTANTS else Token(KEYWORD, text, at)
    if kind in ("single", "double"):
        return Token(TEXT, _ESCAPE.sub(_unescaped, text[1:-1]), at)
    if kind == "verbatim":
        return Token(TEXT, text[1:-1].replace("\\`", "`"), at)
    return Token(VARIABLE if kind == "variable" else OPERATOR, text, at)


def _unescaped(match: re.Match[str]) -> str:
    sign = match.group()[1:]
    if sign[0] in "Uux":
        code = int(sign[1:], 16)
        return chr(code) if code < 0x110000 else match.group()
    if sign[0] in "01234567":
        return chr(int(sign, 8))
    return _SIGNS.get(sign, sign)
