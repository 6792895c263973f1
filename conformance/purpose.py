"""Which differences are on purpose: `on_purpose.yaml` read, and held against differences."""

from __future__ import annotations

import os
import re
from typing import Any

import yaml

from conformance.compare import Difference

FALSE_ALARM = "false alarm"
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "on_purpose.yaml")


class Purpose:
    """One entry: the differences that it covers, and the reason. `used` counts those met."""

    __slots__ = ("kind", "codes", "heat", "ours", "told", "warned", "reason", "used")

    def __init__(self, entry: dict[str, Any]) -> None:
        self.kind: str = entry["kind"]
        self.codes = frozenset(entry.get("codes") or ())
        self.heat = re.compile(entry["heat"]) if "heat" in entry else None
        self.ours = re.compile(entry["ours"]) if "ours" in entry else None
        self.told = re.compile(entry["told"]) if "told" in entry else None
        self.warned = frozenset(entry.get("warned") or ())
        self.reason: str = " ".join(entry["reason"].split())
        self.used = 0

    def covers(self, difference: Difference) -> bool:
        """Whether a difference is one of those meant."""
        if difference.kind != self.kind:
            return False
        if self.heat is not None and not self.heat.search(difference.heat):
            return False
        if self.told is not None and not self.told.search(difference.case.told):
            return False
        if self.warned and not self.warned.intersection(difference.warned):
            return False
        return difference.kind == FALSE_ALARM or all(self.covers_error(*each) for each in difference.ours) or not (
            self.codes or self.ours
        )

    def covers_error(self, code: str, message: str) -> bool:
        """Whether an error of ours is one of those meant."""
        return (not self.codes or code in self.codes) and (self.ours is None or bool(self.ours.search(message)))


def read_purposes() -> list[Purpose]:
    """The entries of the data file."""
    with open(DATA, encoding="utf-8") as file:
        return [Purpose(entry) for entry in yaml.safe_load(file) or ()]


def explain(difference: Difference, purposes: list[Purpose]) -> None:
    """Sets `meant` where an entry covers the difference; of a false alarm each error has to be covered by one."""
    covering = [purpose for purpose in purposes if purpose.covers(difference)]
    if difference.kind == FALSE_ALARM:
        chosen = [
            next((purpose for purpose in covering if purpose.covers_error(*each)), None) for each in difference.ours
        ]
        covering = [] if None in chosen else [purpose for purpose in covering if purpose in chosen]
    for purpose in covering[: None if difference.kind == FALSE_ALARM else 1]:
        purpose.used += 1
        difference.meant = purpose.reason
