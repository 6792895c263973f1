"""Heat in a process of its own, asked one question after the other; answers are kept."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

INSIDE = "conformance.heat.inside"
HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))

Question = dict[str, Any]
Answer = dict[str, Any]


class Heat:
    """Heat in a long-lived process (`inside/`), started when the first question comes whose answer is not known yet.

    `python` is the interpreter of the environment that Heat is installed in; `folder` is where answers are kept,
    None to keep none. `all_constraints_hold`: also those custom constraints that need no cloud.
    Use it as a context manager: leaving it ends the process.
    """

    def __init__(self, python: str, folder: str | None = None, *, all_constraints_hold: bool = False) -> None:
        self.command = [python, "-m", INSIDE, *(["--all-constraints-hold"] if all_constraints_hold else [])]
        self.known: dict[str, Answer] = {}
        self.asked = 0
        self._process: subprocess.Popen[str] | None = None
        self._store = None
        self._salt = hashlib.sha1(_sources() + repr(self.command).encode(), usedforsecurity=False).hexdigest()
        if folder is not None:
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, f"answers-{self._salt[:12]}.jsonl")
            if os.path.exists(path):
                with open(path, encoding="utf-8") as lines:
                    self.known = dict(filter(None, map(_kept, lines)))
            self._store = open(path, "a", encoding="utf-8")  # noqa: SIM115 - closed by close()

    def ask(self, questions: Iterable[Question]) -> Iterator[tuple[Question, Answer]]:
        """Each question with Heat's answer, in order. Raises RuntimeError where Heat's process ends."""
        for question in questions:
            key = self._key(question)
            answer = self.known.get(key)
            if answer is None:
                answer = self.known[key] = self._ask(question)
                if self._store is not None:
                    self._store.write(json.dumps([key, answer]) + "\n")
            yield question, answer

    def close(self) -> None:
        """Ends the process and closes the file of answers."""
        if self._store is not None:
            self._store.close()
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait()
            self._process = None

    def __enter__(self) -> Heat:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _key(self, question: Question) -> str:
        return hashlib.sha1(json.dumps(question, sort_keys=True).encode(), usedforsecurity=False).hexdigest()

    def _ask(self, question: Question) -> Answer:
        if self._process is None:
            environment = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONHASHSEED": "0", "PYTHONPATH": PROJECT}
            self._process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=environment,
                encoding="utf-8",
            )
        assert self._process.stdin is not None and self._process.stdout is not None
        self.asked += 1
        read_inside = {name: value for name, value in question.items() if name != "stamp"}
        self._process.stdin.write(json.dumps(read_inside) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"Heat's process ended with status {self._process.wait()}: {' '.join(self.command)}")
        answer: Answer = json.loads(line)
        return answer


def _sources() -> bytes:
    """All that runs in Heat's process: what it answered before this changed is not taken for its answer now."""
    folder = os.path.join(HERE, "inside")
    found = b""
    for name in sorted(os.listdir(folder)):
        if name.endswith(".py"):
            with open(os.path.join(folder, name), "rb") as file:
                found += file.read()
    return found


def _kept(line: str) -> tuple[str, Answer] | None:
    try:
        key, answer = json.loads(line)
    except ValueError:
        return None  # a run that was cut short
    return key, answer
