"""Random expressions: what they are worth to Heat, held against ours."""

from __future__ import annotations

import collections
import json
from collections.abc import Iterable, Iterator
from typing import Any


class Miss:
    """An expression that the two disagree on."""

    __slots__ = ("question", "answer", "ours")

    def __init__(self, question: dict[str, Any], answer: dict[str, Any], ours: dict[str, Any]) -> None:
        self.question = question
        self.answer = answer
        self.ours = ours


def evaluate(question: dict[str, Any]) -> dict[str, Any]:
    """Our answer, in the form of `hot-designer evaluate --cases`."""
    from designer.cli.cases import answer

    try:
        ours: dict[str, Any] = answer(question)
    except Exception as error:
        return {"crash": f"{type(error).__name__}: {error}"}
    return ours


def compare(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Iterator[tuple[str, Miss | None]]:
    """For each question and Heat's answer: Heat's stage, and the miss if our outcome is another."""
    for question, answer in pairs:
        if answer.get("timeout"):
            continue
        ours = evaluate(question)
        yield answer["stage"], None if _same(answer, ours) else Miss(question, answer, ours)


def _same(answer: dict[str, Any], ours: dict[str, Any]) -> bool:
    if "crash" in ours:
        return False
    if answer["stage"] != "ok":
        return not ours["ok"]
    if not ours["ok"]:
        return False
    if answer["type"] == "other":
        return True  # no JSON form: only that it is not refused can be held
    if answer["value"] is None and isinstance(ours["value"], dict) and "placeholder" in ours["value"]:
        return True  # what only a stack can tell: None in Heat
    return json.dumps(answer["value"], sort_keys=True) == json.dumps(ours["value"], sort_keys=True)


def table(results: Iterable[tuple[str, Miss | None]]) -> tuple[list[tuple[str, int, int]], list[Miss]]:
    """Rows of stage, how many, how many the same; and the misses."""
    of: collections.Counter[str] = collections.Counter()
    same: collections.Counter[str] = collections.Counter()
    misses = []
    for stage, miss in results:
        of[stage] += 1
        if miss is None:
            same[stage] += 1
        else:
            misses.append(miss)
    return [(stage, of[stage], same[stage]) for stage in sorted(of)], misses
