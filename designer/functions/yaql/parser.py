"""From tokens to an expression. Source: yaql.language.parser and the operators of yaql.language.factory."""

from __future__ import annotations

from designer.functions.yaql import lexer
from designer.functions.yaql.errors import Syntax, Vague
from designer.functions.yaql.lexer import Token, tokens_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEEPEST = 60

# How tightly operators bind, the loosest first; `->` is the only one that groups to the right.
_BINARY = {"->": 1, "or": 2, "and": 3, ">": 5, "<": 5, ">=": 5, "<=": 5, "!=": 5, "=": 5, "in": 5, "+": 6, "-": 6,
           "*": 7, "/": 7, "mod": 7, "=~": 8, "!~": 8, "[": 10, ".": 11, "?.": 11}
_UNARY = {"not": 4, "+": 9, "-": 9}


class Expression:
    """A part of an expression.

    kind   constant, keyword, variable, call (a function's), rule (`a => b`), missing (an argument left out)
    value  the constant, the keyword, the name of a variable or a function
    parts  the arguments of a call, the two sides of a rule
    named  of a call: whether it is written as one, so that it may be a method's
    """

    __slots__ = ("kind", "value", "parts", "named")

    def __init__(self, kind: str, value: Any = None, parts: tuple[Expression, ...] = (), named: bool = False) -> None:
        self.kind = kind
        self.value = value
        self.parts = parts
        self.named = named


MISSING = Expression("missing")


def parse_expression(text: str) -> Expression:
    """The expression that a text holds. Raises Syntax where it holds none."""
    reader = _Reader(tokens_of(text))
    expression = reader.expression(0)
    if reader.token.kind != lexer.END:
        raise reader.unexpected()
    return expression


class _Reader:
    __slots__ = ("tokens", "at", "depth")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def is_sign(self, *signs: str) -> bool:
        token = self.token
        return token.kind == lexer.OPERATOR and token.value in signs

    def unexpected(self) -> Syntax:
        token = self.token
        if token.kind == lexer.END:
            return Syntax("it ends too early", None)
        return Syntax(f"`{token.value}` is not expected", token.at)

    def expression(self, binding: int) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Vague
        left = self.operand()
        while self.token.kind == lexer.OPERATOR:
            sign = self.token.value
            power = _BINARY.get(sign, 0)
            if not power or power <= binding:
                break
            self.next()
            if sign == "[":
                left = Expression("call", "#indexer", (left, *self.arguments("]")))
            else:
                right = self.expression(power - 1 if sign == "->" else power)
                left = Expression("call", _name(sign), (left, right))
        self.depth -= 1
        return left

    def operand(self) -> Expression:
        token = self.token
        if token.kind in (lexer.NUMBER, lexer.TEXT, lexer.CONSTANT):
            return Expression("constant", self.next().value)
        if token.kind == lexer.KEYWORD:
            return Expression("keyword", self.next().value)
        if token.kind == lexer.VARIABLE:
            return Expression("variable", self.next().value)
        if token.kind == lexer.CALL:
            self.next()
            return Expression("call", token.value, self.arguments(")"), named=True)
        if self.is_sign("("):
            self.next()
            inner = self.expression(0)
            self.expect(")")
            # in brackets a call is a value, and no method any more
            return Expression("wrap", None, (inner,))
        if self.is_sign("["):
            self.next()
            return Expression("call", "#list", self.arguments("]"))
        if self.is_sign("{"):
            self.next()
            return Expression("call", "#map", self.arguments("}"))
        if token.kind == lexer.OPERATOR and token.value in _UNARY:
            self.next()
            return Expression("call", "#unary_" + token.value, (self.expression(_UNARY[token.value]),))
        raise self.unexpected()

    def arguments(self, end: str) -> tuple[Expression, ...]:
        """Arguments up to the closing sign: values, some of which may be left out, then rules."""
        found: list[Expression] = []
        if self.is_sign(end):
            self.next()
            return ()
        rules = False
        while True:
            if self.is_sign(",") and not rules:
                found.append(MISSING)
                self.next()
                continue
            value = self.expression(0)
            if self.is_sign("=>"):
                # at most one value may be left out right before the first rule, and none alone
                if not rules and (found[-2:] == [MISSING, MISSING] or found == [MISSING]):
                    raise self.unexpected()
                self.next()
                value = Expression("rule", None, (value, self.expression(0)))
                rules = True
            elif rules:
                raise self.unexpected()
            found.append(value)
            if self.is_sign(end):
                self.next()
                return tuple(found)
            self.expect(",")

    def expect(self, sign: str) -> None:
        if not self.is_sign(sign):
            raise self.unexpected()
        self.next()


def _name(sign: str) -> str:
    return {"=": "*equal", "!=": "*not_equal"}.get(sign, "#operator_" + sign)
