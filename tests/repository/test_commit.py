"""One commit of one file: git finds nothing else changed, nothing unsound and nothing unclean."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from designer.errors import DesignerError
from designer.repository import (
    BranchMoved,
    Committed,
    commit_file,
    default_author,
    list_branches,
    open_repository,
    parse_author,
    propose,
    read_file,
)
from tests.repository.gits import FIRST, assert_clean, assert_sound, git_in

ADA = parse_author("Ada Lovelace <ada@example.org>")
NEW = FIRST + b"    properties:\n      flavor: m1.small\n"


def commit(folder: Path, branch: str, path: str, data: bytes, base: str | None = None,
           message: str = "Why") -> Committed:
    repository = open_repository(str(folder))
    proposal = propose(repository, branch, path, data, base)
    return commit_file(repository, branch, path, data, message=message, author=ADA, parent=proposal.parent, base=base)


def changed(folder: Path, revision: str) -> list[str]:
    return git_in(folder)("diff-tree", "-r", "--root", "--no-commit-id", "--raw", "--abbrev=4", revision).splitlines()


@pytest.mark.parametrize("path", ["site.yaml", "web/app.yaml"])
def test_a_file_on_a_branch_of_a_bare_repository(bare: Path, path: str) -> None:
    git = git_in(bare)
    before = git("rev-parse", "main")
    other = git("rev-parse", "feature/one")
    made = commit(bare, "main", path, NEW, message="Say the flavour\n\nIt was missing.\n")
    assert git("rev-parse", "main") == made.commit
    assert git("rev-parse", "main^") == before
    assert git("rev-parse", "feature/one") == other
    assert [line.split()[4:] for line in changed(bare, "main")] == [["M", path]]
    assert git("cat-file", "-p", f"main:{path}") + "\n" == NEW.decode()
    assert git("log", "-1", "--format=%an|%ae|%cn|%B", "main").rstrip() == (
        "Ada Lovelace|ada@example.org|Ada Lovelace|Say the flavour\n\nIt was missing.")
    assert_sound(bare)


def test_the_mode_of_a_file_is_kept(bare: Path) -> None:
    commit(bare, "main", "run.yaml", NEW)
    assert changed(bare, "main")[0].startswith(":100755 100755 ")


def test_a_new_file_in_new_folders(bare: Path) -> None:
    made = commit(bare, "main", "a/b/c/new.yaml", NEW)
    assert [line.split()[4:] for line in changed(bare, "main")] == [["A", "a/b/c/new.yaml"]]
    assert made.difference.new_file
    assert_sound(bare)


@pytest.mark.parametrize("path", ["web.yaml", "web-1", "web0", "we", "web/z", "Web", "w\u00e9b/x"])
def test_names_that_sort_around_a_folder(bare: Path, path: str) -> None:
    commit(bare, "main", path, NEW)
    assert_sound(bare)


def test_any_bytes_are_kept(bare: Path) -> None:
    data = b"\xef\xbb\xbfa: \xff\x00\r\nb\rc\n\n"
    commit(bare, "main", "x.yaml", data)
    assert read_file(open_repository(str(bare)), "main", "x.yaml").data == data


def test_a_new_branch_from_another(bare: Path) -> None:
    git = git_in(bare)
    made = commit(bare, "fix/flavour", "site.yaml", NEW, base="main")
    assert git("rev-parse", "fix/flavour") == made.commit
    assert git("rev-parse", "fix/flavour^") == git("rev-parse", "main")
    names = [branch.name for branch in list_branches(open_repository(str(bare)))]
    assert names == ["main", "feature/one", "fix/flavour"]
    assert_sound(bare)


def test_the_difference_is_shown_first_and_nothing_is_written(tree: Path) -> None:
    repository = open_repository(str(tree))
    before = sorted(str(path) for path in (tree / ".git").rglob("*"))
    proposal = propose(repository, "main", "site.yaml", NEW)
    assert proposal.difference.added == 2
    assert (proposal.new_file, proposal.new_branch, proposal.checked_out) == (False, False, True)
    assert proposal.parent == git_in(tree)("rev-parse", "main")
    assert sorted(str(path) for path in (tree / ".git").rglob("*")) == before


@pytest.mark.parametrize("path", ["site.yaml", "web/app.yaml", "new.yaml", "new/deep/er.yaml", "run.yaml"])
def test_the_branch_that_is_checked_out_stays_clean(tree: Path, path: str) -> None:
    made = commit(tree, "main", path, NEW)
    git = git_in(tree)
    assert git("rev-parse", "HEAD") == made.commit
    assert (tree / path).read_bytes() == NEW
    assert (tree / path).stat().st_mode & 0o111 == (0o111 if path == "run.yaml" else 0)
    assert_clean(tree)
    assert_sound(tree)
    assert git("reflog", "-1", "--format=%gs") == "commit: Why"
    assert not list(tree.rglob(".hot-designer-*"))


def test_a_branch_that_is_not_checked_out_leaves_the_work_tree_alone(tree: Path) -> None:
    (tree / "site.yaml").write_text("mine, not committed\n")
    commit(tree, "feature/one", "site.yaml", NEW)
    assert (tree / "site.yaml").read_text() == "mine, not committed\n"
    assert git_in(tree)("status", "--porcelain") == " M site.yaml"
    assert_sound(tree)


def test_other_work_in_the_work_tree_is_kept(tree: Path) -> None:
    git = git_in(tree)
    (tree / "web" / "app.yaml").write_text("mine\n")
    (tree / "staged.yaml").write_text("staged\n")
    (tree / "hidden.yaml").write_text("intended\n")
    git("add", "staged.yaml")
    git("add", "-N", "hidden.yaml")
    git("rm", "-q", "--cached", "web/other.yaml")
    git("update-index", "--assume-unchanged", "run.yaml")
    before = git("status", "--porcelain")
    commit(tree, "main", "site.yaml", NEW)
    assert git("status", "--porcelain") == before
    assert git("ls-files", "-v", "run.yaml") == "h run.yaml"
    assert_sound(tree)


def test_the_same_text_already_in_the_work_tree_is_no_obstacle(tree: Path) -> None:
    (tree / "site.yaml").write_bytes(NEW)
    (tree / "new.yaml").write_bytes(NEW)
    commit(tree, "main", "site.yaml", NEW)
    commit(tree, "main", "new.yaml", NEW)
    assert_clean(tree)


def test_index_versions_and_options_of_git(tree: Path) -> None:
    git = git_in(tree)
    git("config", "index.threads", "2")
    git("config", "core.untrackedCache", "true")
    for version in ("4", "3", "2"):
        git("update-index", "--index-version", version, "--untracked-cache")
        commit(tree, "main", f"v{version}.yaml", NEW)
        assert_clean(tree)
    git("config", "feature.manyFiles", "true")
    git("update-index", "--force-write-index")
    commit(tree, "main", "many.yaml", NEW)
    assert_clean(tree)


def test_the_first_commit_of_an_empty_repository(tmp_path: Path) -> None:
    for kind in ([], ["--bare"]):
        folder = tmp_path / f"empty{len(kind)}"
        git_in(tmp_path)("init", "-q", "-b", "main", *kind, str(folder))
        assert list_branches(open_repository(str(folder))) == []
        commit(folder, "main", "a/site.yaml", NEW)
        assert_sound(folder)
        assert git_in(folder)("rev-list", "--count", "HEAD") == "1"
        if not kind:
            assert_clean(folder)


def test_a_linked_work_tree(tree: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git_in(tree)("worktree", "add", "-q", str(linked), "feature/one")
    with pytest.raises(DesignerError, match=f"another work tree \\({linked}\\)"):
        commit(tree, "feature/one", "site.yaml", NEW)
    with pytest.raises(DesignerError, match=f"another work tree \\({tree}\\)"):
        commit(linked, "main", "site.yaml", NEW)
    commit(linked, "feature/one", "site.yaml", NEW)
    commit(tree, "main", "site.yaml", NEW)
    assert_clean(tree)
    assert_clean(linked)
    assert_sound(tree)


def test_the_git_folder_of_a_work_tree_means_the_work_tree(tree: Path) -> None:
    commit(tree / ".git", "main", "site.yaml", NEW)
    assert_clean(tree)


def test_a_branch_that_moved_is_told_and_nothing_lost(bare: Path) -> None:
    repository = open_repository(str(bare))
    seen = propose(repository, "main", "site.yaml", NEW).parent
    theirs = commit(bare, "main", "web/app.yaml", b"theirs\n").commit
    for branch, base in (("main", None), ("new", "main")):
        with pytest.raises(BranchMoved, match="main has moved"):
            commit_file(repository, branch, "site.yaml", NEW, message="Why", author=ADA, parent=seen, base=base)
    assert git_in(bare)("rev-parse", "main") == theirs
    assert git_in(bare)("branch", "--list", "new") == ""


def test_of_many_at_once_on_the_same_parent_one_wins(tree: Path) -> None:
    repository = open_repository(str(tree))
    seen = propose(repository, "main", "site.yaml", NEW).parent
    made: list[str] = []
    refused: list[str] = []

    def act(number: int) -> None:
        try:
            done = commit_file(repository, "main", f"n{number}.yaml", NEW, message=f"{number}", author=ADA, parent=seen)
            made.append(done.commit)
        except DesignerError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=act, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1 and len(refused) == 7
    assert git_in(tree)("rev-parse", "HEAD") == made[0]
    assert_clean(tree)
    assert_sound(tree)


def test_one_after_another_until_each_is_in(bare: Path) -> None:
    def act(number: int) -> None:
        repository = open_repository(str(bare))
        for _ in range(200):
            seen = propose(repository, "main", f"n{number}.yaml", NEW).parent
            try:
                commit_file(repository, "main", f"n{number}.yaml", NEW, message="Why", author=ADA, parent=seen)
                return
            except DesignerError:
                continue

    threads = [threading.Thread(target=act, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert git_in(bare)("rev-list", "--count", "main") == "5"
    names = git_in(bare)("ls-tree", "--name-only", "main").split()
    assert {f"n{number}.yaml" for number in range(4)} <= set(names)


def test_the_author_of_the_configuration(tree: Path, bare: Path) -> None:
    assert str(default_author(open_repository(str(tree)))) == "Owner <owner@example.org>"
    assert default_author(open_repository(str(bare))) is None
