"""Inline ignores: which comments count, what they hide, and what is said of them."""

from __future__ import annotations

import pytest

from designer.analysis import analyse
from designer.syntax import read
from designer.validate.ignores import find_ignores

TEMPLATE = """heat_template_version: 2018-08-31
resources:
  key:
    type: OS::Heat::RandomString
    depends_on: other{comment}
"""


def codes(text: str) -> list[str]:
    return [each.code for each in analyse(text).diagnostics]


@pytest.mark.parametrize(("comment", "expected"), [
    ("", ["HOT116"]),
    ("   # ignore HOT116 - a reason", []),
    ("   # ignore unknown-dependency - by its name", []),
    ("   # ignore hot116 - in small letters", []),
    ("   # ignore HOT401, HOT116 - several", ["HOT910"]),
    ("   # ignore HOT401 HOT116 - several", ["HOT910"]),
    ("   # ignore HOT401 - another", ["HOT116", "HOT910"]),
    ("   # ignore HOT116", ["HOT911"]),
    ("   # ignore HOT116 -", ["HOT911"]),
    ("   # ignore", ["HOT116"]),
    ("   # ignore HOT116 because it is so", ["HOT911"]),
    ("   # ignore this for now - somebody's own words", ["HOT116"]),
    ("   # ignore HOT999 - no such code", ["HOT116", "HOT910"]),
    ("   # ignored HOT116 - no comment of ours", ["HOT116"]),
    ("   #ignore HOT116 - no comment of ours", ["HOT116"]),
    ("   # see also # ignore HOT116 - inside another comment", []),
    ("# ignore HOT116 - part of the name", ["HOT116"]),
])
def test_a_comment_at_the_lines_end(comment: str, expected: list[str]) -> None:
    assert codes(TEMPLATE.format(comment=comment)) == expected


@pytest.mark.parametrize("above", [
    "    # ignore HOT116 - in the line above\n", "# ignore HOT116 - at the margin\n\n    # another comment\n\n"])
def test_a_comment_in_a_line_above(above: str) -> None:
    assert codes(TEMPLATE.format(comment="").replace("    depends_on", above + "    depends_on")) == []


def test_a_comment_two_lines_above_speaks_of_the_next_line_only() -> None:
    text = TEMPLATE.format(comment="").replace("    type", "    # ignore HOT116 - too early\n    type")
    assert codes(text) == ["HOT910", "HOT116"]


def test_a_script_holds_no_ignores() -> None:
    text = """heat_template_version: 2018-08-31
resources:
  key:
    type: OS::Heat::SoftwareConfig
    properties:
      config: |
        # ignore HOT116 - a line of a script
        echo "# ignore HOT116 - another"
      group: "script # ignore HOT116 - a text"
"""
    assert find_ignores(read(text)) == []


def test_reading_errors_cannot_be_ignored() -> None:
    assert "HOT001" in codes("a: [1 # ignore HOT001 - no\n")


def test_a_json_template_holds_none() -> None:
    assert find_ignores(read('{"a": "# ignore HOT116 - a text"}')) == []
