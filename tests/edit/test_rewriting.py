"""A value edited as YAML: what differs changes, and comments, quotes and order stay and come as they were written."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.edits.heats import load
from conformance.edits.oracle import at, paths
from designer.analysis import analyse
from designer.assist.form_fields import source_of
from designer.assist.form_ground import Form, node_at
from designer.edit import Refused, apply
from designer.syntax import read
from tests.edit.styles import STYLES

TEXT = """\
resources:
  a:
    type: OS::Heat::Value
    metadata:
      # about one
      one: 1  # the first

      # about two
      "two": 'yes'  # the last
      three: 3  # behind
    properties:
      value:
        - name: x  # an x
          items: [1, 2]  # two
        # the second
        - name: y
          flow: {b: 1,   'c': "2"}
  # what follows
  b: {type: X, metadata: {k: "v",  l: [ 1 ]}}
"""
META = ["resources", "a", "metadata"]
VALUE = ["resources", "a", "properties", "value"]


def source(path: list[Any], text: str = TEXT) -> str:
    analysis = analyse(text)
    return source_of(Form(analysis, tuple(path)), node_at(analysis, path))


def typed(path: list[Any], old: str, new: str, text: str = TEXT) -> str:
    """A template in which a value, shown as YAML, was edited at one place."""
    shown = source(path, text)
    assert shown.count(old) == 1
    return apply(read(text), {"op": "set", "path": path, "yaml": shown.replace(old, new)})


@pytest.mark.parametrize(("path", "old", "new", "before", "after"), [
    (META, "one: 1 ", "one: 10 ", "one: 1 ", "one: 10 "),
    (META, "'yes'", '"no"', "'yes'", '"no"'),
    (META, "# about two\n", "# about both\n", "# about two\n", "# about both\n"),
    (META, "\n\n# about two", "\n# about two", "\n\n      # about two", "\n      # about two"),
    (META, "one: 1", "zero: 0\none: 1", "      one: 1", "      zero: 0\n      one: 1"),
    (META, "three: 3  # behind", "three: 3  # behind\n# new\nfour: 4", "three: 3  # behind\n",
     "three: 3  # behind\n      # new\n      four: 4\n"),
    (META, "\nthree: 3  # behind", "", "\n      three: 3  # behind", ""),
    (VALUE, "  items: [1, 2]  # two\n", "", "          items: [1, 2]  # two\n", ""),
    (VALUE, "- name: y", "- name: z", "- name: y", "- name: z"),
    (VALUE, "- name: x", "- # new\n  name: x", "- name: x", "- # new\n          name: x"),
    ([*VALUE, 0], "name: x", "first: 0\nname: x", "- name: x", "- first: 0\n          name: x"),
    ([*VALUE, 0], "items: [1, 2]", "items: [1, 3]", "[1, 2]", "[1, 3]"),
    ([*VALUE, 1, "flow"], "\"2\"", "0123", "\"2\"", "0123"),
    (["resources", "b", "metadata"], "l: [ 1 ]", "l: [ 1, 2 ]", "[ 1 ]", "[ 1, 2 ]"),
    (["resources", "b"], '"v"', "v", '"v"', "v"),
])
def test_what_differs_changes_and_nothing_else(path: list[Any], old: str, new: str, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    assert typed(path, old, new) == TEXT.replace(before, after)


def test_in_a_text_with_windows_breaks() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert typed(META, "one: 1 ", "zero: 0 # none\none: 1 ", text) == text.replace(
        "      one: 1 ", "      zero: 0 # none\r\n      one: 1 ")


@pytest.mark.parametrize("style", STYLES)
def test_what_is_shown_is_no_edit_and_comments_change_no_value(style: str) -> None:
    text = STYLES[style]
    analysis, plain = analyse(text), load(text)
    for path in paths(plain) if isinstance(plain, dict) else ():
        value = at(plain, path)
        if not isinstance(value, (dict, list)) or not value:
            continue
        shown = source_of(Form(analysis, path), node_at(analysis, path))
        assert apply(analysis, {"op": "set", "path": list(path), "yaml": shown}) == text
        if shown.startswith("*") or "without a break" in shown or {"[", "{"}.intersection(shown.splitlines()[-1]):
            continue
        for words in ("# above\n" + shown, shown + "\n# below"):
            assert at(load(apply(analysis, {"op": "set", "path": list(path), "yaml": words})), path) == value


def test_nothing_typed_is_no_edit() -> None:
    for path in (META, VALUE, [*VALUE, 0], ["resources", "b"], ["resources"]):
        assert apply(read(TEXT), {"op": "set", "path": path, "yaml": source(path)}) == TEXT


def test_a_value_in_another_style_comes_with_its_comments() -> None:
    found = apply(read(TEXT), {"op": "set", "path": ["resources", "a", "properties", "value"], "yaml":
                               "# why\nk: 1  # one\nl:\n  - 'a'\n"})
    assert "      value:\n        # why\n        k: 1  # one\n        l:\n          - 'a'\n" in found
    text = "resources:\n  a:\n    type: X\n    metadata: {a: 1}  # kept\n"
    assert apply(read(text), {"op": "set", "path": META, "yaml": "# why\na: 2\n"}) == \
        "resources:\n  a:\n    type: X\n    metadata:  # kept\n      # why\n      a: 2\n"


def test_a_new_value_comes_with_its_comments() -> None:
    text = "resources:\n  a:\n    type: X\n"
    assert apply(read(text), {"op": "set", "path": META, "yaml": "a: 1  # one\n# two\nb: 2"}) == \
        text + "    metadata:\n      a: 1  # one\n      # two\n      b: 2\n"


def test_in_brackets_comments_of_a_block_have_no_place_and_the_value_is_right() -> None:
    found = apply(read(TEXT), {"op": "set", "path": ["resources", "b", "metadata"], "yaml": "# why\nk: 1\n"})
    assert "  b: {type: X, metadata: {k: 1}}\n" in found


def test_json_stays_json() -> None:
    text = '{"resources": {"a": {"type": "X", "metadata": {"a": 1}}}}\n'
    assert apply(read(text), {"op": "set", "path": META, "yaml": "{a: 2}"}) == text.replace("1", "2")
    assert apply(read(text), {"op": "set", "path": META, "yaml": '{"a":  2}'}) == text.replace(" 1", "  2")


def test_an_alias_of_an_anchor_elsewhere() -> None:
    text = "resources:\n  a: {type: X, metadata: &m [1]}\n  b:\n    metadata:\n      x: *m  # same\n      y: 1\n"
    path = ["resources", "b", "metadata"]
    assert typed(path, "y: 1", "y: 2\nz: *m", text) == text.replace("y: 1", "y: 2\n      z: *m")
    with pytest.raises(Refused, match="no YAML"):
        typed(path, "y: 1", "y: *gone", text)


@pytest.mark.parametrize("words", ["a: 1\n  b: 2", "a: [", "'x", "a: 1\n---\nb: 2"])
def test_what_is_no_yaml_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        apply(read(TEXT), {"op": "set", "path": META, "yaml": words})
