"""Reading one file of one branch."""

from __future__ import annotations

from designer.errors import DesignerError
from designer.repository.branches import check_branch_name, read_commit, tips
from designer.repository.location import Repository, opened
from designer.repository.paths import check_path
from designer.repository.trees import find_entry, read_blob


class File:
    """A file as a branch has it: its content, and the `commit` (40 hex digits) that it was read from."""

    __slots__ = ("branch", "path", "commit", "data", "executable")

    def __init__(self, branch: str, path: str, commit: str, data: bytes, executable: bool) -> None:
        self.branch = branch
        self.path = path
        self.commit = commit
        self.data = data
        self.executable = executable


def read_file(repository: Repository, branch: str, path: str) -> File:
    """The file at `path` as it is at the tip of `branch`.

    Raises DesignerError where there is no such branch or file, or where the path leads to a folder, a symbolic link
    or a submodule.
    """
    parts = check_path(path)
    with opened(repository) as repo:
        commit_id = tips(repo).get(check_branch_name(branch))
        if commit_id is None:
            raise DesignerError(f"There is no branch {branch}")
        entry = find_entry(repo.object_store, read_commit(repo, commit_id).tree, parts)
        if entry is None:
            raise DesignerError(f"There is no file {path} on the branch {branch}")
        data = read_blob(repo.object_store, entry.blob)
        return File(branch, path, commit_id.decode(), data, bool(entry.mode & 0o111))
