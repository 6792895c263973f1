"""The branches of a repository: their names, where they stand, which of them a work tree holds."""

from __future__ import annotations

import os

from dulwich.objects import Commit, ObjectID
from dulwich.refs import Ref, check_ref_format
from dulwich.repo import Repo

from designer.errors import DesignerError
from designer.repository.location import Repository, opened

HEADS = b"refs/heads/"
LONGEST_BRANCH = 200  # bytes; a branch is a file below .git/refs/heads


class Branch:
    """A branch: `commit` is its tip as 40 hex digits, `subject` and `when` (Unix time) are of that commit.

    `current` is true for the branch that HEAD names, which is the work tree's where there is one.
    """

    __slots__ = ("name", "commit", "subject", "when", "current")

    def __init__(self, name: str, commit: str, subject: str, when: int, current: bool) -> None:
        self.name = name
        self.commit = commit
        self.subject = subject
        self.when = when
        self.current = current


def list_branches(repository: Repository) -> list[Branch]:
    """Every local branch, the current one first and then by name; an empty list in a repository without commits."""
    with opened(repository) as repo:
        current = current_branch(repo)
        found = []
        for short, commit_id in tips(repo).items():
            commit = read_commit(repo, commit_id)
            subject = commit.message.decode("utf-8", "replace").strip().split("\n", 1)[0]
            found.append(Branch(short, commit_id.decode(), subject, commit.commit_time, short == current))
        found.sort(key=lambda branch: (not branch.current, branch.name))
        return found


def check_branch_name(name: str) -> str:
    """`name`, if git takes it for a branch (the rules of git's check-ref-format --branch).

    Raises DesignerError with the rule that is broken.
    """
    shown = name if len(name) <= 60 else name[:57] + "..."
    if not name:
        raise DesignerError("The branch needs a name")
    if any(ord(character) < 0x20 or ord(character) == 0x7F or 0xD800 <= ord(character) <= 0xDFFF for character in name):
        raise DesignerError(f"The branch name {shown!r} holds a control character")
    if name.startswith("-"):
        raise DesignerError(f"The branch name {shown} may not begin with -")
    if name in ("HEAD", "@") or (len(name) == 40 and all(digit in "0123456789abcdef" for digit in name)):
        raise DesignerError(f"The branch name {shown} means something else to git")
    if len(name.encode()) > LONGEST_BRANCH:
        raise DesignerError(f"The branch name {shown} is longer than {LONGEST_BRANCH} bytes")
    if not check_ref_format(ref_of(name)):
        raise DesignerError(f"{shown} is no name for a branch: git allows no space, none of ~ ^ : ? * [ \\, no '..', "
                            "'@{' or '//', and no part that begins with a dot or ends with a dot, '/' or '.lock'")
    return name


def ref_of(name: str) -> Ref:
    """The full reference of a branch: "main" becomes b"refs/heads/main"."""
    return Ref(HEADS + name.encode())


def tips(repo: Repo) -> dict[str, ObjectID]:
    """The commit that each local branch stands at; names that are not UTF-8 are left out."""
    found = {}
    for short, commit_id in repo.refs.as_dict(Ref(HEADS.rstrip(b"/"))).items():
        try:
            found[short.decode()] = commit_id
        except UnicodeDecodeError:
            continue
    return found


def current_branch(repo: Repo) -> str | None:
    """The branch that HEAD names, be it born or not; None where HEAD is detached."""
    return _branch_in(os.path.join(repo.controldir(), "HEAD"))


def read_commit(repo: Repo, commit_id: ObjectID) -> Commit:
    """A commit by its name. Raises DesignerError where the name leads to something else."""
    found = repo.object_store[commit_id]
    if not isinstance(found, Commit):
        raise DesignerError(f"{commit_id.decode()} is not a commit")
    return found


def held_elsewhere(repo: Repo, name: str) -> str | None:
    """The folder of another work tree that has the branch checked out or is rebasing it, or None.

    Source: git's documentation of `git worktree`; each linked work tree has a folder of its own below `.git/worktrees`.
    """
    common = os.path.realpath(repo.commondir())
    folders = [common]
    linked = os.path.join(common, "worktrees")
    if os.path.isdir(linked):
        folders += [os.path.join(linked, entry) for entry in sorted(os.listdir(linked))]
    own = os.path.realpath(repo.controldir())
    main_is_bare = repo.get_config().get_boolean((b"core",), b"bare", False)
    for folder in folders:
        if os.path.realpath(folder) == own:
            continue
        if folder == common and main_is_bare:
            continue
        if _branch_in(os.path.join(folder, "HEAD")) == name or rebasing(folder) == name:
            return os.path.dirname(common) if folder == common else _place_of(folder)
    return None


def rebasing(control: str) -> str | None:
    """The branch that is being rebased in the work tree of that control folder, or None."""
    for step in ("rebase-merge", "rebase-apply"):
        try:
            with open(os.path.join(control, step, "head-name"), "rb") as file:
                return file.read().strip().removeprefix(HEADS).decode("utf-8", "replace")
        except OSError:
            continue
    return None


def _place_of(folder: str) -> str:
    """The work tree that a folder below `.git/worktrees` belongs to."""
    try:
        with open(os.path.join(folder, "gitdir"), "rb") as file:
            return os.path.dirname(os.fsdecode(file.read().strip()))
    except OSError:
        return folder


def _branch_in(head: str) -> str | None:
    """The branch in a HEAD file."""
    try:
        with open(head, "rb") as file:
            text = file.read().strip()
    except OSError:
        return None
    prefix = b"ref: " + HEADS
    return text.removeprefix(prefix).decode("utf-8", "replace") if text.startswith(prefix) else None
