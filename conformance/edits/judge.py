"""Whether operations did what they should: the meaning, the lines that were not meant, and the way back."""

from __future__ import annotations

import random
import re
from typing import Any

from conformance.edits import oracle
from conformance.edits.heats import Lines, breaks_of, lines_of, load
from conformance.edits.operations import Case, random_case
from designer.edit import Plan, Refused, plan
from designer.syntax import Document, read
from designer.syntax.reread import reread
from designer.text import Edit, apply_edits

_SHARED = re.compile(r"(?:^|[\s\[{,-])[&*][\w.-]+")
ORDER = "the order is another"


class Outcome:
    """What came of one operation: `fault` says what is wrong, `refused` why it was not done; both None where it was."""

    def __init__(self, seed: str, operation: dict[str, Any], fault: str | None = None,
                 refused: str | None = None) -> None:
        self.seed = seed
        self.operation = operation
        self.fault = fault
        self.refused = refused

    def __repr__(self) -> str:
        return f"{self.seed}: {self.operation}: {self.fault or self.refused or 'done'}"


def operations_on(text: str, name: str, count: int, seed: int = 1) -> list[Outcome]:
    """Operations on a template, each on its own; fewer where it offers too little to do."""
    document = read(text)
    template = load(text)
    lines = Lines(document.text)
    outcomes: list[Outcome] = []
    for number in range(count * 20):
        case = random_case(template, random.Random(f"{seed} {name} {number}"))
        if case is not None:
            outcomes.append(judged(document, lines, case, f"{name} {number}"))
        if len(outcomes) == count:
            break
    return outcomes


def judged(document: Document, lines: Lines, case: Case, seed: str) -> Outcome:
    """One operation, tried."""
    try:
        step = plan(document, case.operation)
    except Refused as refused:
        return Outcome(seed, case.operation, refused=str(refused))
    except Exception as error:
        return Outcome(seed, case.operation, fault=f"{type(error).__name__}: {error}")
    return Outcome(seed, case.operation, fault=fault_of(document, lines, case, step))


def fault_of(document: Document, lines: Lines, case: Case, step: Plan) -> str | None:
    """What is wrong with a plan, None where nothing is."""
    text = step.applied()
    problem = misread(text, case)
    if problem is not None and not (problem == ORDER and (
            lines.doubled(list(case.ordered or ())) or "<<" in document.text)):
        return problem
    if apply_edits(text, step.inverse) != document.text:
        return "undone, it is not what it was"
    if not _stand_in(_unmeant(lines, case.operation), lines_of(text)):
        return "lines changed that were not meant"
    if len(breaks_of(document.text)) == 1 and breaks_of(text) > breaks_of(document.text):
        return "the line breaks are others"
    return None


def misread(text: str, case: Case) -> str | None:
    """How what Heat reads in a text differs from what an operation has to mean, None where it does not."""
    try:
        found = load(text)
    except ValueError as error:
        return f"it cannot be read: {error}"
    wanted = case.wanted if isinstance(case.wanted, tuple) else (case.wanted,)
    if not any(oracle.same(found, each) for each in wanted):
        return "it means something else"
    if case.ordered is not None and list(oracle.at(found, case.ordered)) != list(oracle.at(wanted[0], case.ordered)):
        return ORDER
    return None


def chain_on(text: str, name: str, length: int, seed: int = 1) -> list[Outcome]:
    """Operations one after the other, each on what the one before left; then all of them undone.

    The last outcome is that of the way back.
    """
    chance = random.Random(f"{seed} {name}")
    document = read(text)
    first = document.text
    undo: list[list[Edit]] = []
    outcomes: list[Outcome] = []
    for number in range(length * 3):
        template = load(document.text)
        case = random_case(template, chance) if isinstance(template, dict) and template else None
        if case is None or (case.operation["op"] == "unset" and len(case.operation["path"]) == 1):
            continue
        label = f"{name} chain {number}"
        try:
            step = plan(document, case.operation)
        except Refused as refused:
            outcomes.append(Outcome(label, case.operation, refused=str(refused)))
            continue
        edited = step.applied()
        outcomes.append(Outcome(label, case.operation, fault=misread(edited, case)))
        undo.append(step.inverse)
        document = reread(document, edited).document
        if len(undo) == length:
            break
    back = document.text
    for edits in reversed(undo):
        back = apply_edits(back, edits)
    outcomes.append(Outcome(name, {"op": "undo all"}, fault=None if back == first else "undone, it is not what it was"))
    return outcomes


def _stand_in(lines: list[str], text: list[str]) -> bool:
    """Whether lines stand in a text, unchanged and in order."""
    rest = iter(text)
    return all(line in rest for line in lines)


def _unmeant(lines: Lines, operation: dict[str, Any]) -> list[str]:
    meant = _meant(lines, operation)
    # where something goes or moves, blank lines go with it
    if _SHARED.search(lines.text):
        # one of several places that share a text gets one of its own, or the others do
        meant |= {number for number, line in enumerate(lines.lines) if _SHARED.search(line)}
    blank = operation["op"] in ("unset", "move", "remove", "remove_resource", "inline_parameter", "disconnect")
    return [line for number, line in enumerate(lines.lines) if number not in meant and (line.strip() or not blank)]


