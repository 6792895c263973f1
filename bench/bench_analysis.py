"""What reading, judging and graphing costs, beside a bare `yaml.compose` of the same text in the same run."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from designer.analysis import analyse
from designer.syntax import read
from designer.syntax.reread import reread

ROOT = Path(__file__).parents[1]
RUNS = 7


def run() -> list[tuple[str, float, str, str]]:
    """Ratios at 1,000 and 10,000 resources, medians over runs taken in turn, and the peak of memory."""
    figures: list[tuple[str, float, str, str]] = []
    texts = {size: _template(size) for size in (100, 1_000, 10_000)}
    for size, text in texts.items():
        runs = RUNS if size < 5_000 else 3
        bare, whole, again = [], [], []
        for _ in range(runs):
            bare.append(_timed(lambda text=text: yaml.compose(text, yaml.CSafeLoader)))
            whole.append(_timed(lambda text=text: analyse(text)))
            document, changed = read(text), text.replace("    type:", "    type: ", 1)
            again.append(_timed(lambda document=document, changed=changed: reread(document, changed)))
        figures += [
            (f"yaml.compose, {size} resources", 1000 * _median(bare), "ms", "C loader"),
            (f"diagnostics and graph, {size} resources", 1000 * _median(whole), "ms", ""),
            (f"the same, against yaml.compose, {size}", _median([b / a for a, b in zip(bare, whole, strict=True)]),
             "times", "at most 3 at 1,000; the median of runs taken in turn"),
            (f"reading again after one edit, {size}", 1000 * _median(again), "ms", "")]
    figures.append(("10,000 resources against 1,000", _growth(texts), "times", "at most 11; runs taken in turn"))
    figures += [(f"peak memory, {size} resources", _peak(text), "MB", "a process of its own")
                for size, text in texts.items()]
    return figures


def _growth(texts: dict[int, str]) -> float:
    """How much more ten times the resources cost: each large run stands between small ones of the same moment."""
    ratios = []
    for _ in range(5):
        small = [_timed(lambda: analyse(texts[1_000])) for _ in range(2)]
        large = _timed(lambda: analyse(texts[10_000]))
        small += [_timed(lambda: analyse(texts[1_000])) for _ in range(2)]
        ratios.append(large / _median(small))
    return _median(ratios)


def _template(size: int) -> str:
    done = subprocess.run([sys.executable, str(ROOT / "bench" / "generate.py"), str(size)], check=True,
                          capture_output=True, text=True)
    return done.stdout


def _timed(act: Any) -> float:
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    result = act()
    spent = time.perf_counter() - started
    gc.enable()
    del result
    return spent


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _peak(text: str) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(text)
        file.flush()
        # what getrusage says of a child begins with the size of the process that started it
        script = ("import sys\nfrom designer.analysis import analyse\nanalyse(open(sys.argv[1]).read())\n"
                  "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))")
        done = subprocess.run([sys.executable, "-c", script, file.name], check=True, capture_output=True, text=True,
                              cwd=ROOT)
    return int(done.stdout) / 1024
