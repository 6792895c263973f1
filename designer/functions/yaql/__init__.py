"""YAQL, as far as Heat's `yaql` function is used: every expression is parsed, and many are evaluated, within bounds.

    parse("$.data.list.where($ > 1)")       # an Expression; raises Syntax
    run(expression, {"list": [1, 2]}, spend)     # the value; raises Refused or Vague

Evaluation is our own: what an expression does here reaches nothing but its data, takes a bounded number of steps and
makes nothing large. Source: the yaql library (language.lexer, language.parser, language.runner, standard_library).
"""

from __future__ import annotations

from designer.functions.yaql.errors import Refused, Syntax, Vague

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.functions.yaql.parser import Expression

__all__ = ["Refused", "Syntax", "Vague", "parse", "run"]


def parse(text: str) -> Expression:
    """The expression that a text holds. Raises Syntax where it holds none, Vague where it is too deep to tell."""
    from designer.functions.yaql.parser import parse_expression

    return parse_expression(text)


def run(expression: Expression, data: Any, spend: Callable[[int], bool]) -> Any:
    """What an expression is worth with `$.data` being the data; placeholders in it may be passed on, not looked at.

    `spend` is asked at each step whether that may still be done. Raises Refused where the evaluation
    fails, Vague where it cannot be told what it would give.
    """
    from designer.functions.yaql.engine import evaluate

    return evaluate(expression, data, spend)
