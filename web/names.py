"""File names that came from outside."""

from __future__ import annotations

UNNAMED = "template.yaml"
LONGEST = 120


def safe_name(name: str) -> str:
    """A name fit to be shown and kept: the last part of a path, without control characters, shortened in the middle."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip()
    if shown in ("", ".", ".."):
        return UNNAMED
    if len(shown) > LONGEST:
        half = LONGEST // 2
        shown = f"{shown[:half]}…{shown[-half + 1:]}"
    return shown


def stem(name: str) -> str:
    """A file name without its last extension, fit to be part of another file's name."""
    base = name.rsplit(".", 1)[0] if "." in name.strip(".") else name
    return "".join(c if c.isalnum() or c in "-_. " else "-" for c in base).strip(" .") or "template"
