"""Values as text: in block style, in flow style, as JSON."""

from __future__ import annotations

from designer.edit.writing import double_quoted, key_text_of, literal_lines, scalar_text
from designer.functions import functions_of
from designer.template.versions import LATEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.edit.style import Style

_LINE = 100
"""A call in braces that would make its line longer than this stands on lines of its own."""


def block(value: Any, style: Style, parent: int, child: int | None = None, *, dash: bool = False,
          one_line: bool = False) -> tuple[str, list[str]]:
    """A value behind a key or a dash: what stands on the line, and the lines below it.

    `parent` is the column of the key or dash; `child` the column of what stands below it, None for as is usual.
    `one_line` asks for no literal block.
    """
    if isinstance(value, dict) and value and not in_braces(value, style, parent):
        own = child if child is not None else parent + (2 if dash else style.step)
        if len(value) == 1 and _is_call(value):
            lines = _call_lines(value, style, own)
        else:
            lines = [line for key, inner in value.items() for line in entry_lines(key, inner, style, own)]
        return (lines[0].lstrip(" "), lines[1:]) if dash else ("", lines)
    if isinstance(value, list) and value and not in_brackets(value, style, parent):
        own = child if child is not None else parent + (2 if dash else style.dash)
        lines = [line for inner in value for line in item_lines(inner, style, own)]
        return (lines[0].lstrip(" "), lines[1:]) if dash else ("", lines)
    if isinstance(value, str) and "\n" in value and not one_line:
        own = child if child is not None and child > parent else parent + (2 if dash else style.step)
        literal = literal_lines(value, " " * own, own - parent)
        if literal is not None:
            return literal
    return flow(value, style, top=True), []


def entry_lines(key: str, value: Any, style: Style, at: int) -> list[str]:
    """An entry of a block map at a column."""
    head, body = block(value, style, at)
    start = " " * at + key_text_of(key, quote=style.quote) + ":"
    return [start + " " + head if head else start, *body]


def _call_lines(value: dict[str, Any], style: Style, at: int) -> list[str]:
    """A function's call outside of braces: plain arguments stand in brackets all the same."""
    key, argument = next(iter(value.items()))
    if isinstance(argument, list) and argument and all(_short(each) or (
            style.calls and isinstance(each, dict) and in_braces(each, style, at)) for each in argument):
        written = flow(argument, style)
        if at + len(key) + len(written) <= _LINE:
            return [" " * at + key + ": " + written]
    return entry_lines(key, argument, style, at)


def item_lines(value: Any, style: Style, at: int) -> list[str]:
    """An item of a block list at a column."""
    head, body = block(value, style, at, dash=True)
    return [" " * at + "- " + head, *body]


def flow(value: Any, style: Style, top: bool = False) -> str:
    """A value on one line; `top`: outside of all brackets."""
    if style.json:
        return json(value, style)
    if isinstance(value, dict):
        if not value:
            return "{}"
        inner = ", ".join(key_text_of(key, flow=True, quote=style.quote) + ": " + flow(each, style)
                          for key, each in value.items())
        return "{" + style.pad + inner + style.pad + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(each, style) for each in value) + "]"
    quoted = style.quote if style.quoted and isinstance(value, str) else None
    return scalar_text(value, quoted, not top, style.quote)


def json(value: Any, style: Style, lead: str | None = None, unit: str = "  ") -> str:
    """A value as JSON, on one line, or on lines behind `lead`, each level `unit` further in."""
    if isinstance(value, dict) and value:
        parts = [json_key(key) + style.colon + json(each, style, None if lead is None else lead + unit, unit)
                 for key, each in value.items()]
        return _enclosed("{", parts, "}", style, lead, unit)
    if isinstance(value, list) and value:
        parts = [json(each, style, None if lead is None else lead + unit, unit) for each in value]
        return _enclosed("[", parts, "]", style, lead, unit)
    if isinstance(value, str):
        return json_key(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, float):
        return repr(value)
    return "{}" if value == {} else "[]" if value == [] else scalar_text(value)


def json_key(text: str) -> str:
    """A text as JSON."""
    if text.isascii() and text.isprintable():
        return double_quoted(text)
    from json import dumps

    scalar_text(text)  # refuses what UTF-8 cannot hold
    written = dumps(text, ensure_ascii=False)
    return written if text.isprintable() else dumps(text)


def _enclosed(opening: str, parts: list[str], closing: str, style: Style, lead: str | None, unit: str) -> str:
    if lead is None:
        return opening + style.comma.join(parts) + closing
    line = style.newline + lead
    return opening + ",".join(line + unit + part for part in parts) + line + closing


def in_braces(value: dict[str, Any], style: Style, at: int) -> bool:
    """Whether a map is a function's call that the style writes in braces: one of a name or of a few plain arguments."""
    if not style.calls or len(value) != 1:
        return False
    if not _is_call(value) or not _short(next(iter(value.values()))):
        return False
    return at + len(flow(value, style)) <= _LINE


def _is_call(value: dict[str, Any]) -> bool:
    return functions_of(LATEST).find(next(iter(value))) is not None


def in_brackets(value: list[Any], style: Style, at: int) -> bool:
    """Whether a list stands in brackets: arguments of a function, or a short list where the style is so."""
    return style.lists and _short(value) and at + len(flow(value, style)) <= _LINE


def _short(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= 12 and all(_short(each) and not isinstance(each, list) for each in value)
    return not isinstance(value, dict) and not (isinstance(value, str) and "\n" in value)
