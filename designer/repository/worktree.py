"""The work tree of the branch that is checked out: it follows a commit if the file there is clean, or refuses it."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from dulwich.file import GitFile
from dulwich.index import (
    ConflictedIndexEntry,
    IndexChecksumReader,
    IndexChecksumWriter,
    IndexEntry,
    index_entry_from_stat,
    read_index_dict_with_version,
    write_index_dict,
)
from dulwich.objects import ObjectID
from dulwich.repo import Repo

from designer.errors import DesignerError
from designer.repository.branches import rebasing
from designer.repository.trees import Entry, read_blob

_ASSUMED = 0x8000  # flags bit: `git update-index --assume-unchanged`
_SKIPPED, _INTENDED = 0x4000, 0x2000  # extended flags: left out by a sparse checkout; `git add --intent-to-add`


class Index:
    """The entries of git's index, and the version of the format that they were read from."""

    __slots__ = ("entries", "version")

    def __init__(self, entries: dict[bytes, IndexEntry | ConflictedIndexEntry], version: int | None) -> None:
        self.entries = entries
        self.version = version


def read_index(repo: Repo) -> Index:
    """The index as it is on disk, an empty one where there is none.

    Raises DesignerError for one that is split or sparse: dulwich would read a part of it for the whole.
    """
    try:
        with open(repo.index_path(), "rb") as file:
            raw = file.read()
    except FileNotFoundError:
        return Index({}, None)
    file_like = BytesIO(raw)
    try:
        entries, version, _ = read_index_dict_with_version(IndexChecksumReader(file_like, repo.object_format),
                                                           repo.object_format)
    except (AssertionError, ValueError, IndexError) as error:
        raise DesignerError(f"{repo.path}: git's index cannot be read") from error
    # An extension in small letters changes what the entries mean; reading stopped before it.
    if file_like.tell() < len(raw) - repo.object_format.oid_length:
        raise DesignerError(f"{repo.path}: this work tree has a split or sparse git index, which is not supported; "
                            "commit to another branch")
    return Index(entries, version)


@contextmanager
def locked_index(repo: Repo) -> Iterator[Index]:
    """Yields the index while no git command can change it; what it holds at the end is written, if nothing was raised.

    Extensions are left out: they are caches of git's, which it makes anew, and a stale one would mislead it.
    """
    lock = GitFile(repo.index_path(), "wb")
    try:
        index = read_index(repo)
        yield index
        writer = IndexChecksumWriter(lock, repo.object_format)
        write_index_dict(writer, index.entries, version=index.version, object_format=repo.object_format)
        writer.close()
    except BaseException:
        lock.abort()
        raise


def check_clean(repo: Repo, index: Index, parts: tuple[bytes, ...], entry: Entry | None, data: bytes) -> None:
    """Returns if writing `data` to that path of the work tree and the index loses nothing that is not committed.

    `entry` is what the checked-out commit has at that path. Raises DesignerError with what is in the way.
    """
    shown = b"/".join(parts).decode()
    _check_state(repo)
    _check_index(index, parts, entry, shown)
    _check_folders(repo, parts)
    target = target_of(repo, parts)
    try:
        found = os.lstat(target)
    except FileNotFoundError:
        if entry is not None:
            raise DesignerError(f"{shown} is deleted in the work tree; restore it or take another branch") from None
        return
    if not stat.S_ISREG(found.st_mode):
        raise DesignerError(f"{shown} is not a regular file in the work tree; it is not replaced")
    with open(target, "rb") as file:
        there = file.read()
    if entry is None:
        if there != data:
            raise DesignerError(f"There is a file {shown} in the work tree that git does not know; move it away first")
        return
    committed = read_blob(repo.object_store, entry.blob)
    if there not in (committed, data):
        if there.replace(b"\r\n", b"\n") == committed:
            raise DesignerError(f"{shown} has other line ends in the work tree than in git; take another branch")
        raise DesignerError(f"{shown} has changes in the work tree that are not committed; commit or undo them first")
    counts = repo.get_config_stack().get_boolean((b"core",), b"filemode", True)
    if counts and bool(found.st_mode & 0o100) != bool(entry.mode & 0o100):
        raise DesignerError(f"{shown} has another file mode in the work tree than in the repository")


def write_aside(repo: Repo, parts: tuple[bytes, ...], mode: int, data: bytes) -> bytes:
    """Writes `data` to a new file beside the target, which keeps its permissions; yields that file's path."""
    target = target_of(repo, parts)
    folder = os.path.dirname(target)
    os.makedirs(folder, exist_ok=True)
    aside = os.path.join(folder, b".hot-designer-" + secrets.token_hex(8).encode())
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o777 if mode & 0o100 else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if os.path.exists(target):
                os.fchmod(file.fileno(), stat.S_IMODE(os.lstat(target).st_mode))
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(aside)
        raise
    return aside


def record(repo: Repo, index: Index, parts: tuple[bytes, ...], mode: int, blob: ObjectID) -> None:
    """Puts the file as it now is in the work tree into the index."""
    path = b"/".join(parts)
    index.entries[path] = index_entry_from_stat(os.lstat(target_of(repo, parts)), blob, mode=mode)


def target_of(repo: Repo, parts: tuple[bytes, ...]) -> bytes:
    """Where the file is in the work tree."""
    return os.path.join(os.fsencode(os.path.abspath(repo.path)), *parts)


def _check_state(repo: Repo) -> None:
    control = repo.controldir()
    for name, what in (("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert")):
        if os.path.exists(os.path.join(control, name)):
            raise DesignerError(f"{repo.path}: a {what} is under way on this branch; finish it or take another branch")
    if rebasing(control) is not None:
        raise DesignerError(f"{repo.path}: a rebase is under way; finish it first")


def _check_index(index: Index, parts: tuple[bytes, ...], entry: Entry | None, shown: str) -> None:
    path = b"/".join(parts)
    found = index.entries.get(path)
    if isinstance(found, ConflictedIndexEntry):
        raise DesignerError(f"{shown} has a conflict that is not resolved; resolve it or take another branch")
    if found is not None and (found.extended_flags & (_SKIPPED | _INTENDED) or found.flags & _ASSUMED):
        raise DesignerError(f"{shown} is marked in git's index as not to be touched; commit to another branch")
    staged = None if found is None else (found.mode, found.sha)
    if staged != (None if entry is None else (entry.mode, entry.blob)):
        raise DesignerError(f"{shown} has staged changes that are not committed; commit or unstage them first")
    for depth in range(1, len(parts)):
        above = b"/".join(parts[:depth])
        if above in index.entries:
            raise DesignerError(f"{above.decode()} is staged as a file, so nothing can be below it")
    below = path + b"/"
    if any(name.startswith(below) for name in index.entries):
        raise DesignerError(f"{shown} is staged as a folder")


def _check_folders(repo: Repo, parts: tuple[bytes, ...]) -> None:
    for depth in range(1, len(parts)):
        folder = target_of(repo, parts[:depth])
        shown = b"/".join(parts[:depth]).decode()
        try:
            mode = os.lstat(folder).st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISDIR(mode):
            raise DesignerError(f"{shown} is not a folder in the work tree; it is not followed and not replaced")
        if os.path.lexists(os.path.join(folder, b".git")):
            raise DesignerError(f"{shown} is another repository in the work tree; commit there instead")
