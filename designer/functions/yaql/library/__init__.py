"""The functions that expressions may call: each form of each, with what it takes.

A form is defined as `@define("name other", "text: text; count: int = ; *rest: any")`. What a parameter takes is a word
of `kinds.CHECKS`, with `?` where null will do; `lambda` is evaluated when the function asks. A form without a payload
is known to be there, and not evaluated here. Source: yaql.standard_library.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FUNCTION = "function"
METHOD = "method"
BOTH = "both"


class Overload:
    """One form of a function: what it takes, and what computes it."""

    __slots__ = ("parameters", "rest", "keywords", "rules", "function", "method", "payload")

    def __init__(self, signature: str, how: str, rules: bool, payload: Callable[..., Any] | None) -> None:
        self.parameters: list[tuple[str, str, str, bool]] = []
        self.rest: str | None = None
        self.keywords = False
        self.rules = rules
        self.function = how != METHOD
        self.method = how != FUNCTION
        self.payload = payload
        for each in filter(None, map(str.strip, signature.split(";"))):
            name, _, kind = each.partition(":")
            if name.startswith("**"):
                self.keywords = True
            elif name.startswith("*"):
                self.rest = kind.strip()
            else:
                kind, sign, _ = kind.partition("=")
                self.parameters.append((name, _camel(name), kind.strip(), not sign))


_forms: dict[str, list[Overload]] = {}


def define(names: str, signature: str = "", how: str = FUNCTION,
           rules: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes what follows one form of the functions of these names."""

    def defined(payload: Callable[..., Any]) -> Callable[..., Any]:
        for name in names.split():
            _forms.setdefault(name, []).append(Overload(signature, how, rules, payload))
        return payload

    return defined


def know(names: str, signature: str, how: str = FUNCTION) -> None:
    """Functions that there are, and that are not evaluated here."""
    for name in names.split():
        _forms.setdefault(name, []).append(Overload(signature, how, False, None))


def overloads_of(name: str) -> list[Overload]:
    """The forms of a function in the order in which they are tried; none where there is no such function."""
    if not _forms:
        for part in ("operators", "texts", "items", "queries", "rest"):
            __import__(f"{__name__}.{part}")
    return _forms.get(name, [])


def _camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)
