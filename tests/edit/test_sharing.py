"""Changing one of several places that aliases make share one text."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.edits.heats import load
from designer.edit import plan
from designer.syntax import read
from designer.text import apply_edits


def edited(text: str, operation: dict[str, Any]) -> str:
    step = plan(read(text), operation)
    return step.applied()


def test_an_alias_on_the_way_is_written_out() -> None:
    text = "resources:\n  a: {type: X, metadata: &m {x: 1, y: 2}}\n  b:\n    type: X\n    metadata: *m  # same\n"
    found = load(edited(text, {"op": "set", "path": ["resources", "b", "metadata", "x"], "value": 3}))
    assert found["resources"]["a"]["metadata"] == {"x": 1, "y": 2}
    assert found["resources"]["b"]["metadata"] == {"x": 3, "y": 2}


def test_an_anchor_is_handed_on() -> None:
    text = """\
resources:
  a:
    type: X
    metadata: &list
      - one
      - two
  b:
    type: X
    metadata: *list
  c:
    type: X
    metadata: *list
"""
    assert edited(text, {"op": "set", "path": ["resources", "a", "metadata", 0], "value": "new"}) == """\
resources:
  a:
    type: X
    metadata:
      - new
      - two
  b:
    type: X
    metadata: &list
      - one
      - two
  c:
    type: X
    metadata: *list
"""


def test_what_goes_leaves_its_anchor_to_the_next() -> None:
    text = "resources:\n  a: {type: X, metadata: &m [1]}\n  b: {type: X, metadata: *m}\n  c: {type: X, metadata: *m}\n"
    assert edited(text, {"op": "remove_resource", "name": "a"}) == \
        "resources:\n  b: {type: X, metadata: &m [1]}\n  c: {type: X, metadata: *m}\n"


MERGED = """\
resources:
  a: &a
    type: X
    metadata: {m: 1}
  b:
    <<: *a  # as a
    description: b
"""


@pytest.mark.parametrize(("operation", "a", "b"), [
    ({"op": "set", "path": ["resources", "a", "type"], "value": "Y"}, {"type": "Y", "metadata": {"m": 1}},
     {"type": "X", "metadata": {"m": 1}, "description": "b"}),
    ({"op": "set", "path": ["resources", "b", "metadata", "m"], "value": 2}, {"type": "X", "metadata": {"m": 1}},
     {"type": "X", "metadata": {"m": 2}, "description": "b"}),
    ({"op": "unset", "path": ["resources", "b", "metadata"]}, {"type": "X", "metadata": {"m": 1}},
     {"type": "X", "description": "b"}),
    ({"op": "set", "path": ["resources", "b", "type"], "value": "Z"}, {"type": "X", "metadata": {"m": 1}},
     {"type": "Z", "metadata": {"m": 1}, "description": "b"}),
    ({"op": "remove_resource", "name": "a"}, None, {"type": "X", "metadata": {"m": 1}, "description": "b"}),
])
def test_merge_keys(operation: dict[str, Any], a: Any, b: Any) -> None:
    found = load(edited(MERGED, operation))["resources"]
    assert found.get("a") == a and found["b"] == b


def test_what_needs_nothing_written_out_stays_shared() -> None:
    text = edited(MERGED, {"op": "set", "path": ["resources", "b", "description"], "value": "new"})
    assert text == MERGED.replace("description: b", "description: new")
    text = edited(MERGED, {"op": "rename", "section": "resources", "name": "a", "to": "first"})
    assert text == MERGED.replace("  a: &a", "  first: &a")


def test_all_of_it_can_be_taken_back() -> None:
    document = read(MERGED)
    step = plan(document, {"op": "remove_resource", "name": "a"})
    assert apply_edits(step.applied(), step.inverse) == MERGED


def test_an_anchor_that_nothing_repeats_is_not_written_twice() -> None:
    text = "resources:\n  a:\n    type: X\n    metadata: &m [1]\n"
    found = load(edited(text, {"op": "duplicate_resource", "name": "a"}))["resources"]
    assert found["a_2"] == found["a"]


def test_what_is_moved_inside_an_alias_moves_there_alone() -> None:
    text = "resources:\n  a:\n    metadata: &m\n      x: {p: 1, q: 2}\n  b:\n    metadata: *m\n"
    after = edited(text, {"op": "move", "path": ["resources", "b", "metadata", "x", "q"], "to": 0})
    assert after.startswith("resources:\n  a:\n    metadata: &m\n      x: {p: 1, q: 2}\n")
    assert list(load(after)["resources"]["b"]["metadata"]["x"]) == ["q", "p"]
