"""Runs every `bench/bench_*.py` and prints their figures as one table.

    python bench/run.py [NAME...]        (`validate` for bench_validate.py; none: all)

A benchmark module has `run()`, which yields a list of rows: name, value, unit, note. A note says what the figure is
held against. Figures are for comparing within one run; this program says on what machine they were taken.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence

Row = tuple[str, float, str, str]

HERE = os.path.dirname(os.path.abspath(__file__))


def find(names: Sequence[str]) -> list[str]:
    """The names of the benchmarks asked for, all where none is. Raises SystemExit for one that does not exist."""
    known = sorted(entry[6:-3] for entry in os.listdir(HERE) if entry.startswith("bench_") and entry.endswith(".py"))
    for name in names:
        if name not in known:
            sys.exit(f"run.py: there is no benchmark {name}; there are: {', '.join(known) or 'none'}")
    return list(names) or known


def measure(name: str) -> Iterable[Row]:
    """The rows of one benchmark."""
    path = os.path.join(HERE, f"bench_{name}.py")
    spec = importlib.util.spec_from_file_location(f"bench_{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows: Iterable[Row] = module.run()
    return rows


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows of cells under each other, the second column to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = (f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:<{widths[2]}}  {row[3]}" for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def shown(value: float) -> str:
    """A figure with three digits that count."""
    if value == int(value) and abs(value) < 1e9:
        return f"{int(value):,}"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def main(names: Sequence[str]) -> int:
    """Prints the table; 1 where a benchmark failed."""
    sys.path.insert(0, os.path.dirname(HERE))  # `from bench.generate import template`
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python}, {os.cpu_count()} cores, {platform.machine()}", flush=True)
    failed = []
    for name in find(names):
        started = time.perf_counter()
        try:
            rows = [(f"  {label}", shown(value), unit, note) for label, value, unit, note in measure(name)]
        except Exception as error:
            failed.append(name)
            print(f"\n{name}: failed: {type(error).__name__}: {error}", flush=True)
            continue
        print(f"\n{name}  ({time.perf_counter() - started:.1f} s)")
        if rows:
            print(table(rows), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
