"""What stops a commit: one clear line, and not a byte of the repository changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from designer.errors import DesignerError
from designer.repository import commit_file, list_branches, open_repository, parse_author, propose, read_file
from tests.repository.gits import FIRST, Git, assert_sound, git_in

ADA = parse_author("Ada <ada@example.org>")
NEW = FIRST + b"# new\n"


def state(folder: Path) -> str:
    """Everything a person could lose: references, index, work tree."""
    git = git_in(folder)
    listing = [git("for-each-ref"), git("rev-parse", "HEAD", ok=False)]
    if (folder / ".git").exists():
        listing += [git("ls-files", "--stage", "--debug"), git("status", "--porcelain")]
        files = [path for path in folder.rglob("*") if ".git" not in path.parts[len(folder.parts):]]
        listing += [f"{path} {path.is_symlink()}" for path in sorted(files)]
        listing += [repr(path.read_bytes()) for path in sorted(files) if path.is_file()]
    return "\n".join(listing)


def refused(folder: Path, branch: str, path: str, data: bytes = NEW, base: str | None = None) -> str:
    """The line by which both the proposal and the commit are refused."""
    repository = open_repository(str(folder))
    tip = {known.name: known.commit for known in list_branches(repository)}.get(base or branch)
    before = state(folder)
    with pytest.raises(DesignerError) as by_commit:
        commit_file(repository, branch, path, data, message="Why", author=ADA, parent=tip, base=base)
    with pytest.raises(DesignerError) as by_proposal:
        propose(repository, branch, path, data, base)
    assert str(by_commit.value) == str(by_proposal.value)
    assert "\n" not in str(by_commit.value)
    assert state(folder) == before
    assert not list(folder.rglob("*.lock"))
    return str(by_commit.value)


@pytest.mark.parametrize(("path", "reason"), [
    ("link.yaml", "symbolic link"), ("link.yaml/x", "symbolic link"), ("web", "folder"),
    ("site.yaml/x.yaml", "is a file"), ("../x.yaml", "'..'"), (".git/config", "itself"), ("a\\b", "backslash"),
])
def test_what_is_in_the_way_of_a_path(tree: Path, bare: Path, path: str, reason: str) -> None:
    assert reason in refused(bare, "main", path)
    assert reason in refused(tree, "main", path)


def test_a_submodule_is_in_the_way(tree: Path) -> None:
    git = git_in(tree)
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD')},lib")
    git("commit", "-q", "-m", "Submodule")
    git("branch", "with-library")
    assert "submodule" in refused(tree, "with-library", "lib")
    assert "submodule" in refused(tree, "with-library", "lib/x.yaml")


@pytest.mark.parametrize(("branch", "base", "reason"), [
    ("missing", None, "no branch missing"), ("new", "missing", "no branch missing"), ("feature/one", "main", "already"),
    ("feature", "main", "beside the branch feature/one"), ("main/two", "main", "beside the branch main"),
    ("a..b", "main", "no name for a branch"), ("-x", "main", "begin with -"), ("HEAD", "main", "something else"),
])
def test_what_is_wrong_with_a_branch(bare: Path, branch: str, base: str | None, reason: str) -> None:
    assert reason in refused(bare, branch, "site.yaml", base=base)


def test_a_branch_beside_a_loose_one(tree: Path) -> None:
    assert "beside" in refused(tree, "feature/one/two", "site.yaml", base="main")


def _modify(tree: Path, git: Git) -> None:
    (tree / "site.yaml").write_text("mine\n")


def _stage(tree: Path, git: Git) -> None:
    (tree / "site.yaml").write_text("mine\n")
    git("add", "site.yaml")


def _stage_and_restore(tree: Path, git: Git) -> None:
    _stage(tree, git)
    (tree / "site.yaml").write_bytes(FIRST)


def _delete(tree: Path, git: Git) -> None:
    (tree / "site.yaml").unlink()


def _unstage(tree: Path, git: Git) -> None:
    git("rm", "-q", "--cached", "site.yaml")


def _make_link(tree: Path, git: Git) -> None:
    (tree / "site.yaml").unlink()
    (tree / "site.yaml").symlink_to("run.yaml")


def _make_folder(tree: Path, git: Git) -> None:
    (tree / "site.yaml").unlink()
    (tree / "site.yaml").mkdir()
    (tree / "site.yaml" / "x").write_text("mine\n")


def _change_mode(tree: Path, git: Git) -> None:
    (tree / "site.yaml").chmod(0o755)


def _change_line_ends(tree: Path, git: Git) -> None:
    (tree / "site.yaml").write_bytes(FIRST.replace(b"\n", b"\r\n"))


def _assume_unchanged(tree: Path, git: Git) -> None:
    git("update-index", "--assume-unchanged", "site.yaml")


def _skip(tree: Path, git: Git) -> None:
    git("update-index", "--skip-worktree", "site.yaml")


def _conflict(tree: Path, git: Git) -> None:
    git("checkout", "-q", "feature/one")
    (tree / "site.yaml").write_text("theirs\n")
    git("commit", "-qam", "Theirs")
    git("checkout", "-q", "main")
    (tree / "site.yaml").write_text("ours\n")
    git("commit", "-qam", "Ours")
    git("merge", "feature/one", ok=False)


def _conflict_without_merge_head(tree: Path, git: Git) -> None:
    _conflict(tree, git)
    (tree / ".git" / "MERGE_HEAD").unlink()


def _split_index(tree: Path, git: Git) -> None:
    git("update-index", "--split-index")


def _sparse_index(tree: Path, git: Git) -> None:
    git("sparse-checkout", "init", "--cone", "--sparse-index")


def _filter(tree: Path, git: Git) -> None:
    git("config", "filter.x.clean", "cat")
    (tree / ".git" / "info").mkdir(exist_ok=True)
    (tree / ".git" / "info" / "attributes").write_text("*.yaml filter=x\n")


@pytest.mark.parametrize(("prepare", "reason"), [
    (_modify, "changes in the work tree"), (_stage, "staged changes"), (_stage_and_restore, "staged changes"),
    (_delete, "deleted"), (_unstage, "staged changes"), (_make_link, "not a regular file"),
    (_make_folder, "not a regular file"), (_change_mode, "another file mode"), (_change_line_ends, "other line ends"),
    (_assume_unchanged, "not to be touched"), (_skip, "not to be touched"), (_conflict, "merge is under way"),
    (_conflict_without_merge_head, "conflict"), (_split_index, "split or sparse"), (_sparse_index, "split or sparse"),
    (_filter, "git attribute (filter)"),
])
def test_a_work_tree_that_is_not_clean_there(tree: Path, prepare: Callable[[Path, Git], None], reason: str) -> None:
    prepare(tree, git_in(tree))
    assert reason in refused(tree, "main", "site.yaml")


@pytest.mark.parametrize(("path", "make", "reason"), [
    ("new.yaml", "new.yaml", "git does not know"), ("new/a.yaml", "new", "not a folder"),
    ("nested/a.yaml", "nested/", "another repository"),
])
def test_what_is_in_the_way_of_a_new_file(tree: Path, path: str, make: str, reason: str) -> None:
    if make.endswith("/"):
        git_in(tree)("init", "-q", make)
    else:
        (tree / make).write_text("mine\n")
    assert reason in refused(tree, "main", path)


def test_a_folder_that_is_a_link_is_not_followed(tree: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tree / "out").symlink_to(outside)
    assert "not a folder" in refused(tree, "main", "out/x.yaml")
    assert list(outside.iterdir()) == []


def test_staged_files_in_the_way_of_a_new_one(tree: Path) -> None:
    (tree / "new").write_text("mine\n")
    git_in(tree)("add", "new")
    (tree / "new").unlink()
    assert "staged as a file" in refused(tree, "main", "new/a.yaml")
    git_in(tree)("rm", "-q", "--cached", "new")
    (tree / "new").mkdir()
    (tree / "new" / "a").write_text("mine\n")
    git_in(tree)("add", "new/a")
    (tree / "new" / "a").unlink()
    (tree / "new").rmdir()
    assert "staged as a folder" in refused(tree, "main", "new")


def test_line_ends_that_git_would_change(tree: Path) -> None:
    (tree / ".gitattributes").write_text("*.yaml text\n")
    git_in(tree)("add", ".gitattributes")
    git_in(tree)("commit", "-q", "-m", "Attributes")
    assert "LF line ends" in refused(tree, "main", "site.yaml", b"a: 1\r\n")
    (tree / ".gitattributes").write_text("* text=auto\n")
    git_in(tree)("commit", "-q", "-am", "Attributes")
    repository = open_repository(str(tree))
    parent = propose(repository, "main", "site.yaml", b"a: 1\r\n").parent
    commit_file(repository, "main", "site.yaml", b"a: 1\r\n", message="Why", author=ADA, parent=parent)
    assert git_in(tree)("status", "--porcelain") == ""


def test_a_lock_of_another_git_is_respected(tree: Path, bare: Path) -> None:
    for lock, folder in ((tree / ".git" / "index.lock", tree), (bare / "refs" / "heads" / "main.lock", bare)):
        lock.parent.mkdir(exist_ok=True, parents=True)
        lock.write_text("")
        repository = open_repository(str(folder))
        parent = propose(repository, "main", "site.yaml", NEW).parent
        before = state(folder)
        with pytest.raises(DesignerError, match="another git process"):
            commit_file(repository, "main", "site.yaml", NEW, message="Why", author=ADA, parent=parent)
        assert lock.exists()
        assert state(folder) == before


def test_a_disk_that_refuses_the_file_moves_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(str(tree))
    parent = propose(repository, "main", "site.yaml", NEW).parent
    before = state(tree)
    real = os.replace

    def fail(source: object, target: object) -> None:
        if os.fsencode(str(target)).endswith(b"site.yaml") or str(target).endswith("site.yaml'"):
            raise OSError(28, "No space left on device", "site.yaml")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(DesignerError, match="No space left"):
        commit_file(repository, "main", "site.yaml", NEW, message="Why", author=ADA, parent=parent)
    monkeypatch.undo()
    assert state(tree) == before
    assert_sound(tree)


def test_the_same_content_is_nothing_to_commit(bare: Path) -> None:
    repository = open_repository(str(bare))
    proposal = propose(repository, "main", "site.yaml", FIRST)
    assert proposal.difference.hunks == ()
    with pytest.raises(DesignerError, match="nothing to commit"):
        commit_file(repository, "main", "site.yaml", FIRST, message="Why", author=ADA, parent=proposal.parent)


def test_no_hook_is_run(tree: Path) -> None:
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction"):
        hook = tree / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\ntouch hook-was-run\nexit 1\n")
        hook.chmod(0o755)
    repository = open_repository(str(tree))
    parent = propose(repository, "main", "site.yaml", NEW).parent
    commit_file(repository, "main", "site.yaml", NEW, message="Why", author=ADA, parent=parent)
    assert not (tree / "hook-was-run").exists()


def test_reading_a_file(bare: Path) -> None:
    repository = open_repository(str(bare))
    found = read_file(repository, "main", "web/app.yaml")
    assert (found.data, found.executable, len(found.commit)) == (FIRST, False, 40)
    assert read_file(repository, "main", "run.yaml").executable
    for branch, path, reason in (("missing", "site.yaml", "no branch"), ("main", "missing.yaml", "no file"),
                                 ("main", "link.yaml", "symbolic link"), ("main", "web", "folder")):
        with pytest.raises(DesignerError, match=reason):
            read_file(repository, branch, path)


def test_branches_are_listed(tree: Path) -> None:
    main, feature = list_branches(open_repository(str(tree)))
    assert (main.name, main.current, main.subject) == ("main", True, "First")
    assert main.commit == git_in(tree)("rev-parse", "main")
    assert (feature.name, feature.current) == ("feature/one", False)


def test_what_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "file").write_text("")
    for name, reason in (("plain", "not a git repository"), ("missing", "no such folder"), ("file", "no such folder")):
        with pytest.raises(DesignerError, match=reason) as caught:
            open_repository(str(tmp_path / name))
        assert "\n" not in str(caught.value)


def test_a_repository_of_another_kind(tmp_path: Path) -> None:
    git_in(tmp_path)("init", "-q", "--object-format=sha256", "other")
    with pytest.raises(DesignerError, match="sha256"):
        open_repository(str(tmp_path / "other"))


def test_a_damaged_repository_is_told_in_one_line(tree: Path) -> None:
    blob = git_in(tree)("rev-parse", "main:site.yaml")
    for path in (tree / ".git" / "objects").rglob(blob[2:]):
        path.chmod(0o644)
        path.write_bytes(b"rubbish")
    with pytest.raises(DesignerError) as caught:
        read_file(open_repository(str(tree)), "main", "site.yaml")
    assert "\n" not in str(caught.value)
