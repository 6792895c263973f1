"""Which names a file in a repository may have. What is refused here never reaches a tree or a disk."""

from __future__ import annotations

import unicodedata

from designer.errors import DesignerError

LONGEST_PATH = 1024  # bytes; file systems and git's index take more, people and URLs do not
LONGEST_NAME = 255  # bytes; the limit of nearly every file system

# Code points that HFS+ leaves out when it compares names, so that `.g<U+200C>it` opens `.git`. Source: git's utf8.c.
_IGNORED = dict.fromkeys((*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF))


def check_path(path: str) -> tuple[bytes, ...]:
    """The names on the way to a file, from the repository's top; `path` is relative and parted by `/`.

    Raises DesignerError with the reason for a path that is empty, absolute, too long, not valid Unicode, that has
    empty, `.` or `..` names, backslashes, control characters, or a name that begins with `.git` in any spelling a
    file system takes for it.
    """
    shown = path if len(path) <= 80 else path[:77] + "..."
    if not path or path.isspace():
        raise DesignerError("The path of the file in the repository is empty")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in path):
        raise DesignerError(f"The path {shown!r} holds a control character")
    if "\\" in path:
        raise DesignerError(f"The path {shown} holds a backslash; names are parted by /")
    if path.startswith("/") or (len(path) > 1 and path[1] == ":" and path[0].isascii() and path[0].isalpha()):
        raise DesignerError(f"The path {shown} is absolute; it has to be relative to the repository's top")
    if path.endswith("/"):
        raise DesignerError(f"The path {shown} names a folder, not a file")
    if len(path.encode()) > LONGEST_PATH:
        raise DesignerError(f"The path {shown} is longer than {LONGEST_PATH} bytes")
    parts = path.split("/")
    for part in parts:
        _check_name(part, shown)
    return tuple(part.encode() for part in parts)


def _check_name(name: str, shown: str) -> None:
    if not name:
        raise DesignerError(f"The path {shown} has an empty name in it")
    if name in (".", ".."):
        raise DesignerError(f"The path {shown} may not hold '{name}'")
    if name != name.strip():
        raise DesignerError(f"The path {shown} has a name that begins or ends with a space")
    if len(name.encode()) > LONGEST_NAME:
        raise DesignerError(f"The path {shown} has a name longer than {LONGEST_NAME} bytes")
    if _is_gits_own(name):
        raise DesignerError(f"The path {shown} has a name that git keeps for itself")


def _is_gits_own(name: str) -> bool:
    """`.git`, `.gitmodules`, `.gitattributes` and the like, and every spelling by which a file system reaches them."""
    folded = unicodedata.normalize("NFKC", name.translate(_IGNORED)).casefold()
    # `git~1` is what Windows calls `.git` in eight characters; `gitmod~1` and `gi7eba~1` are `.gitmodules`.
    return folded.startswith((".git", "git~", "gitmod~", "gitatt~", "gitign~", "gi7eba~", "gi7d29~", "gi250a~"))
