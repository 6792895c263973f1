"""Real repositories, made and judged by the git binary; the code under test never runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.repository.gits import FIRST, git_in


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in list(os.environ):
        if name.startswith("GIT_") and name != "GIT_CONFIG_NOSYSTEM":
            monkeypatch.delenv(name)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with a work tree on `main`: site.yaml, web/app.yaml, run.yaml (executable), a link, two branches."""
    folder = tmp_path / "templates"
    folder.mkdir()
    git = git_in(folder)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Owner")
    git("config", "user.email", "owner@example.org")
    (folder / "site.yaml").write_bytes(FIRST)
    (folder / "web").mkdir()
    (folder / "web" / "app.yaml").write_bytes(FIRST)
    (folder / "web" / "other.yaml").write_text("a: 1\n")
    (folder / "run.yaml").write_bytes(FIRST)
    (folder / "run.yaml").chmod(0o755)
    (folder / "link.yaml").symlink_to("site.yaml")
    git("add", "-A")
    git("commit", "-q", "-m", "First")
    git("branch", "feature/one")
    return folder


@pytest.fixture
def bare(tree: Path, tmp_path: Path) -> Path:
    """A bare clone of `tree`, its objects packed."""
    folder = tmp_path / "central.git"
    git_in(tmp_path)("clone", "-q", "--bare", str(tree), str(folder))
    git_in(folder)("gc", "-q")
    return folder
