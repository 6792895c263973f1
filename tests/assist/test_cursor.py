"""Where a cursor stands, in text that is being typed."""

from __future__ import annotations

from typing import Any

import pytest

from designer.assist.cursor import locate
from designer.text import LineIndex

HEAD = "heat_template_version: 2018-08-31\nresources:\n  a:\n    type: OS::Nova::Server\n"


@pytest.mark.parametrize(("typed", "path", "at_key", "word"), [
    ("", ["resources", "a"], True, ""),
    ("    pro", ["resources", "a"], True, "pro"),
    ("    depends_on: ", ["resources", "a", "depends_on"], False, ""),
    ("    depends_on: [b, c", ["resources", "a", "depends_on", 1], False, "c"),
    ("    depends_on:\n      - b", ["resources", "a", "depends_on", 0], True, "b"),
    ("    properties:\n      fla", ["resources", "a", "properties"], True, "fla"),
    ("    properties:\n      flavor: m1", ["resources", "a", "properties", "flavor"], False, "m1"),
    ("    properties:\n      networks:\n        - po", ["resources", "a", "properties", "networks", 0], True, "po"),
    ("    properties:\n      networks:\n      - port: x\n        ne", ["resources", "a", "properties", "networks", 0],
     True, "ne"),
    ("    properties:\n      networks:\n      - port: {get_r",
     ["resources", "a", "properties", "networks", 0, "port"], True, "get_r"),
    ("    properties:\n      name: {get_param: na", ["resources", "a", "properties", "name", "get_param"], False, "na"),
    ("    properties:\n      name: {get_attr: [b, ne", ["resources", "a", "properties", "name", "get_attr", 1], False,
     "ne"),
    ("    properties:\n      name:\n        get_param: na",
     ["resources", "a", "properties", "name", "get_param"], False, "na"),
    ("    properties:\n      # note\n\n      key_na", ["resources", "a", "properties"], True, "key_na"),
    ("  b", ["resources"], True, "b"),
    ("out", [], True, "out"),
])
def test_path(typed: str, path: list[Any], at_key: bool, word: str) -> None:
    text = HEAD + (typed or "    ")
    cursor = locate(LineIndex(text), len(text))
    assert (cursor.path, cursor.at_key, cursor.word) == (path, at_key, word)


def test_a_block_of_text_is_no_place_for_keys() -> None:
    text = HEAD + "    properties:\n      user_data: |\n        #!/bin/sh\n        ech"
    assert locate(LineIndex(text), len(text)).literal


def test_the_rest_of_a_word_is_replaced() -> None:
    text = HEAD + "    depends_on: server_one"
    cursor = locate(LineIndex(text), len(text) - 4)
    assert text[cursor.start:cursor.end] == "server_one"
