"""Operators, numbers, truth and choices. Source: yaql.standard_library common, boolean, branching, math and system."""

from __future__ import annotations

from designer.functions.yaql.errors import Refused, Vague
from designer.functions.yaql.kinds import Frozen, is_iterator, is_number, weigh
from designer.functions.yaql.library import METHOD, define

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.functions.yaql.engine import Context, Engine

MOST_BITS = 100_000


@define("*equal", "left: any; right: any")
def equal(engine: Engine, left: Any, right: Any) -> bool:
    return bool(left == right)


@define("*not_equal", "left: any; right: any")
def not_equal(engine: Engine, left: Any, right: Any) -> bool:
    return bool(left != right)


def _compare(sign: str, decide: Callable[[Any, Any], bool]) -> None:
    name = "#operator_" + sign
    for kind in ("number", "text", "set"):
        define(name, f"left: {kind}; right: {kind}")(lambda engine, left, right: decide(left, right))
    # null comes before everything else
    define(name, "left: null; right: some")(lambda engine, left, right: decide(0, 1))
    define(name, "left: some; right: null")(lambda engine, left, right: decide(1, 0))
    define(name, "left: null; right: null")(lambda engine, left, right: decide(0, 0))


_compare("<", lambda left, right: bool(left < right))
_compare("<=", lambda left, right: bool(left <= right))
_compare(">", lambda left, right: bool(left > right))
_compare(">=", lambda left, right: bool(left >= right))


@define("#operator_and", "left: lambda; right: lambda")
def both(engine: Engine, left: Any, right: Any) -> Any:
    return left() and right()


@define("#operator_or", "left: lambda; right: lambda")
def either(engine: Engine, left: Any, right: Any) -> Any:
    return left() or right()


@define("#unary_not", "value: any")
def opposite(engine: Engine, value: Any) -> bool:
    return not value


@define("bool", "value: any")
def truth(engine: Engine, value: Any) -> bool:
    return bool(value)


@define("isBoolean", "value: any")
def is_boolean(engine: Engine, value: Any) -> bool:
    return isinstance(value, bool)


@define("#operator_+", "left: number; right: number")
def plus(engine: Engine, left: Any, right: Any) -> Any:
    return left + right


@define("#operator_-", "left: number; right: number")
def minus(engine: Engine, left: Any, right: Any) -> Any:
    return left - right


@define("#operator_*", "left: number; right: number")
def times(engine: Engine, left: Any, right: Any) -> Any:
    return left * right


@define("#operator_/", "left: number; right: number")
def divided(engine: Engine, left: Any, right: Any) -> Any:
    return left // right if isinstance(left, int) and isinstance(right, int) else left / right


@define("#operator_mod", "left: number; right: number")
def modulo(engine: Engine, left: Any, right: Any) -> Any:
    return left % right


@define("#unary_+", "value: number")
def positive(engine: Engine, value: Any) -> Any:
    return +value


@define("#unary_-", "value: number")
def negative(engine: Engine, value: Any) -> Any:
    return -value


@define("abs", "op: number")
def absolute(engine: Engine, op: Any) -> Any:
    return abs(op)


@define("int", "value: any")
def integer(engine: Engine, value: Any) -> int:
    return 0 if value is None else int(value)


@define("float", "value: any")
def number(engine: Engine, value: Any) -> float:
    return 0.0 if value is None else float(value)


@define("bitwiseAnd", "left: int; right: int")
def bits_and(engine: Engine, left: int, right: int) -> int:
    return left & right


@define("bitwiseOr", "left: int; right: int")
def bits_or(engine: Engine, left: int, right: int) -> int:
    return left | right


@define("bitwiseXor", "left: int; right: int")
def bits_xor(engine: Engine, left: int, right: int) -> int:
    return left ^ right


@define("bitwiseNot", "arg: int")
def bits_not(engine: Engine, arg: int) -> int:
    return ~arg


@define("shiftBitsRight", "value: int; bits_number: int")
def shift_right(engine: Engine, value: int, bits_number: int) -> int:
    return value >> bits_number


@define("shiftBitsLeft", "value: int; bits_number: int")
def shift_left(engine: Engine, value: int, bits_number: int) -> int:
    if bits_number > MOST_BITS:
        raise Refused("too much memory")
    return value << bits_number


@define("pow", "a: number; b: number; c: number? =")
def power(engine: Engine, a: Any, b: Any, c: Any = None) -> Any:
    if c is None and isinstance(a, int) and isinstance(b, int) and abs(a) > 1 and a.bit_length() * b > MOST_BITS:
        raise Refused("too much memory")
    return pow(a, b, c)


@define("sign", "num: number")
def sign(engine: Engine, num: Any) -> int:
    return 1 if num > 0 else -1 if num < 0 else 0


@define("round", "number: number; ndigits: int =")
def rounded(engine: Engine, number: Any, ndigits: int = 0) -> Any:
    return round(number, ndigits)


@define("isInteger", "value: any")
def is_integer(engine: Engine, value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@define("isNumber", "value: any")
def is_a_number(engine: Engine, value: Any) -> bool:
    return is_number(value)


@define("max", "a: any; b: any")
def larger(engine: Engine, a: Any, b: Any) -> Any:
    return b if engine.call("#operator_>", (b, a), engine.context) else a


@define("min", "a: any; b: any")
def smaller(engine: Engine, a: Any, b: Any) -> Any:
    return a if engine.call("#operator_>", (b, a), engine.context) else b


@define("switch", "*args: lazy rule", rules=True)
def switch(engine: Engine, *args: Any) -> Any:
    for rule in args:
        if rule.source():
            return rule.destination()
    return None


@define("selectCase", "*args: lambda")
def select_case(engine: Engine, *args: Any) -> int:
    for index, each in enumerate(args):
        if each():
            return index
    return len(args)


@define("selectAllCases", "*args: lambda")
def select_all_cases(engine: Engine, *args: Any) -> Any:
    return (index for index, each in enumerate(args) if each())


@define("examine", "*args: lambda")
def examine(engine: Engine, *args: Any) -> Any:
    return (bool(each()) for each in args)


@define("switchCase", "case: int; *args: lambda", METHOD)
def switch_case(engine: Engine, *args: Any, case: int) -> Any:
    if 0 <= case < len(args):
        return args[case]()
    return args[-1]() if args else None


@define("coalesce", "*args: lambda")
def coalesce(engine: Engine, *args: Any) -> Any:
    for each in args:
        value = each()
        if value is not None:
            return value
    return None


@define("let", "*args: any; **named")
def let(engine: Engine, *args: Any, **named: Any) -> Context:
    context = engine.context
    for index, value in enumerate(args, 1):
        context.set(str(index), value)
    for name, value in named.items():
        context.set(name, value)
    return context


@define("with", "*args: any")
def with_values(engine: Engine, *args: Any) -> Context:
    return let(engine, *args)  # type: ignore[no-any-return]


@define("#operator_->", "left: context; right: lambda context")
def send(engine: Engine, left: Any, right: Any) -> Any:
    return right(left)


@define("assert", "obj: any; condition: lambda; message: text =", METHOD)
def insist(engine: Engine, obj: Any, condition: Any, message: str = "Assertion failed") -> Any:
    if is_iterator(obj):
        raise Vague
    if not condition(obj):
        raise Refused(message)
    return obj


@define("#map dict", "*args: rule", rules=True)
def make_map(engine: Engine, *args: Any) -> Frozen:
    weigh(*args)
    return Frozen((rule.source, rule.destination) for rule in args)
