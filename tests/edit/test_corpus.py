"""Random operations on real templates: what they mean, what they leave alone, and the way back.

HOT_DESIGNER_CORPUS, or ../shared/corpus beside the project. HOT_DESIGNER_CORPUS_ALL=1 takes every template with 20
operations each, and chains of operations; without it a sample is taken.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from designer.edit import Refused, plan
from designer.syntax import Document, Mapping, Node, Sequence, read
from designer.syntax.reread import reread
from designer.text import Edit, apply_edits
from tests.edit import oracle
from tests.edit.operations import Case, random_case

CORPUS = Path(os.environ.get("HOT_DESIGNER_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus")
ALL = bool(os.environ.get("HOT_DESIGNER_CORPUS_ALL"))
EACH = 20
# Reasons that are right: the text says one thing in several places at once.
ALIASED = ("alias", "repeats what is written elsewhere", "merge key")


def names() -> list[str]:
    cases = CORPUS / "cases.txt"
    found = cases.read_text().split() if cases.exists() else []
    return found if ALL else found[::31]


pytestmark = pytest.mark.skipif(not names(), reason="no corpus at hand")


def document_of(name: str) -> Document | None:
    document = read((CORPUS / "templates" / name).read_bytes())
    return document if isinstance(document.root, Mapping) else None


def reads_as_meant(text: str, case: Case) -> bool:
    root = read(text).root
    found = root.plain() if root is not None else {}
    found = {} if found is None else found
    wanted = case.wanted if isinstance(case.wanted, tuple) else (case.wanted,)
    if case.ordered is not None and list(oracle.at(found, case.ordered)) != list(oracle.at(wanted[0], case.ordered)):
        return False
    return any(oracle.same(found, each) for each in wanted)


def run(document: Document, case: Case, seed: str) -> str | None:
    """The new text, None where the operation was refused for a right reason."""
    try:
        step = plan(document, case.operation)
    except Refused as refused:
        assert document.aliases and any(word in str(refused) for word in ALIASED), (seed, case.operation, str(refused))
        return None
    text = step.applied()
    assert reads_as_meant(text, case), (seed, case.operation, step.edits)
    assert apply_edits(text, step.inverse) == document.text, (seed, case.operation)
    meant = _meant(document, case.operation)
    before = [line for number, line in enumerate(document.text.split("\n"), 1) if number not in meant]
    assert _stand_in(before, text.split("\n")), (seed, case.operation, step.edits)
    return text


@pytest.mark.parametrize("name", names())
def test_each_operation_does_what_it_means_and_nothing_else(name: str) -> None:
    document = document_of(name)
    if document is None:
        return
    template = document.root.plain()  # type: ignore[union-attr]
    done = 0
    for number in range(EACH * 20):
        case = random_case(template, random.Random(f"{name} {number}"))
        if case is not None:
            run(document, case, f"{name} {number}")
            done += 1
        if done == EACH:
            break
    assert done == EACH


@pytest.mark.parametrize("name", names()[::1 if ALL else 3])
def test_a_chain_of_operations_can_be_taken_back(name: str) -> None:
    document = document_of(name)
    if document is None:
        return
    chance = random.Random(name)
    first = document.text
    undo: list[list[Edit]] = []
    while len(undo) < 12:
        assert document.root is not None
        template = document.root.plain()
        case = random_case(template, chance) if isinstance(template, dict) and template else None
        if not isinstance(template, dict) or not template:
            break
        if case is None or (case.operation["op"] == "unset" and len(case.operation["path"]) == 1):
            continue
        try:
            step = plan(document, case.operation)
        except Refused:
            undo.append([])
            continue
        undo.append(step.inverse)
        text = step.applied()
        assert reads_as_meant(text, case), (name, case.operation)
        document = reread(document, text).document
    text = document.text
    for edits in reversed(undo):
        text = apply_edits(text, edits)
    assert text == first


def _stand_in(lines: list[str], text: list[str]) -> bool:
    """Whether lines stand in a text, unchanged and in order."""
    rest = iter(text)
    return all(line in rest for line in lines)


def _meant(document: Document, operation: dict[str, Any]) -> set[int]:
    """The lines of what an operation is about, and of whatever may name what it renames or removes."""
    kind = operation["op"]
    if kind in ("set", "unset", "insert"):
        return _lines_at(document, operation["path"])
    if kind == "move":
        return _lines_at(document, operation["path"][:-1])
    if kind in ("connect", "disconnect"):
        return _lines_at(document, ["resources", operation["from"]])
    if kind in ("add_resource", "add", "duplicate_resource"):
        return _lines_at(document, [operation.get("section", "resources")])
    name = operation["name"]
    return _lines_at(document, [operation.get("section", "resources"), name]) | _naming(document, name)


def _lines_at(document: Document, path: list[Any]) -> set[int]:
    """The lines of the entry at a path, or of the nearest there is around it, with the comments at their sides."""
    node: Node | None = document.root
    found = (0, len(document.text))
    for step in path:
        if isinstance(node, Mapping) and step in node.index:
            key = node.key(step)
            assert key is not None
            node = node.index[step]
            found = (min(key.start, node.start), max(node.end, key.end))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            found = (node.start, node.end)
        else:
            break
    # what is left empty may go too, with its key; and what stands behind a dash hands the dash on
    alone = node.parent if node is not None else None
    if alone is not None and len(path) > 1 and (
            len(getattr(alone, "entries", getattr(alone, "items", ()))) == 1
            or document.text[document.text.rfind("\n", 0, found[0]) + 1:found[0]].strip(" ")):
        return _lines_at(document, path[:-1])
    return _lines(document, *found)


def _lines(document: Document, start: int, end: int) -> set[int]:
    lines = document.lines
    first, last = lines.position(start)[0], lines.position(end)[0]
    while first > 1 and lines.line(first - 1).strip()[:1] in ("", "#", "-"):
        first -= 1
    while last < len(lines) and lines.line(last + 1).strip()[:1] in ("", "#"):
        last += 1
    return set(range(first, last + 1))


def _naming(document: Document, name: str) -> set[int]:
    """The lines of the entries in which a name stands, and of a section that consists of such entries."""
    found: set[int] = set()
    for key, section in document.root.entries:  # type: ignore[union-attr]
        if not isinstance(section, Mapping):
            found |= _lines(document, section.start, section.end)
            continue
        naming = [pair for pair in section.entries if name in document.text[pair[0].start:pair[1].end]]
        for inner, value in naming:
            found |= _lines(document, inner.start, value.end)
        if len(naming) == len(section.entries):
            found |= _lines(document, key.start, section.end)
    return found
