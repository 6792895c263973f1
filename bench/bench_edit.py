"""What an edit costs: the plan, the new text, and the analysis of it; at 10,000 resources against 1,000.

Times are the processor's: what else runs on the machine counts for nothing.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from designer.analysis import Analysis, analyse
from designer.edit import plan
from designer.reanalysis import reanalyse

ROOT = Path(__file__).parents[1]
RUNS = 7
SIZES = (100, 1_000, 10_000)


def run() -> list[tuple[str, float, str, str]]:
    """The medians of each kind of edit at each size, plan and analysis apart, and how they grow."""
    analyses = {size: analyse(_template(size)) for size in SIZES}
    spent: dict[tuple[str, int], list[tuple[float, float]]] = {}
    gc.disable()  # a collection costs what the whole template is large, whoever sets it off
    for number in range(RUNS):
        for size in SIZES:  # in turn: what slows the machine for a moment slows all
            for kind, operation in _operations(analyses[size], number).items():
                analyses[size], figures = _timed(analyses[size], operation)
                spent.setdefault((kind, size), []).append(figures)
    gc.enable()
    rows: list[tuple[str, float, str, str]] = []
    for kind in dict.fromkeys(kind for kind, _ in spent):
        for size in SIZES:
            planned = _median([each for each, _ in spent[kind, size]])
            whole = _median([one + other for one, other in spent[kind, size]])
            rows.append((f"{kind}, {size} resources", 1000 * whole, "ms",
                         f"of which the plan and the new text {1000 * planned:.2f}"))
        plans = _median([large[0] / small[0] for small, large in _pairs(spent, kind)])
        rows.append((f"{kind}, 10,000 resources against 1,000",
                     _median([sum(large) / sum(small) for small, large in _pairs(spent, kind)]), "times",
                     f"at most 3; of the plan and the new text alone {plans:.2f}"))
    return rows


def _operations(analysis: Analysis, number: int) -> dict[str, dict[str, Any]]:
    """One operation of each kind, in the middle of the template; they leave it about as it was."""
    assert analysis.template is not None and analysis.graph is not None
    names = [name for name, each in analysis.template.resources.items() if each.type == "OS::Nova::Server"]
    server, other = names[len(names) // 2], names[len(names) // 2 + 1]
    path = ["resources", server, "properties", "name"]
    operations: dict[str, dict[str, Any]] = {
        "set": {"op": "set", "path": path, "value": f"name {number}"},
        "set in the text's first resource": {"op": "set", "path": ["resources", next(iter(analysis.template.resources)),
                                                                   "metadata"], "value": {"n": number}},
        "rename": {"op": "rename", "section": "resources", "name": server,
                   "to": f"{server.partition('__')[0]}__{number}"},
        "add": {"op": "add_resource", "name": f"new{number}", "type": "OS::Nova::Server", "after": other,
                "properties": {"flavor": "m1.small", "image": "cirros"}},
        "connect": {"op": "connect", "from": other, "to": f"new{number}"},
        "disconnect": {"op": "disconnect", "from": other, "to": f"new{number}"},
        "remove": {"op": "remove_resource", "name": f"new{number}"},
    }
    return operations


def _timed(analysis: Analysis, operation: dict[str, Any]) -> tuple[Analysis, tuple[float, float]]:
    started = time.process_time()
    text = plan(analysis, operation).applied()
    planned = time.process_time()
    after = reanalyse(analysis, text)
    done = time.process_time()
    return after, (planned - started, done - planned)


def _pairs(spent: dict[tuple[str, int], list[tuple[float, float]]], kind: str) -> list[tuple[
        tuple[float, float], tuple[float, float]]]:
    """The runs of the same moment at 1,000 and at 10,000 resources."""
    return list(zip(spent[kind, 1_000], spent[kind, 10_000], strict=True))


def _template(size: int) -> str:
    done = subprocess.run([sys.executable, str(ROOT / "bench" / "generate.py"), str(size)], check=True,
                          capture_output=True, text=True)
    return done.stdout


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
