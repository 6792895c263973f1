"""Operations from a stranger, on templates of any shape: done as meant or Refused, and nothing else."""

from __future__ import annotations

import random
from typing import Any

import pytest

from designer.edit import Refused, operation_names, plan
from designer.edit.operation import FIELD
from designer.syntax import read
from designer.text import apply_edits
from tests.edit.styles import STYLES

BROKEN = {
    "list": "- a\n- b\n", "scalar": "hello", "syntax": "a: [", "twice": "resources:\n  a: {type: X}\n  a: {type: Y}\n",
    "numbers": "1: 2\nresources:\n  3: {type: X, properties: {4: {get_resource: 3}}}\n", "null-keys": "? \n: 1\n",
    "wrong": "resources: [1, {a: b}]\nparameters: text\noutputs: 7\nparameter_groups: {a: b}\nconditions: [x]\n",
    "inside": "resources:\n  a: text\n  b: [1]\n  c:\n  d: {type: [], depends_on: {x: y}, properties: 1}\n"
              "  e: {condition: {}}\n"
              "parameter_groups:\n- 1\n- {label: [x], parameters: p}\n- parameters: [[p], {q: r}, null]\n",
    "deep": "a: " + "[" * 60 + "]" * 60, "controls": "resources:\n  a: {type: \"\\u0000\\e[2J\"}\n",
}
COUNT = 60
TEXTS = [*STYLES.values(), *BROKEN.values()]
NAMES = ["a", "b", "d", "net", "port", "server", "flavor", "key", "big", "address", "", "x" * 300, "\u0000", "é\n", "3"]
ODD: list[Any] = [None, True, 0, -1, 2.5, 10**400, float("inf"), "get_param: [", "{a: b", "\ud800", b"x", {1}]
PARTS: list[Any] = ["resources", "parameters", "parameter_groups", "outputs", "conditions", "properties", "networks",
                    "type", "depends_on", 0, 1, 7, -1, True, None, 1.5, *NAMES]


def junk(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(9 if depth < 3 else 6)
    if kind < 3:
        return chance.choice(NAMES)
    if kind < 6:
        return chance.choice(ODD)
    if kind < 8:
        return [junk(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(PARTS): junk(chance, depth + 1) for _ in range(chance.randrange(4))}


def fitting(kind: str, chance: random.Random) -> Any:
    if kind == "path":
        return [chance.choice(PARTS) for _ in range(chance.randrange(1, 6))]
    return {"name": lambda: chance.choice(NAMES), "text": lambda: str(junk(chance)),
            "flag": lambda: chance.random() < 0.5, "index": lambda: chance.randrange(4),
            "names": lambda: chance.choices(NAMES, k=2),
            "section": lambda: chance.choice(["resources", "parameters", "conditions", "outputs"]),
            "map": lambda: {"a": junk(chance)}, "property": lambda: fitting("path", chance),
            "value": lambda: junk(chance)}[kind]()


@pytest.mark.parametrize("name", operation_names())
def test_nothing_but_refused(name: str) -> None:
    module = __import__("designer.edit.intents." + name, fromlist=["FIELDS"])
    for number in range(COUNT):
        chance = random.Random(f"{name} {number}")
        operation = {"op": name}
        for key, kind in module.FIELDS.items():
            if not kind.endswith("?") or chance.random() < 0.5:
                operation[key] = junk(chance) if chance.random() < 0.05 else fitting(kind.rstrip("?"), chance)
        text = chance.choice(TEXTS)
        try:
            step = plan(read(text), operation)
        except Refused as refused:
            assert str(refused).isprintable()
            continue
        after = step.applied()
        assert apply_edits(after, step.inverse) == read(text).text, operation
        assert read(after).root is not None or not after.strip()


@pytest.mark.parametrize("kind", FIELD)
def test_every_kind_of_field_is_tried(kind: str) -> None:
    fitting(kind, random.Random(1))
