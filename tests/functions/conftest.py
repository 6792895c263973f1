"""A template evaluated, with what was reported."""

from __future__ import annotations

from typing import Any

import pytest

from designer import catalog
from designer.functions import Evaluation, evaluate_template
from designer.syntax import read
from designer.template import Resource, build_template


class Evaluated:
    """An evaluation, and the faults met: (code, path, facts)."""

    def __init__(self, text: str, given: dict[str, Any], files: Any) -> None:
        self.faults: list[tuple[str, tuple[str | int, ...], dict[str, Any]]] = []
        template = build_template(read(text))
        assert template is not None

        def types(resource: Resource) -> Any:
            return catalog.find(resource.type or "")

        def report(code: str, place: Any, **facts: Any) -> None:
            self.faults.append((code, place.path(), facts))

        self.template = template
        self.values: Evaluation = evaluate_template(template, given, report, types, files)

    def output(self, name: str = "out") -> Any:
        return self.values.outputs[name].value

    def codes(self) -> list[str]:
        return [code for code, _, _ in self.faults]


@pytest.fixture
def run() -> Any:
    """run(text, files=None, **given): the template of a text, evaluated; its version is the newest unless it says."""

    def evaluated(text: str, files: Any = None, **given: Any) -> Evaluated:
        if "heat_template_version" not in text:
            text = "heat_template_version: 2021-04-16\n" + text
        return Evaluated(text, given, files)

    return evaluated
