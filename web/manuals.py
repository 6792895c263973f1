"""A rule's text as the parts of a page. What rules use of Markdown is read here: paragraphs, lists, code, `code`."""

from __future__ import annotations

import re
from typing import TypedDict

from markupsafe import Markup, escape

_CODE = re.compile(r"`([^`]+)`")


class Block(TypedDict):
    """A part of a page: `kind` is "paragraph", "code", "list" or "source"."""

    kind: str
    text: Markup
    items: list[Markup]


def blocks(text: str) -> list[Block]:
    """The parts of a text, in order."""
    found: list[Block] = []
    parts = re.split(r"^```(?:\w*)\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    for at, part in enumerate(parts):
        if at % 2:
            found.append(_block("code", escape(part.rstrip("\n"))))
            continue
        for paragraph in filter(None, (piece.strip() for piece in part.split("\n\n"))):
            found.append(_paragraph(paragraph))
    return found


def inline(text: str) -> Markup:
    """Text as HTML, what stands in backquotes as code."""
    return Markup(_CODE.sub(lambda match: f"<code>{match[1]}</code>", str(escape(text))))  # noqa: S704 - escaped before


def _paragraph(text: str) -> Block:
    if text.startswith("Source:"):
        return _block("source", inline(text.removeprefix("Source:").strip()))
    if text.startswith(("- ", "* ")):
        items = re.split(r"^[-*] ", text, flags=re.MULTILINE)[1:]
        return _block("list", Markup(), [inline(" ".join(item.split())) for item in items])
    return _block("paragraph", inline(" ".join(text.split())))


def _block(kind: str, text: Markup, items: list[Markup] | None = None) -> Block:
    return {"kind": kind, "text": text, "items": items or []}
