"""What a field shows of a value, typed again, is the same value: in every way of writing a template."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.edits.heats import load
from designer.analysis import analyse
from designer.assist.form_fields import field
from designer.assist.form_ground import Form, node_at
from designer.assist.form_places import schema_at
from designer.edit import apply
from tests.edit.styles import STYLES

TYPED = (
    "false", "0", "", "null", "yes", "0123", "1e3", "=", "😀 é", "x" * 3000, "a\nb  \n\n", "  lead\n trail  ", "~", "y",
    "1:30", ".5", "- a", "# c", "a: b", "{a: 1}", "[x", "*x", "&x", "!x", "%x", "'q'", '"q"', "'q", "\ttab", " true ",
    "2021-04-16", "<<", "|", "1.10", "inf", "NaN", "1e400", "x\n---\ny\n", "#!/bin/sh\n# c\n\necho\n\n\n", "\n", " ",
    "\u2028", "\x85", "\ufeffx", "\x00", "a\\n")
TEXT = "heat_template_version: 2018-08-31\nresources:\n  r:\n    type: OS::Heat::Value\n    metadata: {a: x}\n"


def value_at(text: str, path: list[Any]) -> Any:
    found = load(text)
    for step in path:
        found = found[step]
    return found


@pytest.mark.parametrize("typed", TYPED)
def test_typed_again(typed: str) -> None:
    path = ["resources", "r", "metadata", "new"]
    once = apply(analyse(TEXT), {"op": "insert", "path": path, "text": typed})
    analysis = analyse(once)
    schema = schema_at(analysis, tuple(path))
    assert schema is not None
    shown = field(Form(analysis, tuple(path)), schema, tuple(path), node_at(analysis, path))
    if shown["state"] == "open" or shown["control"] in ("map", "entries", "list"):
        return  # nothing to type over, or fields of their own
    how = "yaml" if shown["control"] == "source" else "text"
    assert apply(analysis, {"op": "set", "path": path, how: shown["text"]}) == once


@pytest.mark.parametrize("style", STYLES)
def test_a_text_is_what_was_typed(style: str) -> None:
    document = analyse(STYLES[style])
    for typed in TYPED:
        path: list[Any] = ["description"]
        assert value_at(apply(document, {"op": "set", "path": path, "text": typed}), path) == typed
        path = ["resources", next(iter((load(STYLES[style]) or {}).get("resources") or ["new"])), "description"]
        assert value_at(apply(document, {"op": "set", "path": path, "text": typed}), path) == typed
