"""One commit of one file: what it would change, shown first, and the commit itself."""

from __future__ import annotations

import os
import time

from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from designer.errors import DesignerError
from designer.repository import worktree
from designer.repository.attributes import check_stored_as_is
from designer.repository.author import Author, check_author, check_message, local_offset
from designer.repository.branches import check_branch_name, current_branch, held_elsewhere, read_commit, ref_of, tips
from designer.repository.difference import Difference, compare
from designer.repository.location import BranchMoved, Repository, opened
from designer.repository.paths import check_path
from designer.repository.references import create_branch, move_back, move_branch
from designer.repository.trees import REGULAR, Entry, find_entry, read_blob, replace_entry


class Proposal:
    """What a commit would do.

    `parent` is the commit it would stand on (40 hex digits; None in a repository without commits), to be handed to
    `commit_file`. `new_branch` and `new_file` say what would be made; `checked_out` that the file in the work tree
    would change along. Where the file has the same content already, `difference.hunks` is empty.
    """

    __slots__ = ("branch", "base", "path", "parent", "new_branch", "new_file", "checked_out", "difference")

    def __init__(self, branch: str, base: str | None, path: str, plan: _Plan, difference: Difference) -> None:
        self.branch = branch
        self.base = base
        self.path = path
        self.parent = plan.parent.decode() if plan.parent else None
        self.new_branch = plan.new_branch
        self.new_file = plan.entry is None
        self.checked_out = plan.checked_out
        self.difference = difference


class Committed:
    """A commit that was made: its name (40 hex digits), and what it changed."""

    __slots__ = ("commit", "branch", "path", "difference")

    def __init__(self, commit: str, branch: str, path: str, difference: Difference) -> None:
        self.commit = commit
        self.branch = branch
        self.path = path
        self.difference = difference


class _Plan:
    """Where a commit would stand and what it would replace."""

    __slots__ = ("ref", "parent", "tree", "parts", "entry", "new_branch", "checked_out")

    def __init__(self, ref: Ref, parent: ObjectID | None, tree: ObjectID | None, parts: tuple[bytes, ...],
                 entry: Entry | None, new_branch: bool, checked_out: bool) -> None:
        self.ref = ref
        self.parent = parent
        self.tree = tree
        self.parts = parts
        self.entry = entry
        self.new_branch = new_branch
        self.checked_out = checked_out

    @property
    def mode(self) -> int:
        return REGULAR if self.entry is None else self.entry.mode


def propose(repository: Repository, branch: str, path: str, data: bytes, base: str | None = None) -> Proposal:
    """What committing `data` as the file `path` on `branch` would do; nothing is written.

    `base` names the branch that a new `branch` is to be made from, and is None for one that exists. Raises
    DesignerError for everything that would stop the commit as things are now: bad names, a branch that is missing or
    there already, a folder, link or submodule in the way, a work tree with changes of its own in that file.
    """
    with opened(repository) as repo:
        plan = _plan(repo, branch, path, data, base)
        if plan.checked_out:
            worktree.check_clean(repo, worktree.read_index(repo), plan.parts, plan.entry, data)
        return Proposal(branch, base, path, plan, _difference(repo, plan, path, data))


def commit_file(repository: Repository, branch: str, path: str, data: bytes, *, message: str, author: Author,
                parent: str | None, base: str | None = None, when: int | None = None) -> Committed:
    """Commits `data` as the file `path` on `branch`: that file and nothing else differs from the commit before.

    `parent` is the commit that the person saw (`Proposal.parent`); `base` as in `propose`; `when` is Unix time, now
    if None. The file keeps its mode. No hook is run. Where the branch is checked out, the file in the work tree and
    git's index follow. Raises BranchMoved where the branch (or `base`) no longer stands at `parent`, DesignerError
    for everything else that stops the commit, a file that has this content already included; nothing is written then.
    """
    text = check_message(message)
    person = check_author(author.name, author.email)
    moment = int(time.time()) if when is None else when
    with opened(repository) as repo:
        plan = _plan(repo, branch, path, data, base)
        _check_parent(plan, parent, base or branch)
        blob = Blob.from_string(data)
        if plan.entry is not None and plan.entry.blob == blob.id:
            raise DesignerError(f"{path} on {base or branch} has this content already: there is nothing to commit")
        difference = _difference(repo, plan, path, data)
        tree_id, trees = replace_entry(repo.object_store, plan.tree, plan.parts, plan.mode, blob.id)
        commit = _commit(plan, tree_id, text, person, moment)
        if plan.checked_out:
            _commit_with_work_tree(repo, plan, [blob, *trees, commit], data, commit, branch)
        else:
            _store(repo, [blob, *trees, commit])
            _move(repo, plan, commit, branch)
        return Committed(commit.id.decode(), branch, path, difference)