def _meant(lines: Lines, operation: dict[str, Any]) -> set[int]:
    """The numbers of the lines that an operation may change: those of what it is about, and of what names that."""
    kind = operation["op"]
    if kind in ("set", "insert", "rename_key"):
        return _at(lines, operation["path"])
    if kind == "unset":
        return _gone(lines, operation["path"])
    if kind == "move":
        return _gone(lines, operation["path"]) | _into(lines, [*operation["path"][:-1], "*"])
    if kind == "extract_parameter":
        return _at(lines, operation["path"]) | _into(lines, ["parameters", operation["name"]])
    if kind in ("add_resource", "add", "paste", "duplicate", "duplicate_resource"):
        return _into(lines, [operation.get("section", "resources"), "*"])
    if kind in ("group", "add_group", "remove_group", "rename_group"):
        return _at(lines, ["parameter_groups"]) | _gone(lines, ["parameter_groups"])
    if kind in ("connect", "disconnect"):
        source = ["resources", operation["from"]]
        if kind == "connect" and operation.get("property"):
            return _at(lines, [*source, "properties", *operation["property"]])
        return _at(lines, [*source, "depends_on"]) if kind == "connect" else _gone(lines, source)
    name = operation["name"]
    path = [operation.get("section", "parameters" if kind == "inline_parameter" else "resources"), name]
    naming = {number for number, line in enumerate(lines.lines) if _names(line, name)}
    if kind == "rename":
        return naming
    if kind == "change_type":
        return _at(lines, [*path, "type"])
    if kind == "inline_parameter":
        # the key above a call in lines of its own takes the value
        return _gone(lines, path) | naming | {number - 1 for number in naming} | _gone(lines, ["parameter_groups"])
    return _gone(lines, path) | _naming(lines, name)


def _names(line: str, name: str) -> bool:
    """Whether a line may name something; what is written with escapes may hold any name."""
    return name in line or "\\" in line or "'" in name or '"' in name


def _span(first: int, last: int) -> set[int]:
    return set(range(first, last + 1))


def _at(lines: Lines, path: list[Any]) -> set[int]:
    """The lines of a value that is set; where there is none yet, what has to open up for it."""
    place = lines.place(path)
    return _span(place.first, place.last) if place is not None else _into(lines, path)


def _into(lines: Lines, path: list[Any]) -> set[int]:
    """The lines that change when something new is put at a path: none, but in brackets, or where there was nothing."""
    for depth in range(len(path) - 1, -1, -1):
        place = lines.place(path[:depth])
        if place is None:
            continue
        if place.flow or place.empty:
            return _span(place.first, place.last)
        # the first behind a dash gives its place away; a literal text that ends the file closes its last line
        first = {place.items[0].first if place.items else place.keys[0][1].first}
        literal = {number for number, line in enumerate(lines.lines) if line.rstrip().endswith(("|", ">"))}
        return first | (literal if not lines.text.endswith(("\n", "\r")) else set())
    return set()


def _gone(lines: Lines, path: list[Any]) -> set[int]:
    """The lines of what goes, with its comments, and with all that is left empty by that."""
    found: set[int] = set()
    if not lines.places(path):
        # inside what an alias repeats
        near = next((each for depth in range(len(path), 0, -1) for each in [lines.place(path[:depth])] if each), None)
        return _span(near.first, near.last) if near is not None else found
    for place in lines.places(path):
        found |= _span(*_around(lines, place.first, place.last))
    holder = lines.place(path[:-1]) if path else None
    if holder is None or not found:
        return found
    if holder.flow:
        found |= _span(holder.first, holder.last)
    if len(path) > 1 and len(holder.keys) + len(holder.items) <= max(len(lines.places(path)), 1):
        return found | _gone(lines, path[:-1])
    # the first behind a dash hands its place on to the next
    children = [key.first for _, key, _ in holder.keys] or [lines.dash(holder, at) for at in range(len(holder.items))]
    return found | ({children[1]} if len(children) > 1 and children[0] in found else set())


def _around(lines: Lines, first: int, last: int) -> tuple[int, int]:
    """Lines with the comments and blank lines around them."""
    while first > 0 and lines.lines[first - 1].strip()[:1] in ("", "#"):
        first -= 1
    while last + 1 < len(lines.lines) and lines.lines[last + 1].strip()[:1] in ("", "#"):
        last += 1
    return first, last


def _naming(lines: Lines, name: str) -> set[int]:
    """The lines of the entries in which a name stands: what refers to it there goes with all that it leaves empty."""
    found: set[int] = set()
    for section, key, node in lines.root.keys if lines.root is not None else ():
        for inner, start, value in node.keys:
            last = max(value.last, start.first)
            # what an alias repeats may name it, too
            if any(_names(line, name) or _SHARED.search(line) for line in lines.lines[start.first:last + 1]):
                found |= _span(*_around(lines, start.first, last))
                found |= _gone(lines, [section, inner]) if section == "outputs" else set()
        if found >= _span(key.first + 1, node.last):
            found |= _span(*_around(lines, key.first, node.last))
    return found
