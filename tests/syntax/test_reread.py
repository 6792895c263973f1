"""Reading again after an edit gives what reading the whole text gives."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from designer.syntax import Mapping, read
from designer.syntax.copying import copy_of
from designer.syntax.nodes import Node, Scalar, Sequence
from designer.syntax.reread import reread

BASE = """\
heat_template_version: 2018-08-31
# what it is
description: |
  two lines
  of it
parameters:
  flavor: {type: string}

resources:
  # the net
  net:
    type: OS::Neutron::Net
  server:   # one
    type: OS::Nova::Server
    properties:
      user_data: |
        #!/bin/sh
        echo hi

      networks:
      - network: {get_resource: net}
  last:
    type: x
outputs:
  ip:
    value: 'it''s
      long'
"""


def told(node: Node | None) -> Any:
    """A node with all places, so that two documents can be compared."""
    if node is None:
        return None
    place = (node.start, node.end, node.path())
    if isinstance(node, Mapping):
        return place, [(told(key), told(value)) for key, value in node.entries], sorted(node.index)
    if isinstance(node, Sequence):
        return place, [told(item) for item in node.items]
    assert isinstance(node, Scalar)
    return place, repr(node.value), node.style


def check(old: str, new: str) -> bool:
    """Compare, and say whether less than the whole text was read."""
    again = reread(read(old), new)
    whole = read(new)
    assert told(again.document.root) == told(whole.root)
    assert again.document.text == new

    def places(document: Any) -> Any:
        return sorted((f.code, f.place.start, f.place.end) for f in document.findings)

    assert places(again.document) == places(whole)
    return again.section is not None


@pytest.mark.parametrize(("old", "new", "section"), [
    ("    type: OS::Neutron::Net\n", "    type: OS::Neutron::Net\n    properties: {name: n}\n", "resources"),
    ("    type: x\n", "    type: xy\n", "resources"),
    ("  last:\n    type: x\n", "  last:\n    type: x\n  more:\n    type: y\n", "resources"),
    ("  last:\n    type: x\n", "", "resources"),
    ("  net:\n    type: OS::Neutron::Net\n", "", "resources"),
    ("flavor: {type: string}", "flavour: {type: string}", "parameters"),
    ("        echo hi\n", "        echo hi there\n", "resources"),
    ("      long'\n", "      longer'\n", "outputs"),
])
def test_an_edit_inside_a_section_reads_only_what_it_touches(old: str, new: str, section: str) -> None:
    assert old in BASE
    again = reread(read(BASE), BASE.replace(old, new, 1))
    assert again.section == section
    assert check(BASE, BASE.replace(old, new, 1))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(BASE)), st.integers(0, 30),
       st.sampled_from(["", " ", "\n", "x", ":", "  ", "\n  a:\n    b: 1\n", "- ", "#", "'", "|", "{", "[", "&a ",
                        "*a", "\t", "---\n", "\n\n", "  last:\n", "é😀",
                        "%", "? ", "<<: "]))
@example(BASE.index("  - network: {get_resource:"), 27, "? ")  # a key without a value ends where the next entry begins
def test_any_edit_reads_as_the_whole_text(at: int, length: int, text: str) -> None:
    check(BASE, BASE[:at] + text + BASE[at + length:])


def test_edits_one_after_the_other() -> None:
    rng = random.Random(7)
    document = read(BASE)
    text = BASE
    for _ in range(300):
        at = rng.randrange(len(text))
        new = text[:at] + rng.choice(["a", "\n", " ", "b: 1", "", "\n    c: d"]) + text[at + rng.choice([0, 0, 1, 2]):]
        again = reread(document, new)
        assert told(again.document.root) == told(read(new).root)
        document, text = again.document, new
        if document.root is None:
            document, text = read(BASE), BASE


CORPUS = Path(os.environ.get("HOT_DESIGNER_CORPUS") or Path(__file__).parents[2] / ".." / "shared" / "corpus")


def test_edits_of_real_templates() -> None:
    cases = CORPUS / "cases.txt"
    names = cases.read_text().split() if cases.exists() else []
    rng = random.Random(3)
    for name in names[::5]:
        text = (CORPUS / "templates" / name).read_text()
        at = rng.randrange(len(text))
        check(text, text[:at] + rng.choice(["x", "\n", "", ": ", "  "]) + text[at + rng.choice([0, 1, 9]):])


LONG = BASE + "".join(f"  o{at}:\n    value: [{at}, {{a: b}}]\n" for at in range(300))


@pytest.mark.parametrize("text", [
    BASE, LONG, "", "a: b\n", "- a\n- b\n", "{resources: {a: {type: x}}}", '{"resources": {"a": {"type": "x"}}}',
    "resources:\n  a: {type: x, type: y}\n  a: 1\n  b: [1, {c: d}]\n", "resources: {a: {type: x}}\noutputs:\n",
    "resources:\n  a:\n    <<: {type: x}\n    b: 1\n  '<<': {c: {type: z}}\n"])
def test_a_copy_is_read_on_from_and_the_first_stays(text: str) -> None:
    first = read(text)
    again = reread(first, text.replace("server", "servers")).document  # which may stand on shelves
    before = told(again.root)
    made = copy_of(again)
    assert made is not None
    new = again.text.replace("type: x", "type: other").replace("a: b", "a: bb", 1)
    assert told(reread(made, new).document.root) == told(read(new).root)
    assert told(again.root) == before
    whole = copy_of(again)
    assert whole is not None and told(whole.root) == before


def test_what_aliases_repeat_is_not_copied() -> None:
    assert copy_of(read("a: &x {b: 1}\nc: *x\n")) is None
