"""Where Heat and Hot Designer differ on a case."""

from __future__ import annotations

import collections
from collections.abc import Iterator
from typing import Any

from conformance.ours import Verdict

# What the tables count: key, and what it says.
FIGURES = (
    ("load", "not sent by the client: we refuse too"),
    ("validate", "refused by template-validate: we too"),
    ("create", "refused whole at creation: we too"),
    ("resources", "resources' properties refused: we too"),
    ("rules", "refused by plug-in rules: we too"),
    ("later", "stacks inside refused when created: we too"),
    ("refused", "templates refused at any stage: we too"),
    ("accepted", "accepted whole: we too, values given"),
    ("bare", "accepted whole: we too, no values given"),
    ("explicit", "graphs equal, explicit"),
    ("edges", "graphs equal, hidden too"),
    ("located", "our errors with a place"),
)

PLUGIN_RULES = "HOT5"


class Difference:
    """One place where the two differ.

    `kind` is missed (Heat refuses, we do not), false alarm, graph or crash; `stage` one of the figures' keys;
    `heat` what Heat says, `ours` our errors' (code, message); `about` the resource, where it is one.
    `warned` are the codes of our warnings, at that resource if there is one. `meant` is the reason where the difference
    is on purpose.
    """

    __slots__ = ("kind", "stage", "case", "heat", "ours", "about", "warned", "meant")

    def __init__(
        self,
        kind: str,
        stage: str,
        case: Any,
        heat: str,
        ours: list[tuple[str, str]],
        about: str | None = None,
        warned: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.stage = stage
        self.case = case
        self.heat = heat
        self.ours = ours
        self.about = about
        self.warned = warned
        self.meant: str | None = None


class Count:
    """How many of each figure there are, and how many of them we get right; `meant` of the rest are on purpose."""

    def __init__(self) -> None:
        self.of: collections.Counter[str] = collections.Counter()
        self.right: collections.Counter[str] = collections.Counter()
        self.meant: collections.Counter[str] = collections.Counter()

    def add(self, figure: str, right: bool, difference: Difference | None) -> None:
        """Counts one more."""
        self.of[figure] += 1
        if right:
            self.right[figure] += 1
        elif difference is not None and difference.meant is not None:
            self.meant[figure] += 1


def compare(
    case: Any, answer: dict[str, Any], bare: Verdict, valued: Verdict
) -> Iterator[tuple[str, bool, Difference | None]]:
    """Each figure that a case adds to: its key, whether we are right, and the difference if not.

    `bare` is our verdict where parameters have no values but their own, `valued` with those that the answer names.
    """
    for verdict in (bare, valued):
        if verdict.crash is not None:
            yield "crash", False, Difference("crash", "crash", case, "", [("crash", verdict.crash)])
            return
    if answer.get("timeout"):
        return
    for code, _, message, placed in {*bare.errors, *valued.errors}:
        yield "located", placed, None if placed else Difference("unplaced", "located", case, "", [(code, message)])
    yield from _refusals(case, answer, bare, valued)
    if answer["load"] is None:
        yield from _graphs(case, answer, valued)


def _refusals(
    case: Any, answer: dict[str, Any], bare: Verdict, valued: Verdict
) -> Iterator[tuple[str, bool, Difference | None]]:
    whole = None
    for stage, verdict in (("load", valued), ("validate", bare), ("create", valued)):
        if answer[stage] is not None:
            whole = stage
            yield from _refused(stage, case, answer[stage], verdict, bool(verdict.errors))
            break
    for stage in ("resources", "rules", "later"):
        for name, message in answer[stage].items():
            yield from _refused(stage, case, message, valued, name in valued.resources, name)
    refused = whole is not None or answer["resources"] or answer["rules"]
    if refused:
        if whole is None:
            yield "refused", bool(valued.errors), None
        else:
            yield "refused", bool((bare if whole == "validate" else valued).errors), None
    elif not answer["unchecked"] and not answer["later"]:
        for figure, verdict in (("accepted", valued), ("bare", bare)):
            if verdict.errors and all(_undecided(error, answer) for error in verdict.errors):
                continue
            right = not verdict.errors
            yield figure, right, None if right else Difference("false alarm", figure, case, "", _said(verdict))


def _undecided(error: tuple[str, tuple[str | int, ...], str, bool], answer: dict[str, Any]) -> bool:
    """Whether Heat could not decide without a cloud.

    An error may be a plug-in's rule, of a plug-in that did not run to its end, or lie in a stack inside that Heat would
    refuse as it looks now, without what other resources give.
    """
    code, path, _, _ = error
    about = path[1] if len(path) > 1 and path[0] == "resources" else None
    return about in answer["doubtful"] or (code.startswith(PLUGIN_RULES) and about in answer["interrupted"])


def _refused(
    stage: str, case: Any, message: str, verdict: Verdict, right: bool, about: str | None = None
) -> Iterator[tuple[str, bool, Difference | None]]:
    warned = frozenset(code for code, path in verdict.warnings if about is None or path[:2] == ("resources", about))
    yield stage, right, None if right else Difference("missed", stage, case, message, _said(verdict), about, warned)


def _graphs(case: Any, answer: dict[str, Any], valued: Verdict) -> Iterator[tuple[str, bool, Difference | None]]:
    if answer["edges"] is None:
        return
    for figure, ours in (("explicit", valued.explicit), ("edges", valued.edges)):
        theirs = {(a, b) for a, b in answer[figure]}
        right = ours == theirs
        told = [
            ("missing", str(sorted(theirs - (ours or set()))[:4])),
            ("more", str(sorted((ours or set()) - theirs)[:4])),
        ]
        yield figure, right, None if right else Difference("graph", figure, case, "", told)


def _said(verdict: Verdict) -> list[tuple[str, str]]:
    return [(code, f"{'.'.join(map(str, path))}: {message}") for code, path, message, _ in verdict.errors]
