"""Bytes as the text that a page shows, and back.

Heat takes UTF-8 alone. A file in another encoding is shown as well as it can be, so that a person sees what it is;
unedited it leaves as it came, and an edit makes it UTF-8.
"""

from __future__ import annotations

import codecs

UTF8 = "UTF-8"
MARKED = "UTF-8 with byte order mark"
UTF16 = "UTF-16"
LATIN = "not UTF-8, shown as Latin-1"
NO_TEXT = "not a text"

# Control characters that no text holds in any encoding of one byte a character.
BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


def shown(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding; what is no text at all is shown as an empty one."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    return (text[1:], MARKED) if text.startswith("\ufeff") else (text, UTF8)


def encoded(text: str, like: str) -> bytes:
    """A text as the bytes of a file: with a byte order mark where there was one, in UTF-8 always."""
    data = text.encode("utf-8", "replace")
    return codecs.BOM_UTF8 + data if like == MARKED else data


def is_plain(encoding: str) -> bool:
    """Whether a text of this encoding, encoded again, gives the very bytes that it was read from."""
    return encoding in (UTF8, MARKED)


def is_writable(words: str) -> bool:
    """Whether UTF-8 can hold some words: it has no half characters."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _guessed(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), UTF16
    if BINARY.intersection(data):
        return "", NO_TEXT
    return data.decode("latin-1"), LATIN
