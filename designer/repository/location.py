"""Where a repository is, and opening it for the time of one question."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from dulwich.errors import ChecksumMismatch, FileFormatException, NotGitRepository, WrongObjectException
from dulwich.file import FileLocked
from dulwich.repo import Repo, UnsupportedExtension, UnsupportedVersion

from designer.errors import DesignerError


class BranchMoved(DesignerError):
    """A branch no longer stands where the person who acts saw it: nothing was written."""


class Repository:
    """A repository that was seen to be readable: `path` absolute, `name` for a person, `bare` without a work tree.

    It holds no file open and no lock, so it may live as long as a server and be used by all of its threads.
    """

    __slots__ = ("path", "name", "bare")

    def __init__(self, path: str, name: str, bare: bool) -> None:
        self.path = path
        self.name = name
        self.bare = bare


def open_repository(path: str) -> Repository:
    """The repository whose work tree, `.git` folder or bare folder is `path`; folders above are not searched.

    Raises DesignerError where there is none, where it cannot be read, or where it uses what is not supported here
    (SHA-256 names, reference tables, a partial clone).
    """
    absolute = os.path.abspath(path)
    if not os.path.isdir(absolute):
        raise DesignerError(f"{path}: there is no such folder to open as a git repository")
    # Opened by its .git folder, a repository with a work tree would pass for a bare one, and a commit to the branch
    # that is checked out would leave the work tree behind.
    if os.path.basename(absolute) == ".git" and os.path.isdir(os.path.join(absolute, "objects")):
        absolute = os.path.dirname(absolute)
    with opened(absolute) as repo:
        name = os.path.basename(absolute.rstrip(os.sep)) or absolute
        return Repository(absolute, name.removesuffix(".git") or name, repo.bare)


@contextmanager
def opened(where: Repository | str) -> Iterator[Repo]:
    """Yields dulwich's repository, closed afterwards; turns its exceptions into DesignerError, one line each."""
    path = where if isinstance(where, str) else where.path
    repo = None
    try:
        repo = Repo(path)
        _check_supported(repo, path)
        yield repo
    except NotGitRepository:
        raise DesignerError(f"{path}: not a git repository") from None
    except (UnsupportedExtension, UnsupportedVersion) as error:
        raise DesignerError(f"{path}: this repository uses what is not supported here: {_line(error)}") from error
    except FileLocked as error:
        raise DesignerError(f"{path}: another git process is at work there ({_text(error.lockfilename)} exists); "
                            "try again when it has finished") from error
    except (KeyError, ChecksumMismatch, FileFormatException, WrongObjectException, zlib.error) as error:
        raise DesignerError(f"{path}: the repository is damaged or incomplete: {_line(error)}") from error
    except OSError as error:
        raise DesignerError(f"{path}: {error.strerror or _line(error)}"
                            + (f": {_text(error.filename)}" if error.filename else "")) from error
    finally:
        if repo is not None:
            repo.close()


def _check_supported(repo: Repo, path: str) -> None:
    config = repo.get_config()
    if repo.object_format.name != "sha1":
        raise DesignerError(f"{path}: repositories with {repo.object_format.name} names are not supported")
    for key, _ in config.items((b"extensions",)):
        if key.lower() == b"refstorage":
            raise DesignerError(f"{path}: repositories that keep branches in a reference table are not supported")
    if repo.bare and not config.get_boolean((b"core",), b"bare", True):
        raise DesignerError(f"{path}: this is the git folder of a work tree elsewhere; name the work tree instead")


def _line(error: Exception) -> str:
    """An exception's text in one line."""
    return " ".join(str(error).split()) or type(error).__name__


def _text(name: str | bytes) -> str:
    return os.fsdecode(name)
