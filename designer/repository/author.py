"""Who commits, and with which words: what git demands of both."""

from __future__ import annotations

import time
import unicodedata

from designer.errors import DesignerError
from designer.repository.location import Repository, opened

LONGEST_IDENTITY = 200
LONGEST_MESSAGE = 65536

_CRUD = " .,:;<>\"\\'"  # what git strips from both ends of a name (ident.c)


class Author:
    """A person as git writes one: `name` and `email`."""

    __slots__ = ("name", "email")

    def __init__(self, name: str, email: str) -> None:
        self.name = name
        self.email = email

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"


def parse_author(text: str) -> Author:
    """The author in `Name <address>`. Raises DesignerError with the reason where git would refuse or change it."""
    name, bracket, rest = text.strip().partition("<")
    email, closing, after = rest.partition(">")
    if not bracket or not closing or after.strip():
        raise DesignerError("The author is to be written as: Name <address@example.org>")
    return check_author(name, email)


def check_author(name: str, email: str) -> Author:
    """The author with that name and address. Raises DesignerError with the reason for what git cannot hold."""
    for text in (name, email):
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
            raise DesignerError("The author may not hold line breaks or control characters")
    name, email = name.strip(), email.strip()
    if not name.strip(_CRUD):
        raise DesignerError("The author needs a name")
    if name != name.strip(_CRUD.replace(".", "")) or "<" in name or ">" in name:
        raise DesignerError("The author's name may not hold < or >, nor begin or end with a mark such as , or ;")
    if not email:
        raise DesignerError("The author needs an e-mail address")
    if any(character in "<> " for character in email) or email.count("@") != 1 or email[0] == "@" or email[-1] == "@":
        raise DesignerError("The author's e-mail address is to be written as: name@example.org")
    if len(name) > LONGEST_IDENTITY or len(email) > LONGEST_IDENTITY:
        raise DesignerError(f"The author's name and address may be {LONGEST_IDENTITY} characters long each")
    return Author(name, email)


def default_author(repository: Repository) -> Author | None:
    """The author that the repository's or the user's git configuration names; None where it names no valid one."""
    with opened(repository) as repo:
        config = repo.get_config_stack()
        try:
            name, email = config.get((b"user",), b"name"), config.get((b"user",), b"email")
        except KeyError:
            return None
    try:
        return check_author(name.decode(), email.decode())
    except (DesignerError, UnicodeDecodeError):
        return None


def check_message(text: str) -> str:
    """The message as git keeps it: no spaces at the ends of lines, no empty lines around, one line break at the end.

    Raises DesignerError for an empty one, one with a NUL or another control character, or one that is too long.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    message = "\n".join(lines).strip("\n")
    if not message:
        raise DesignerError("The commit needs a message")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in message if character not in "\n\t"):
        raise DesignerError("The commit message may not hold control characters")
    if len(message) > LONGEST_MESSAGE:
        raise DesignerError(f"The commit message may be {LONGEST_MESSAGE} characters long")
    return message + "\n"


def local_offset(when: int) -> int:
    """How many seconds this machine's clock is ahead of UTC at `when`, in whole minutes as git writes it."""
    return time.localtime(when).tm_gmtoff // 60 * 60
