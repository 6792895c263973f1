"""Real templates, where a corpus of them is at hand: HOT_DESIGNER_CORPUS, or ../shared/corpus beside the project.

It holds `templates/`, and beside it one JSON file of lines with Heat's own answer to each.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from designer.analysis import analyse
from designer.syntax import read
from designer.template import resolve_version
from designer.validate.schema import schema_of

CORPUS = Path(os.environ.get("HOT_DESIGNER_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus")
ANSWERS = sorted(CORPUS.glob("heat-*.jsonl"))

pytestmark = pytest.mark.skipif(not ANSWERS, reason="there is no corpus here")


def answers() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ANSWERS[-1].read_text("utf-8").splitlines()]


def test_no_template_is_too_strange_and_every_diagnostic_has_its_range() -> None:
    for answer in answers():
        path = CORPUS / "templates" / answer["path"]
        analysis = analyse(path.read_bytes(), answer["path"], folder=str(path.parent))
        text = analysis.document.text
        for each in analysis.diagnostics:
            assert each.message.strip() == each.message and each.message.endswith((".", "?")), each
            if each.file is None:
                assert 0 <= each.start < each.end <= len(text), (answer["path"], each)
                assert text[each.start:each.end].strip(), (answer["path"], each)
                assert isinstance(each.path, tuple)


def test_every_template_that_heat_accepts_conforms_to_the_schema_of_its_version() -> None:
    validators: dict[str, Draft7Validator] = {}
    for answer in answers():
        if answer["load"] or answer["validate"]:
            continue
        root = read((CORPUS / "templates" / answer["path"]).read_bytes()).root
        assert root is not None
        plain = root.plain()
        version = resolve_version(plain["heat_template_version"])
        assert version is not None
        validator = validators.setdefault(version, Draft7Validator(schema_of(version)))
        assert not list(validator.iter_errors(plain)), answer["path"]
