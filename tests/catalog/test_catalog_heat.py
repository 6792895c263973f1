"""Heat itself is asked whether the shipped facts are its own. Needs openstack-heat 27.0.1 beside (see conftest.py)."""

from __future__ import annotations

import filecmp
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from designer import catalog
from designer.catalog.heat_api import type_facts
from designer.catalog.store import DATA
from designer.cli import catalog as command

pytestmark = pytest.mark.heat

# What Heat's API answers for every type that it shows: the same steps as EngineService.resource_schema.
ASK_HEAT = """
import itertools, json, logging, sys
logging.disable(logging.CRITICAL)
from oslo_service import backend
backend.init_backend(backend.BackendType.THREADING)
from heat.engine import attributes, properties, resources
resources.initialise()
answers = {}
for name, info in resources.global_env().registry._registry.items():
    if name == 'resources' or info.value.support_status.status == 'HIDDEN':
        continue
    cls = info.value
    schemas = ((n, properties.Schema.from_legacy(s)) for n, s in cls.properties_schema.items())
    attrs = itertools.chain(cls.attributes_schema.items(), cls.base_attributes_schema.items())
    answers[name] = {
        'resource_type': name,
        'properties': {n: dict(s) for n, s in schemas if s.implemented and s.support_status.status != 'HIDDEN'},
        'attributes': {n: dict(s) for n, s in attrs if s.support_status.status != 'HIDDEN'},
        'support_status': cls.support_status.to_dict(),
        'description': cls.getdoc(),
    }
print('ANSWERS' + json.dumps(answers))
"""


def test_a_new_extraction_gives_the_shipped_files(heat_python: str, tmp_path: Path) -> None:
    assert command.run(["extract", "--heat", heat_python, "--output", str(tmp_path)]) == 0
    names = sorted(os.listdir(os.path.join(DATA, "types")))
    assert sorted(os.listdir(tmp_path / "types")) == names
    _, different, problems = filecmp.cmpfiles(os.path.join(DATA, "types"), tmp_path / "types", names, shallow=False)
    assert (different, problems) == ([], [])
    assert (tmp_path / "index.json").read_text() == Path(DATA, "index.json").read_text()


def test_constraints_are_heats(heat_python: str) -> None:
    facts = command.read_installed_heat(heat_python, descriptions=False)["constraints"]
    ours = json.loads(Path(DATA, "entities.json").read_text("utf-8"))
    assert set(facts) == {name for name, entity in ours.items() if entity.get("constraint", True)}
    assert {name for name in facts if facts[name].get("cloud")} == {name for name in facts if ours[name].get("cloud")}


def test_descriptions_go_into_the_users_own_catalog(heat_python: str, own_catalog: Path) -> None:
    assert command.run(["extract", "--heat", heat_python, "--descriptions"]) == 0
    assert (own_catalog / "index.json").is_file()
    server = catalog.find("OS::Nova::Server")
    assert server is not None and server.description and server.origin == "heat"
    assert server.properties["flavor"].description
    port = server.property_at(("networks", 0, "port"))
    assert port is not None and port.description
    assert server.attributes["addresses"].description
    assert len(catalog.type_names(hidden=True)) == 201


def test_the_api_tells_the_same(heat_python: str) -> None:
    done = subprocess.run([heat_python, "-c", ASK_HEAT], capture_output=True, text=True, check=True)
    answers = json.loads(done.stdout.split("ANSWERS", 1)[1])
    assert sorted(answers) == catalog.type_names()
    for name, answer in answers.items():
        shipped = json.loads(Path(DATA, "types", name.replace("::", "__") + ".json").read_text("utf-8"))
        facts = type_facts(name, answer)
        assert facts is not None
        assert without(facts["properties"]) == without(visible(shipped["properties"])), name
        assert set(facts["attributes"]) == set(visible(shipped["attributes"]))
        assert facts.get("support", {}).get("since") == shipped.get("support", {}).get("since")


def visible(schemas: dict[str, Any]) -> dict[str, Any]:
    """What the API shows: it leaves hidden properties out, at the top only."""
    return {
        name: facts
        for name, facts in schemas.items()
        if facts.get("support", {}).get("status") != "HIDDEN" and facts.get("implemented", True)
    }


def without(value: Any) -> Any:
    """Facts without what only one side has: descriptions, and what the API does not tell."""
    if isinstance(value, list):
        return [without(item) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("type"), str):
        unsaid = ("description", "support", "entity", "allow_conversion", "implemented")
        return {key: without(item) for key, item in value.items() if key not in unsaid}
    return {key: without(item) for key, item in value.items()}
