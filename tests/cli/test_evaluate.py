"""`hot-designer evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from designer.cli import main

TEMPLATE = """heat_template_version: 2018-08-31
parameters:
  name: {type: string, default: web}
  size: {type: number}
conditions:
  big: {equals: [{get_param: size}, 5]}
  named: {equals: [{get_param: name}, web]}
resources:
  server:
    type: OS::Nova::Server
    properties:
      name: {get_param: name}
      flavor: m1.small
      image: cirros
      networks:
        - {port: {get_resource: port}}
  port: {type: OS::Neutron::Port, properties: {network: public}}
outputs:
  url: {value: {make_url: {scheme: http, host: {get_attr: [server, first_address]}}}}
  with.dot: {value: {a.b: [1, {c: 2}]}}
  broken: {value: {list_join: 5}}
"""


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("t.yaml").write_text(TEMPLATE)
    return "t.yaml"


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    status = main(["evaluate", *arguments])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else None, err


@pytest.mark.parametrize(("path", "expected"), [
    ("outputs.with.dot.value", {"a.b": [1, {"c": 2}]}), ("outputs.with.dot", {"a.b": [1, {"c": 2}]}),
    ("outputs.with.dot.value.a.b.1.c", 2), ("resources.server.properties.name", "web"), ("parameters.name", "web"),
    ("conditions.named", True),
    ("conditions.big", {"placeholder": {"kind": "boolean", "origin": "condition", "of": ["big"]}}),
    ("parameters.size", {"placeholder": {"kind": "number", "origin": "get_param", "of": ["size"]}}),
    ("resources.server.properties.networks.0.port",
     {"placeholder": {"kind": "string", "origin": "get_resource", "of": ["port"], "entity": "neutron.port"}}),
    ("outputs.url.value", {"placeholder": {"kind": "string", "origin": "make_url", "of": [], "parts": [
        "http://", {"placeholder": {"kind": "any", "origin": "get_attr", "of": ["server", "first_address"]}}]}}),
])
def test_path(template: str, capsys: pytest.CaptureFixture[str], path: str, expected: Any) -> None:
    assert ask(capsys, template, "--path", path) == (0, expected, "")


def test_values_are_given(template: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, template, "--path", "conditions.big", "--param", "size=5")[1] is True
    Path("env.yaml").write_text("parameters: {name: db}")
    assert ask(capsys, template, "-e", "env.yaml", "--path", "resources.server.properties.name")[1] == "db"


def test_a_fault_in_the_expression(template: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = ask(capsys, template, "--path", "outputs.broken")
    assert status == 1
    assert err.startswith("t.yaml:21:")
    assert "HOT321" in err


@pytest.mark.parametrize("arguments", [
    ["t.yaml"], ["--path", "outputs.url"], ["t.yaml", "--path", "outputs"], ["t.yaml", "--path", "outputs.nope"],
    ["t.yaml", "--path", "nope.url"], ["t.yaml", "--path", "resources.server"],
    ["missing.yaml", "--path", "outputs.url"],
    ["t.yaml", "--path", "resources.server.properties.networks.5"], ["t.yaml", "--path", "outputs.with.dot.value.x"],
    ["t.yaml", "--cases", "x"], ["--cases", "missing.jsonl"], ["t.yaml", "--path"], ["t.yaml", "--nope"],
])
def test_bad_usage_is_one_line(template: str, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, out, err = ask(capsys, *arguments)
    assert (status, out) == (2, None)
    assert err.startswith("hot-designer: ")
    assert err.count("\n") == 1


def test_cases(template: str, capsys: pytest.CaptureFixture[str]) -> None:
    cases = [
        {"id": 1, "version": "2018-08-31", "expression": {"list_join": ["-", ["a", {"get_param": "b"}]]},
         "parameters": {"b": {"type": "string", "value": "c"}}},
        {"id": "two", "version": "rocky", "expression": {"list_join": "a"}},
        {"version": "2018-08-31", "as": "condition", "expression": {"not": "on"}, "conditions": {"on": True}},
        {"id": 4, "version": "2018-08-31", "expression": {"get_file": "a"}, "files": {"a": "b"}},
        {"id": 5},
    ]
    Path("cases.jsonl").write_text("\n".join(json.dumps(case) for case in cases) + "\n\n")
    assert main(["evaluate", "--cases", "cases.jsonl"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0] == {"id": 1, "ok": True, "value": "a-c"}
    assert (answers[1]["id"], answers[1]["ok"], answers[1]["code"]) == ("two", False, "HOT321")
    assert answers[1]["message"]
    assert answers[2] == {"id": None, "ok": True, "value": False}
    assert answers[3] == {"id": 4, "ok": True, "value": "b"}
    assert answers[4]["ok"] is False


def test_cases_that_are_none(template: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in ("{", "[]", "5"):
        Path("cases.jsonl").write_text(line)
        status, out, err = ask(capsys, "--cases", "cases.jsonl")
        assert (status, out) == (2, None)
        assert "line 1" in err
