"""What `.gitattributes` says about a file, as far as it makes git store other bytes than the file has."""

from __future__ import annotations

from dulwich.objects import ObjectID
from dulwich.repo import Repo

from designer.errors import DesignerError


def check_stored_as_is(repo: Repo, tree_id: ObjectID | None, path: bytes, data: bytes) -> None:
    """Returns if git would store `data` unchanged at `path`; else a commit of it would show as a change for ever.

    Raises DesignerError where a filter (as of git-lfs; running one means running a program), a keyword expansion, an
    encoding or a conversion of line endings is asked for. Source: git's documentation of gitattributes.
    """
    found = repo.get_gitattributes(tree_id).match_path(path)
    shown = path.decode()
    for name in (b"filter", b"working-tree-encoding", b"ident"):
        if found.get(name):
            raise DesignerError(f"{shown} passes through a git attribute ({name.decode()}) that is not done here")
    text = found.get(b"text", found.get(b"crlf"))
    by_eol = text is None and found.get(b"eol") in (b"lf", b"crlf")
    if (text is True or text == b"input" or by_eol) and b"\r\n" in data:
        raise DesignerError(f"The repository's git attributes keep {shown} with LF line ends, and this text has CRLF")
