"""Which differences are on purpose: `on_purpose.yaml` read, and held against differences."""

from __future__ import annotations

import os
import re
from typing import Any

import yaml

from conformance.compare import Difference

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "on_purpose.yaml")


class Purpose:
    """One entry: the differences that it covers, and the reason. `used` counts those met."""

    __slots__ = ("kind", "codes", "heat", "ours", "reason", "used")

    def __init__(self, entry: dict[str, Any]) -> None:
        self.kind: str = entry["kind"]
        self.codes = frozenset(entry.get("codes") or ())
        self.heat = re.compile(entry["heat"]) if "heat" in entry else None
        self.ours = re.compile(entry["ours"]) if "ours" in entry else None
        self.reason: str = " ".join(entry["reason"].split())
        self.used = 0

    def covers(self, difference: Difference) -> bool:
        """Whether a difference is one of those meant: of a false alarm every error has to be."""
        if difference.kind != self.kind:
            return False
        if self.heat is not None and not self.heat.search(difference.heat):
            return False
        if self.codes and not (difference.ours and all(code in self.codes for code, _ in difference.ours)):
            return False
        return self.ours is None or all(self.ours.search(message) for _, message in difference.ours)


def read_purposes() -> list[Purpose]:
    """The entries of the data file."""
    with open(DATA, encoding="utf-8") as file:
        return [Purpose(entry) for entry in yaml.safe_load(file) or ()]


def explain(difference: Difference, purposes: list[Purpose]) -> None:
    """Sets `meant` where an entry covers the difference."""
    for purpose in purposes:
        if purpose.covers(difference):
            purpose.used += 1
            difference.meant = purpose.reason
            return
