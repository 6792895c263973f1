"""Paths, branch names, authors and messages: what is taken and what is refused, git itself being the judge of names."""

from __future__ import annotations

import subprocess

import pytest

from designer.errors import DesignerError
from designer.repository import check_branch_name, check_message, check_path, parse_author

BAD_PATHS = {
    "": "empty",
    "  ": "empty",
    "/etc/passwd": "absolute",
    "C:/x.yaml": "absolute",
    "../x.yaml": "'..'",
    "a/../x.yaml": "'..'",
    "./x.yaml": "'.'",
    "a//x.yaml": "empty name",
    "a/": "folder",
    "a\\x.yaml": "backslash",
    "a\0.yaml": "control",
    "a\nb.yaml": "control",
    "a\x7fb.yaml": "control",
    "\udc80.yaml": "control",
    " a.yaml": "space",
    "a /b.yaml": "space",
    ".git/config": "itself",
    ".GIT/config": "itself",
    "a/.gIt/x.yaml": "itself",
    ".git./x.yaml": "itself",
    ".git::$INDEX_ALLOCATION/x": "itself",
    "git~1/x.yaml": "itself",
    "GIT~1": "itself",
    ".g\u200cit/x.yaml": "itself",
    ".\uff47it/x.yaml": "itself",
    ".gitmodules": "itself",
    ".gitattributes": "itself",
    "a/.gitignore": "itself",
    "GITMOD~1": "itself",
    "x" * 256: "longer than 255",
    "ä" * 128: "longer than 255",
    "/".join(["x" * 100] * 11): "longer than 1024",
}


@pytest.mark.parametrize(("path", "reason"), BAD_PATHS.items(), ids=[ascii(path)[:30] for path in BAD_PATHS])
def test_a_bad_path_is_refused_in_one_line(path: str, reason: str) -> None:
    with pytest.raises(DesignerError, match=reason) as caught:
        check_path(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["site.yaml", "a/b/c.yaml", "a b.yaml", "ü/日本.yaml", "-x.yaml", "git/x", "ab:c.yaml",
                                  "...", "x" * 255, "digit.yaml", "my.git.yaml"])
def test_a_good_path_is_taken(path: str) -> None:
    assert b"/".join(check_path(path)).decode() == path


NAMES = ["main", "feature/one", "a.b", "ü", "a@b", "-x", "", "HEAD", "a..b", "a b", "a~b", "a^b", "a:b", "a?b",
         "a*b", "a[b", "a\\b", "/a", "a/", "a//b", ".a", "a/.b", "a.", "a.lock", "a.lock/b", "a@{b", "a\tb", "a\x7fb",
         "refs/heads/x", "heads/HEAD", "a}b", "a;b", "$(x)", "a'b", "lock", "a.locked", "x" * 200]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name)[:30] for name in NAMES])
def test_branch_names_are_judged_as_git_does(name: str) -> None:
    asked = subprocess.run(["git", "check-ref-format", "--branch", name], capture_output=True, check=False)
    try:
        check_branch_name(name)
        ours = True
    except DesignerError as error:
        assert "\n" not in str(error)
        ours = False
    assert ours == (asked.returncode == 0)


@pytest.mark.parametrize("name", ["@", "a\0b", "\udc80", "a" * 40, "0123456789" * 4, "x" * 201])
def test_branch_names_that_are_refused_beyond_git(name: str) -> None:
    with pytest.raises(DesignerError):
        check_branch_name(name)


@pytest.mark.parametrize("text", ["Ada Lovelace <ada@example.org>", "  Ada <ada@example.org> ", "J. R. <j@x>",
                                  "李 <li@例.cn>", "O'Neil Jr. <o@example.org>"])
def test_an_author_is_read(text: str) -> None:
    assert str(parse_author(text)) == text.strip()


@pytest.mark.parametrize("text", ["", "Ada", "ada@example.org", "<ada@example.org>", " . <a@b>", "Ada <>", "Ada <ada>",
                                  "Ada <a@b> x", "Ada <a@b", "Ada <a b@c>", "Ada <@c>", "Ada <a@>", "Ada\nEve <a@b>",
                                  "Ada <a@b\n>", "Ada\0 <a@b>", "Ada <<a@b>>", "Ada > <a@b>", "Ada, <a@b>",
                                  "Ada <a@b@c>", "A" * 201 + " <a@b>", "\udc80 <a@b>"])
def test_an_author_that_git_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(DesignerError) as caught:
        parse_author(text)
    assert "\n" not in str(caught.value)


def test_a_message_is_cleaned_as_git_does() -> None:
    assert check_message("\n\nWhy  \r\n\r\nBecause\t\n\n") == "Why\n\nBecause\n"


@pytest.mark.parametrize("text", ["", " \n\t\n", "a\0b", "a\x1b[31m", "\udc80", "x" * 65537])
def test_a_message_that_git_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(DesignerError):
        check_message(text)
