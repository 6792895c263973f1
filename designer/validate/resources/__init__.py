"""Rules of resource types, beyond their schemas."""
from __future__ import annotations


def check_rules(values: object, type_: object, view: object, report: object) -> None:
    return
