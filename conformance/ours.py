"""What Hot Designer says of a case, in the terms in which Heat's answer is told."""

from __future__ import annotations

import json
import os
import signal
from typing import Any

import designer
from designer.environment import Folder

LIMIT = 20


class Verdict:
    """Our errors of one template, and its graph.

    `errors` are (code, path, message, has a range), `warnings` (code, path); `explicit` and `edges` sets of (needing,
    needed), None where there is no graph; `crash` is what escaped that never should, None if nothing did.
    """

    __slots__ = ("errors", "warnings", "explicit", "edges", "crash")

    def __init__(self) -> None:
        self.errors: list[tuple[str, tuple[str | int, ...], str, bool]] = []
        self.warnings: list[tuple[str, tuple[str | int, ...]]] = []
        self.explicit: set[tuple[str, str]] | None = None
        self.edges: set[tuple[str, str]] | None = None
        self.crash: str | None = None

    @property
    def resources(self) -> set[str]:
        """The resources that an error stands at."""
        return {str(path[1]) for _, path, _, _ in self.errors if len(path) > 1 and path[0] == "resources"}


class Overtime(BaseException):
    """A template took too long."""


def judge(
    source: str | bytes,
    path: str,
    root: str,
    environments: list[str],
    parameters: dict[str, Any],
    given: dict[str, Any] | None = None,
) -> Verdict:
    """Our verdict on a template that stands at `path`, whose files may come from below `root`.

    `parameters` are made-up values for parameters that have none of their own, as an environment's defaults.
    """
    verdict = Verdict()
    named: list[tuple[str, str | bytes]] = []
    if parameters:
        named.append((os.path.join(root, "made-up.yaml"), json.dumps({"parameter_defaults": parameters})))
    for name in environments:
        with open(name, "rb") as file:
            named.append((name, file.read()))
    before = signal.signal(signal.SIGALRM, _overtime)
    signal.alarm(LIMIT)
    try:
        analysis = designer.analyse(source, path, given or {}, named, files=Folder(root), base=os.path.dirname(path))
        told = {None, *[name for name, _ in named]}
        for each in analysis.diagnostics:
            if each.file not in told:
                continue  # inside another stack: told at the place that makes it too
            if each.severity == "error":
                verdict.errors.append(
                    (
                        each.code,
                        each.path if each.file is None else (),
                        each.message,
                        each.end > each.start or not source,
                    )
                )
            elif each.severity == "warning":
                verdict.warnings.append((each.code, each.path if each.file is None else ()))
        if analysis.graph is not None:
            _read_graph(analysis.graph, verdict)
    except Overtime:
        verdict.crash = f"more than {LIMIT} s"
    except Exception as error:
        verdict.crash = _told(error)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    return verdict


def _read_graph(graph: Any, verdict: Verdict) -> None:
    verdict.explicit, verdict.edges = set(), set()
    for edge in graph.pairs():
        if edge.enabled is False:
            continue
        verdict.edges.add((edge.source, edge.target))
        if any(kind != "hidden" for kind in edge.kinds):
            verdict.explicit.add((edge.source, edge.target))


def _told(error: Exception) -> str:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if "designer" in frame.filename), frames[-1])
    return f"{type(error).__name__}: {error} ({'/'.join(last.filename.split(os.sep)[-2:])}:{last.lineno})"


def _overtime(signum: int, frame: object) -> None:
    raise Overtime
