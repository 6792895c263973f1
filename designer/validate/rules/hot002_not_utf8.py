"""The file is not UTF-8 text.

A template travels to Heat as JSON, which is UTF-8. A file in another encoding (Latin-1, UTF-16) or no text at
all, such as an archive, is refused before it is sent.

Bad: a comment with an umlaut, saved as Latin-1. Good: the same file saved as UTF-8.

Source: heatclient.common.template_utils
"""

from __future__ import annotations

SEVERITY = "error"


def message(byte: int, line: int, value: int, **_: object) -> str:
    return f"This file is not UTF-8 text: the byte 0x{value:02X} in line {line} (number {byte + 1}) fits no character."
