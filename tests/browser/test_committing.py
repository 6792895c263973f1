"""A commit into a real repository: the difference first, nothing but that file touched."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SMALL, drop, open_file, ready, settled, type_at_end


def git(folder: Path, *arguments: str) -> str:
    environment = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": str(folder),
                   "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True,
                          env=environment)
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "Ada Example")
    git(folder, "config", "user.email", "ada@example.org")
    (folder / "small.yaml").write_text(SMALL)
    (folder / "other.txt").write_text("mine\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "First")
    (folder / "other.txt").write_text("mine, changed\n")
    return folder


@pytest.fixture
def desk(repository: Path, serve: Callable[..., Any], new_page: Callable[..., Page]) -> Page:
    page = new_page(base=serve(REPOSITORY=str(repository)).address, expected=("status of 4",))
    open_file(page)
    return page


def show_form(page: Page) -> None:
    page.click("text=Take away")
    page.click("#take-away a:has-text('Commit')")
    expect(page.locator(".commit h2")).to_have_text("Commit to templates")


def test_a_change_goes_to_a_branch_that_is_there(desk: Page, repository: Path) -> None:
    type_at_end(desk, "# changed\n")
    settled(desk)
    show_form(desk)
    desk.click("text=Show the difference")
    expect(desk.locator(".difference .added")).to_have_text("+# changed\n")
    desk.fill("#commit-message", "Change the network\n\nBecause.")
    expect(desk.locator("#commit-author")).to_have_value("Ada Example <ada@example.org>")
    desk.click("button:has-text('Commit')")
    expect(desk.locator(".commit h2")).to_have_text("Committed")
    assert git(repository, "log", "-1", "--format=%B%an <%ae>").split("\n") == [
        "Change the network", "", "Because.", "Ada Example <ada@example.org>", ""]
    assert git(repository, "show", "--format=", "--name-only").split() == ["small.yaml"]
    assert git(repository, "show", "HEAD:small.yaml") == SMALL + "# changed\n"
    assert (repository / "other.txt").read_text() == "mine, changed\n"
    assert git(repository, "status", "--porcelain") == " M other.txt\n"


def test_a_new_file_goes_to_a_new_branch(desk: Page, repository: Path) -> None:
    drop(desk, [("web.yaml", SMALL)])
    expect(desk.locator(".document-name")).to_have_text("web.yaml")
    ready(desk)
    show_form(desk)
    desk.fill("#commit-path", "stacks/web.yaml")
    desk.check("[name=where][value=new]")
    desk.fill("#commit-new", "web-stack")
    desk.click("text=Show the difference")
    expect(desk.locator(".commit")).to_contain_text("New file on the new branch web-stack from main")
    desk.click("button:has-text('Commit')")
    expect(desk.locator(".commit h2")).to_have_text("Committed")
    assert git(repository, "show", "web-stack:stacks/web.yaml") == SMALL
    assert git(repository, "rev-parse", "--abbrev-ref", "HEAD").strip() == "main"
    assert not (repository / "stacks").exists()


def test_what_cannot_be_done_says_why_and_keeps_what_was_filled_in(desk: Page, repository: Path) -> None:
    show_form(desk)
    desk.fill("#commit-path", "../outside.yaml")
    desk.click("text=Show the difference")
    expect(desk.locator(".commit [role=alert]")).to_contain_text("may not hold '..'")
    expect(desk.locator("#commit-path")).to_have_value("../outside.yaml")
    desk.fill("#commit-path", "small.yaml")
    desk.click("text=Show the difference")
    expect(desk.locator(".commit")).to_contain_text("nothing to commit")


def test_a_branch_that_moved_meanwhile_is_not_overwritten(desk: Page, repository: Path) -> None:
    type_at_end(desk, "# mine\n")
    settled(desk)
    show_form(desk)
    desk.click("text=Show the difference")
    expect(desk.locator(".difference .added")).to_have_text("+# mine\n")
    git(repository, "commit", "-q", "--allow-empty", "-m", "Someone else")
    desk.fill("#commit-message", "Mine")
    desk.click("button:has-text('Commit')")
    expect(desk.locator(".commit [role=alert]")).to_contain_text("has moved since the difference was shown")
    expect(desk.locator("#commit-message")).to_have_value("Mine")
    desk.click("button:has-text('Commit')")
    expect(desk.locator(".commit h2")).to_have_text("Committed")
    assert git(repository, "log", "-2", "--format=%s").split("\n")[:2] == ["Mine", "Someone else"]


def test_typing_on_asks_for_the_difference_again(desk: Page, repository: Path) -> None:
    type_at_end(desk, "# one\n")
    settled(desk)
    show_form(desk)
    desk.click("text=Show the difference")
    expect(desk.locator(".difference")).to_be_visible()
    type_at_end(desk, "# two\n")
    settled(desk)
    expect(desk.locator(".commit h2")).to_have_text("Commit to templates")
    desk.click("text=Show the difference")
    expect(desk.locator(".difference .added")).to_have_count(2)
    assert git(repository, "rev-list", "--count", "HEAD").strip() == "1"


def test_without_script(repository: Path, serve: Callable[..., Any], new_page: Callable[..., Page]) -> None:
    page = new_page(base=serve(REPOSITORY=str(repository)).address, java_script_enabled=False)
    page.goto("/")
    page.fill("#text", SMALL + "# plain\n")
    page.click("#open-text button")
    page.goto(page.get_attribute("a[data-commit]", "href") or "")
    page.fill("#commit-path", "plain.yaml")
    page.click("text=Show the difference")
    page.fill("#commit-message", "Plain")
    page.click("button:has-text('Commit')")
    expect(page.locator(".commit h2")).to_have_text("Committed")
    assert git(repository, "show", "HEAD:plain.yaml") == SMALL + "# plain\n"


def test_a_server_without_a_repository_offers_none(page: Page) -> None:
    open_file(page)
    expect(page.locator("#take-away")).not_to_contain_text("Commit")
