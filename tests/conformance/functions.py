"""Holds our answers to expressions against those of Heat itself.

    python tests/conformance/functions.py CASES.jsonl ANSWERS.jsonl [--show N]

CASES are expressions, a JSON object a line: `version`, `expression` and if need be `id`, `parameters`, `conditions`,
`files`, `as`. ANSWERS are Heat's, in the same order: `stage` is `ok` with `value`, or says where Heat refused.
Prints how many are the same, and the kinds of difference; ends with 1 where fewer than 99.5% are.
"""

from __future__ import annotations

import collections
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LEAST = 99.5

KINDS = {type(None): "null", bool: "bool", int: "int", float: "float", str: "str", list: "list", dict: "map"}


def same(ours: Any, theirs: Any) -> bool:
    """Whether two JSON values are the same, type by type: 1, 1.0 and true are three values."""
    if type(ours) is not type(theirs):
        return False
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(same(a, b) for a, b in zip(ours, theirs, strict=True))
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    return bool(ours == theirs)


def difference(ours: dict[str, Any], theirs: dict[str, Any]) -> str | None:
    """What kind of difference there is between two answers, None where there is none."""
    accepted = theirs["stage"] == "ok"
    if ours["ok"] != accepted:
        if ours["ok"]:
            return f"we accept, Heat refuses ({theirs['stage']})"
        return f"we refuse ({ours['code']}), Heat accepts"
    if not accepted:
        return None
    value = json.loads(json.dumps(ours["value"]))
    if isinstance(value, dict) and "placeholder" in value and theirs["value"] is None:
        return None
    if same(value, theirs["value"]):
        return None
    return "a placeholder where Heat has a value" if '"placeholder"' in json.dumps(value) else "another value"


def compare(cases: list[dict[str, Any]], answers: list[dict[str, Any]], show: int = 0) -> float:
    """How many of a hundred answers are the same; the kinds of difference are printed."""
    from designer.cli.cases import answer

    kinds: collections.Counter[str] = collections.Counter()
    for case, theirs in zip(cases, answers, strict=True):
        ours = answer(case)
        kind = difference(ours, theirs)
        if kind is None:
            continue
        kinds[kind] += 1
        if kinds[kind] <= show:
            print(json.dumps({"kind": kind, "case": case, "ours": ours, "heat": theirs}))
    alike = len(cases) - sum(kinds.values())
    share = 100 * alike / len(cases) if cases else 100.0
    print(f"{alike} of {len(cases)} the same: {share:.2f}%")
    for kind, count in kinds.most_common():
        print(f"  {count:5}  {kind}")
    return share


def main(argv: list[str]) -> int:
    show = int(argv[argv.index("--show") + 1]) if "--show" in argv else 0
    cases, answers = ([json.loads(line) for line in Path(name).read_text().splitlines()] for name in argv[:2])
    return 0 if compare(cases, answers, show) >= LEAST else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
