"""Edits every template of a corpus at random, and says what went wrong, what was refused and why.

python -m conformance.edits [--each 20] [--chain 12] [--every 1] [--seed 1] [--corpus FOLDER] [--examples 5]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter

from conformance.edits.judge import Outcome, chain_on, operations_on
from conformance.edits.sources import templates


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures; 1 where an operation went wrong, 2 where there is no corpus."""
    parser = argparse.ArgumentParser(prog="python -m conformance.edits", description=__doc__)
    parser.add_argument("--each", type=int, default=20, help="operations on each template")
    parser.add_argument("--chain", type=int, default=12, help="operations one after the other, then undone")
    parser.add_argument("--every", type=int, default=1, help="take every so many templates only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", help="a folder of templates; else HOT_DESIGNER_CORPUS, or ../shared/corpus")
    parser.add_argument("--examples", type=int, default=5, help="how many failures and refusals to show")
    options = parser.parse_args(arguments)
    single: list[Outcome] = []
    chained: list[Outcome] = []
    count = 0
    for name, text in templates(options.corpus, options.every):
        count += 1
        single += operations_on(text, name, options.each, options.seed)
        chained += chain_on(text, name, options.chain, options.seed) if options.chain else []
        if sys.stderr.isatty():
            print(f"\r{count} templates, {len(single)} operations ", end="", file=sys.stderr)
    if not count:
        print("no corpus: set HOT_DESIGNER_CORPUS to a folder of templates")
        return 2
    backs = [each for each in chained if each.operation["op"] == "undo all"]
    chained = [each for each in chained if each.operation["op"] != "undo all"]
    print(f"{count} templates")
    wrong = _figures("operations, each on its own", single, options.examples)
    wrong += _figures("operations in chains", chained, options.examples)
    wrong += _figures("chains undone", backs, options.examples)
    return 1 if wrong else 0


def _figures(title: str, outcomes: list[Outcome], examples: int) -> int:
    wrong = [each for each in outcomes if each.fault is not None]
    refused = [each for each in outcomes if each.refused is not None]
    done = len(outcomes) - len(wrong) - len(refused)
    share = 100 * (len(outcomes) - len(wrong)) / max(len(outcomes), 1)
    print(f"\n{title}: {len(outcomes)}")
    print(f"  as meant {done}, refused {len(refused)}, wrong {len(wrong)}: {share:.2f} % right")
    kinds = Counter(each.operation["op"] for each in outcomes)
    print("  " + ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())))
    for reason, number in Counter(_reason(each) for each in refused).most_common():
        print(f"  refused {number} x: {reason}")
    for each in [*wrong[:examples], *refused[:examples]]:
        print(f"    {each}")
    return len(wrong)


def _reason(outcome: Outcome) -> str:
    """Why something was refused, without the names in it."""
    words = (outcome.refused or "").partition(": ")[2] or outcome.refused or ""
    return re.sub(r"line \d+", "line N", re.sub(r"^\S+ (?=comes by|only repeats)", "X ", words))


if __name__ == "__main__":
    sys.exit(main())
