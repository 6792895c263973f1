"""The difference is what git says it is: applied by git, it makes the new version out of the old."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from designer.repository import compare

CASES = {
    "change": (b"a\nb\nc\n", b"a\nB\nc\n"),
    "two places": (b"".join(b"%d\n" % i for i in range(40)),
                   b"".join(b"%d\n" % (i if i not in (3, 30) else -i) for i in range(40))),
    "add at end": (b"a\n", b"a\nb\n"),
    "add at start": (b"a\n", b"b\na\n"),
    "remove all": (b"a\nb\n", b""),
    "from nothing": (b"", b"a\n"),
    "new file": (None, b"a\nb\n"),
    "new file without a line break": (None, b"a"),
    "new empty file": (None, b""),
    "line break lost": (b"a\nb\n", b"a\nb"),
    "line break won": (b"a\nb", b"a\nb\n"),
    "no line break in both": (b"a\nb", b"c\nb"),
    "no line break, changed": (b"a\nb", b"a\nc"),
    "carriage returns": (b"a\r\nb\r\n", b"a\r\nB\r\n"),
    "carriage returns lost": (b"a\r\nb\r\n", b"a\nb\n"),
    "line separators within": ("a\u2028b\x0cc\n".encode(), "a\u2028b\x0cd\n".encode()),
    "repeated lines": (b"x\n" * 20, b"x\n" * 21),
}


@pytest.mark.parametrize("name", ["site.yaml", "a b/ü \"x\".yaml"])
@pytest.mark.parametrize("case", CASES, ids=CASES)
def test_git_applies_it(case: str, name: str, tmp_path: Path) -> None:
    old, new = CASES[case]
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    if old is not None:
        file.write_bytes(old)
    difference = compare(old, new, name)
    done = subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=difference.text.encode(),
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + difference.text
    assert file.read_bytes() == new
    assert difference.new_file == (old is None)


def test_nothing_changed_is_no_difference() -> None:
    difference = compare(b"a\nb", b"a\nb", "x")
    assert (difference.hunks, difference.text, difference.added, difference.removed) == ((), "", 0, 0)


def test_hunks_say_where_and_what() -> None:
    difference = compare(b"1\n2\n3\n4\n5\n6\n", b"1\n2\n3\n4\nfive\n6\n", "x")
    (hunk,) = difference.hunks
    assert hunk.header == "@@ -2,5 +2,5 @@"
    assert hunk.lines == ((" ", "2"), (" ", "3"), (" ", "4"), ("-", "5"), ("+", "five"), (" ", "6"))
    assert (difference.added, difference.removed) == (1, 1)


def test_bytes_that_are_no_text_are_shown_as_replaced() -> None:
    assert compare(b"a\xff\n", b"b\n", "x").hunks[0].lines[0] == ("-", "a\ufffd")


def test_random_versions(tmp_path: Path) -> None:
    rng = random.Random(7)
    for round_ in range(25):
        old = [f"{rng.randrange(12)}" for _ in range(rng.randrange(1, 60))]
        new = list(old)
        for _ in range(rng.randrange(8)):
            at = rng.randrange(len(new) + 1)
            new[at: at + rng.randrange(3)] = [f"new {rng.randrange(9)}"] * rng.randrange(3)
        before, after = ("\n".join(lines).encode() + b"\n" * rng.randrange(2) for lines in (old, new))
        file = tmp_path / f"{round_}.txt"
        file.write_bytes(before)
        text = compare(before, after, file.name).text
        if text:
            subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=text.encode(), check=True)
        assert file.read_bytes() == after


def test_ten_thousand_lines_rewritten_take_seconds_not_minutes() -> None:
    old = b"".join(b"  key%d: value\n    type: OS::Nova::Server\n" % i for i in range(5000))
    new = b"".join(b"  name%d: value\n    type: OS::Nova::Server\n" % i for i in range(5000))
    started = time.perf_counter()
    assert compare(old, new, "x").added >= 5000
    assert time.perf_counter() - started < 10
