"""What the library loads when it is first needed, loaded before the first request.

A file of a rule or a function that two threads ask for at once could be seen by one while the other still reads it;
and the first visitor should not wait for what every visitor needs.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

PACKAGES = ("designer.functions", "designer.graph", "designer.validate", "designer.analysis", "designer.reanalysis",
            "designer.assist", "designer.layout", "designer.export")
# networkx alone takes longer than all the rest, and no page needs it.
LEFT_OUT = frozenset({"designer.graph.networks"})


def warm() -> None:
    """Import every module of the rooms that pages reach."""
    for name in PACKAGES:
        package = import_module(name)
        for found in walk_packages(getattr(package, "__path__", ()), f"{name}."):
            if found.name not in LEFT_OUT:
                import_module(found.name)
