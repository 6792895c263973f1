"""Text as SVG takes it: escaped, free of characters that XML forbids, and short enough for its place."""

from __future__ import annotations

import re
from functools import lru_cache

# What XML 1.0 cannot hold at all, and signs that would turn the direction of the text around them.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]")
_PLAIN = re.compile("[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x7e]*")

# The width of characters in the bold face of a card's name, in ems; what is not listed counts as WIDE or NORMAL.
NARROW = frozenset("ijlI.,:;'|!()[]ft -r/\\")
BROAD = frozenset("mwMW@%&—…")
WIDTHS = (0.36, 0.62, 0.92, 1.05)

# Names come again and again; texts longer than this are not worth keeping.
LONGEST_KEPT = 120

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = re.compile('[&<>"\t\n\r]')


def escape(text: str) -> str:
    """Text for the content of an element or a quoted attribute; line breaks in attributes stay what they are."""
    if _PLAIN.fullmatch(text):
        return text
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], _FORBIDDEN.sub("�", text))


def carried(text: str) -> str:
    """Text as it comes out of the markup that `escape` makes of it."""
    return text if _PLAIN.fullmatch(text) else _FORBIDDEN.sub("\ufffd", text)


def shown(text: str) -> str:
    """Text for the eye, escaped."""
    return text if _PLAIN.fullmatch(text) else escape(printable(text))


def printable(text: str) -> str:
    """Text for the eye: what cannot be seen, or hides what can, is replaced by a sign of its own."""
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("�", text)


def width_of(text: str, size: float = 12) -> float:
    """About how wide a bold text is, in pixels."""
    total = 0.0
    for character in text:
        if character in NARROW:
            total += WIDTHS[0]
        elif character in BROAD:
            total += WIDTHS[2]
        elif "A" <= character <= "Z":
            total += WIDTHS[1] + 0.1
        else:
            total += WIDTHS[1] if character < "\u1100" else WIDTHS[3]
    return total * size


def shorten(text: str, width: float, size: float = 12) -> str:
    """A text that fits a width: its middle gives way, since names differ at their ends."""
    return _kept(text, width, size) if len(text) <= LONGEST_KEPT else _shorten(text[:400], width, size)


def _shorten(text: str, width: float, size: float) -> str:
    if (len(text) * size * WIDTHS[2] < width and text.isascii()) or width_of(text, size) <= width:
        return text
    room = width - width_of("…", size)
    head = tail = 0
    used = 0.0
    while head + tail < len(text):
        at = head if head <= tail else len(text) - 1 - tail
        used += width_of(text[at], size)
        if used > room:
            break
        if head <= tail:
            head += 1
        else:
            tail += 1
    return text[:head] + "…" + (text[len(text) - tail:] if tail else "")


_kept = lru_cache(8192)(_shorten)
