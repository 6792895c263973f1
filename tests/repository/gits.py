"""Runs git, and asks it whether a repository is sound and clean."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Git = Callable[..., str]

FIRST = b"heat_template_version: 2018-08-31\nresources:\n  server:\n    type: OS::Nova::Server\n"


def git_in(folder: Path) -> Git:
    """A function that runs git in `folder` and yields what it prints, stripped."""

    def git(*arguments: str, ok: bool = True) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
        if ok and done.returncode:
            raise AssertionError(f"git {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return (done.stdout + done.stderr).rstrip("\n")

    return git


def assert_sound(folder: Path) -> None:
    """git finds no fault in the repository, strictly looked at."""
    report = git_in(folder)("fsck", "--strict", "--full")
    assert "error" not in report and "warning" not in report, report


def assert_clean(folder: Path) -> None:
    """git sees nothing changed, and what it would commit is what is committed."""
    git = git_in(folder)
    assert git("status", "--porcelain", "--ignored") == ""
    assert git("write-tree") == git("rev-parse", "HEAD^{tree}")
