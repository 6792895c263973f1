"""The command; see the package."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack

from conformance.killing.postgresql import Cluster
from conformance.killing.rounds import Figures, run


def main(arguments: list[str] | None = None) -> int:
    """Runs the rounds and prints figures; 1 where a step was lost or a database damaged."""
    parser = argparse.ArgumentParser(prog="python -m conformance.killing", description="Kills a server again and again")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--database", help="the address of a database; without it an SQLite file that is made for this")
    where.add_argument("--postgresql", action="store_true", help="a server of PostgreSQL that is made for this")
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        cluster = None
        if options.postgresql:
            cluster = stack.enter_context(Cluster())
            address = cluster.address
        else:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="killing-"))
            address = options.database or f"sqlite:///{folder}/templates.sqlite"
        began = time.monotonic()

        def say(number: int, figures: Figures) -> None:
            if number % 20 == 0 or number == options.kills:
                print(f"{number:4d} kills  {time.monotonic() - began:6.0f} s  {figures}", flush=True)

        figures = run(address, options.kills, options.clients, options.seed, cluster, say)
    print(f"\n{options.kills} kills of the server" + (f", {cluster.kills} of PostgreSQL" if cluster else ""))
    print(f"acknowledged steps        {figures.acknowledged}")
    print(f"acknowledged steps lost   {figures.lost}")
    print(f"in doubt, then sent again {figures.doubtful}, of which stored before: {figures.stored_in_doubt}")
    print(f"databases damaged         {figures.damaged}")
    for line in figures.faults[:20]:
        print(f"  {line}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