def _plan(repo: Repo, branch: str, path: str, data: bytes, base: str | None) -> _Plan:
    check_branch_name(branch)
    parts = check_path(path)
    known = tips(repo)
    if base is not None:
        if branch in known:
            raise DesignerError(f"There is a branch {branch} already")
        if base not in known:
            raise DesignerError(f"There is no branch {base} to make {branch} from")
    elif known and branch not in known:
        raise DesignerError(f"There is no branch {branch}; say which branch it is to be made from")
    new_branch = branch not in known
    if new_branch:
        for other in known:
            if other.startswith(branch + "/") or branch.startswith(other + "/"):
                raise DesignerError(f"There can be no branch {branch} beside the branch {other}")
    parent = known.get(base or branch)
    tree = read_commit(repo, parent).tree if parent else None
    elsewhere = held_elsewhere(repo, branch)
    if elsewhere is not None:
        raise DesignerError(f"The branch {branch} is checked out in another work tree ({elsewhere}); commit there or "
                            "to another branch")
    checked_out = not repo.bare and current_branch(repo) == branch
    entry = find_entry(repo.object_store, tree, parts)
    check_stored_as_is(repo, tree, b"/".join(parts), data)
    return _Plan(ref_of(branch), parent, tree, parts, entry, new_branch, checked_out)


def _check_parent(plan: _Plan, parent: str | None, source: str) -> None:
    stands = plan.parent.decode() if plan.parent else None
    if stands != parent:
        was = parent[:10] if parent else "without a commit"
        now = stands[:10] if stands else "without a commit"
        raise BranchMoved(f"The branch {source} has moved since the difference was shown (it was {was}, it is {now}); "
                          "look at the difference again")


def _difference(repo: Repo, plan: _Plan, path: str, data: bytes) -> Difference:
    old = read_blob(repo.object_store, plan.entry.blob) if plan.entry else None
    return compare(old, data, path, plan.mode)


def _commit(plan: _Plan, tree_id: ObjectID, message: str, author: Author, when: int) -> Commit:
    commit = Commit()
    commit.tree = tree_id
    commit.parents = [plan.parent] if plan.parent else []
    commit.author = commit.committer = str(author).encode()
    commit.author_time = commit.commit_time = when
    commit.author_timezone = commit.commit_timezone = local_offset(when)
    commit.message = message.encode()
    return commit


def _store(repo: Repo, objects: list[Blob | Tree | Commit]) -> None:
    # Content before what names it, so that a crash leaves nothing that points at what is missing.
    for made in objects:
        repo.object_store.add_object(made)


def _move(repo: Repo, plan: _Plan, commit: Commit, branch: str) -> None:
    if plan.new_branch:
        moved = create_branch(repo, plan.ref, commit)
    else:
        moved = move_branch(repo, plan.ref, plan.parent, commit)
    if not moved:
        raise BranchMoved(f"The branch {branch} was changed by someone else just now; look at the difference again")


def _commit_with_work_tree(repo: Repo, plan: _Plan, objects: list[Blob | Tree | Commit], data: bytes, commit: Commit,
                           branch: str) -> None:
    """Branch, work tree and index together, the index locked and the file's bytes on disk before the branch moves."""
    with worktree.locked_index(repo) as index:
        worktree.check_clean(repo, index, plan.parts, plan.entry, data)
        _store(repo, objects)
        aside = worktree.write_aside(repo, plan.parts, plan.mode, data)
        try:
            _move(repo, plan, commit, branch)
            try:
                os.replace(aside, worktree.target_of(repo, plan.parts))
            except OSError:
                move_back(repo, plan.ref, plan.parent, commit)
                raise
        except BaseException:
            os.unlink(aside)
            raise
        worktree.record(repo, index, plan.parts, plan.mode, objects[0].id)
