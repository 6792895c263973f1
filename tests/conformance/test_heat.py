"""Heat in its process, where there is a Heat: it answers in order, and what was asked once is not asked again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance.heat.process import Heat
from conformance.mutate import seeds
from conformance.sources import SEEDS

pytestmark = pytest.mark.heat
STAGES = ("load", "validate", "create", "resources", "rules", "unchecked")

BROKEN = """heat_template_version: 2018-08-31
parameters:
  size: {type: number}
resources:
  volume: {type: OS::Cinder::Volume, properties: {sise: 5}}
  subnet: {type: OS::Neutron::Subnet, properties: {network: n, cidr: 10.0.0.0/99}}
  server: {type: OS::Nova::Server, properties: {flavor: f, networks: [{port: p}]}, depends_on: volume}
"""


@pytest.fixture(scope="module")
def heat(tmp_path_factory: pytest.TempPathFactory, heat_python: str) -> Iterator[Heat]:
    with Heat(heat_python, str(tmp_path_factory.mktemp("answers"))) as heat:
        yield heat


def test_every_seed_is_accepted_whole(heat: Heat) -> None:
    for question, answer in heat.ask({"path": path} for path in seeds(SEEDS)):
        refused = {key: answer[key] for key in STAGES if answer[key]}
        assert not refused, question["path"]


def test_each_stage_is_told_apart(heat: Heat) -> None:
    ((_, answer),) = heat.ask([{"path": "x.yaml", "text": BROKEN}])
    assert "Unknown Property sise" in answer["validate"]
    assert set(answer["resources"]) == {"volume", "subnet"}
    assert set(answer["rules"]) == {"server"}
    assert answer["explicit"] == [["server", "volume"]]
    assert ["server", "subnet"] in answer["edges"]
    assert answer["parameters"] == {"size": 1}


def test_expressions_are_answered_with_value_or_stage(heat: Heat) -> None:
    asked = [
        {"version": "2018-08-31", "expression": {"list_join": ["-", ["a", "b"]]}},
        {"version": "2013-05-23", "expression": {"repeat": {}}},
        {"version": "2018-08-31", "expression": {"get_param": "nowhere"}},
    ]
    answers = [answer for _, answer in heat.ask(asked)]
    assert answers[0] == {"stage": "ok", "value": "a-b", "type": "str"}
    assert [answer["stage"] for answer in answers] == ["ok", "ok", "resolve"]


def test_what_was_answered_is_kept(heat_python: str, tmp_path: Path) -> None:
    question = {"version": "2018-08-31", "expression": {"digest": ["md5", "a"]}}
    with Heat(heat_python, str(tmp_path)) as first:
        ((_, answer),) = first.ask([question])
        assert first.asked == 1
    with Heat(heat_python, str(tmp_path)) as second:
        ((_, again),) = second.ask([question])
        assert (again, second.asked) == (answer, 0)
