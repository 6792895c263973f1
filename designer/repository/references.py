"""Moving branches, only from where they were seen to stand, with a line in git's log of each."""

from __future__ import annotations

import os

from dulwich.objects import ZERO_SHA, Commit, ObjectID
from dulwich.reflog import format_reflog_line
from dulwich.refs import Ref
from dulwich.repo import Repo

from designer.repository.branches import HEADS, current_branch


def create_branch(repo: Repo, ref: Ref, commit: Commit) -> bool:
    """Makes a branch that stands at `commit`; false, and nothing done, where there is one of that name."""
    kind = b"commit (initial)" if not commit.parents else b"commit"
    made = repo.refs.add_if_new(ref, commit.id, committer=commit.committer, timestamp=commit.commit_time,
                                timezone=commit.commit_timezone, message=_log_line(repo, kind, commit))
    if made:
        _log_head(repo, ref, None, commit, kind)
    return made


def move_branch(repo: Repo, ref: Ref, old: ObjectID | None, commit: Commit) -> bool:
    """Moves a branch from `old` to `commit`; false, and nothing done, where it does not stand at `old`."""
    moved = repo.refs.set_if_equals(ref, old, commit.id, committer=commit.committer, timestamp=commit.commit_time,
                                    timezone=commit.commit_timezone, message=_log_line(repo, b"commit", commit))
    if moved:
        _log_head(repo, ref, old, commit, b"commit")
    return moved


def move_back(repo: Repo, ref: Ref, old: ObjectID | None, commit: Commit) -> None:
    """Undoes what moved a branch to `commit`, if it still stands there."""
    if old is None:
        repo.refs.remove_if_equals(ref, commit.id)
    else:
        repo.refs.set_if_equals(ref, commit.id, old, committer=commit.committer, timestamp=commit.commit_time,
                                timezone=commit.commit_timezone, message=_log_line(repo, b"undo of commit", commit))


def _log_line(repo: Repo, kind: bytes, commit: Commit) -> bytes | None:
    """The remark for the log, or None where this repository keeps none (as bare ones do by default)."""
    keeps = repo.get_config_stack().get_boolean((b"core",), b"logAllRefUpdates", not repo.bare)
    return kind + b": " + commit.message.split(b"\n", 1)[0] if keeps else None


def _log_head(repo: Repo, ref: Ref, old: ObjectID | None, commit: Commit, kind: bytes) -> None:
    """HEAD's own log, which `git reflog` shows; dulwich writes that of the branch alone."""
    line = _log_line(repo, kind, commit)
    name = current_branch(repo)
    if line is None or name is None or HEADS + name.encode() != ref:
        return
    path = os.path.join(repo.controldir(), "logs", "HEAD")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "ab") as file:
        file.write(format_reflog_line(old or ZERO_SHA, commit.id, commit.committer, commit.commit_time,
                                      commit.commit_timezone, line) + b"\n")
