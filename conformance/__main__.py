"""Asks Heat, asks Hot Designer, prints where they differ.

python -m conformance --heat .heat [--only own,mutants,...] [--mutants 1000] [--seed 1] [--examples 2]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator

from conformance import functions, sources, tables
from conformance.compare import Count, Difference, compare
from conformance.expressions import expressions
from conformance.heat.process import Heat
from conformance.ours import judge
from conformance.purpose import Purpose, explain, read_purposes
from conformance.sources import PROJECT, Case

SOURCES = ("own", "functions", "mutants", "made", "nested", "corpus", "corpus-mutants")
VERSION = "27.0.1"
FRACTION = 50  # how often the progress line is written


def main(arguments: list[str] | None = None) -> int:
    """Runs the suite; 1 where a figure falls short of --require or there is a crash of ours."""
    options = read_options(arguments)
    purposes = read_purposes()
    short: list[str] = []
    folder = None if options.fresh else os.path.join(PROJECT, "build", "conformance")
    with Heat(python_of(options.heat), folder, all_constraints_hold=options.all_constraints_hold) as heat:
        for name in options.only:
            if name == "functions":
                short += run_functions(heat, options)
                continue
            for title, cases in cases_of(name, options, heat):
                short += run_cases(title, cases, heat, purposes, options)
    for purpose in purposes:
        if purpose.used:
            print(f"\n  meant, {purpose.used} x ({purpose.kind} {','.join(sorted(purpose.codes))}): {purpose.reason}")
    for line in short:
        print(f"short of what is required: {line}")
    return 1 if short else 0


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m conformance", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--heat",
        default=os.environ.get("HOT_DESIGNER_HEAT", os.path.join(PROJECT, ".heat")),
        help="the environment that Heat is installed in",
    )
    parser.add_argument("--only", default=",".join(SOURCES), help=f"some of {','.join(SOURCES)}")
    parser.add_argument("--mutants", type=int, default=1000, help="how many mutants of the seeds")
    parser.add_argument("--made", type=int, default=400, help="how many templates of made-up resources")
    parser.add_argument("--corpus-mutants", type=int, default=500, help="how many mutants of the corpus's templates")
    parser.add_argument("--nested", type=int, default=300, help="how many nests of templates, one of them a mutant")
    parser.add_argument("--expressions", type=int, default=3000, help="how many random expressions")
    parser.add_argument("--seed", type=int, default=1, help="where the random streams begin")
    parser.add_argument("--examples", type=int, default=1, help="how many examples of each kind of difference")
    parser.add_argument("--match", default="", help="only cases whose name holds this")
    parser.add_argument("--fresh", action="store_true", help="keep no answers of Heat's, use none that were kept")
    parser.add_argument(
        "--all-constraints-hold", action="store_true", help="custom constraints hold, even those that need no cloud"
    )
    parser.add_argument(
        "--require", default="", help="KEY=PERCENT,...: the least of each figure, such as refused=98,accepted=99"
    )
    options = parser.parse_args(arguments)
    options.only = [name for name in options.only.split(",") if name]
    unknown = set(options.only) - set(SOURCES)
    if unknown:
        parser.error(f"no such source: {', '.join(sorted(unknown))}")
    options.require = {
        key: float(least) for key, _, least in (each.partition("=") for each in options.require.split(",") if each)
    }
    return options


def python_of(environment: str) -> str:
    """The interpreter of an environment with Heat in it. Raises SystemExit where there is none."""
    python = os.path.join(environment, "bin", "python")
    if not os.path.exists(python):
        sys.exit(
            f"no Heat in {environment}: run `make conformance`, or set HOT_DESIGNER_HEAT to an environment that has one"
        )
    found = subprocess.run(
        [python, "-c", "from importlib.metadata import version; print(version('openstack-heat'))"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    if found != VERSION:
        print(f"note: Heat {found or '(none)'} in {environment}, the catalog's facts are of {VERSION}")
    return python


def cases_of(name: str, options: argparse.Namespace, heat: Heat) -> Iterator[tuple[str, Iterable[Case]]]:
    """A title and its cases, none where the source is empty."""
    if name == "own":
        yield "Our own templates", sources.own_cases()
    elif name == "mutants":
        yield f"Mutants, seed {options.seed}", sources.mutant_cases(options.mutants, options.seed)
    elif name == "nested":
        yield (
            f"Nested templates and environments, one file a mutant, seed {options.seed}",
            sources.nested_cases(options.nested, options.seed),
        )
    elif name == "made":
        yield f"Made-up resources, seed {options.seed}", sources.made_cases(options.made, options.seed)
    else:
        folder = sources.corpus_folder()
        if folder is None:
            print("\nno corpus: set HOT_DESIGNER_CORPUS to a folder of templates")
        elif name == "corpus-mutants":
            yield (
                f"Mutants of the corpus in {os.path.basename(folder)}, seed {options.seed}",
                sources.corpus_mutant_cases(options.corpus_mutants, options.seed, folder, heat),
            )
        else:
            yield f"The corpus in {os.path.basename(folder)}", sources.corpus_cases(folder)


def run_cases(
    title: str, cases: Iterable[Case], heat: Heat, purposes: list[Purpose], options: argparse.Namespace
) -> list[str]:
    """Asks about every case and prints its table; what falls short of --require is given back."""
    count = Count()
    found: list[Difference] = []
    chosen = [case for case in cases if options.match in case.name]
    ours = 0.0
    for number, case in enumerate(chosen, 1):
        ((_, answer),) = heat.ask([case.question()])
        started = time.perf_counter()
        source = case.source()
        bare = judge(source, case.path, case.root, case.environments, {})
        made_up = answer.get("parameters")
        valued = judge(source, case.path, case.root, case.environments, made_up) if made_up else bare
        ours += time.perf_counter() - started
        for figure, right, difference in compare(case, answer, bare, valued):
            if difference is not None:
                explain(difference, purposes)
                if difference.meant is None:
                    found.append(difference)
            count.add(figure, right, difference)
        progress(title, number, len(chosen))
    print(tables.figures(title, len(chosen), count))
    print(f"  ours took {ours:.1f} s")
    if found and options.examples:
        print("\n" + tables.differences(found, options.examples))
    missing = [
        f"{title}: {key} {tables.share(count.right[key] + count.meant[key], count.of[key])} < {least} %"
        for key, least in options.require.items()
        if count.of[key] and 100 * (count.right[key] + count.meant[key]) / count.of[key] < least
    ]
    return missing + ([f"{title}: {count.of['crash']} crashes"] if count.of["crash"] else [])


def run_functions(heat: Heat, options: argparse.Namespace) -> list[str]:
    """Asks about random expressions and prints their table."""
    title = f"Random expressions, seed {options.seed}: {options.expressions}"

    def counted() -> Iterator[tuple[dict[str, object], dict[str, object]]]:
        for number, pair in enumerate(heat.ask(expressions(options.expressions, options.seed)), 1):
            progress(title, number, options.expressions)
            yield pair

    rows, found = functions.table(functions.compare(counted()))
    print(tables.expression_figures(title, rows))
    if found and options.examples:
        print("\n" + tables.misses(found, options.examples * 10))
    of, same = sum(row[1] for row in rows), sum(row[2] for row in rows)
    least = options.require.get("functions")
    return (
        [f"{title}: {tables.share(same, of)} < {least} %"]
        if least is not None and of and 100 * same / of < least
        else []
    )


def progress(title: str, number: int, of: int) -> None:
    """A line on a terminal that tells how far things are."""
    if sys.stderr.isatty() and (number % FRACTION == 0 or number == of):
        print(
            f"\r{title}: {number}/{of} ", end="" if number < of else "\r" + " " * 70 + "\r", file=sys.stderr, flush=True
        )


if __name__ == "__main__":
    sys.exit(main())
