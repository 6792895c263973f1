"""Several operations as one plan: they mean what they mean one after the other, and leave the analysis as it was."""

from __future__ import annotations

import random
from typing import Any

import pytest

from designer.analysis import analyse
from designer.edit import Refused, apply, plan_all
from designer.environment.files import Given
from designer.syntax import read
from tests.edit.styles import BLOCK

NETS = BLOCK.replace("outputs:", "".join(f"  n{at}:\n    type: OS::Neutron::Net\n" for at in range(280)) + "\noutputs:")
OPERATIONS: list[dict[str, Any]] = [
    {"op": "set", "path": ["resources", "net", "properties", "name"], "text": "0123"},
    {"op": "rename", "section": "resources", "name": "net", "to": "the_net"},
    {"op": "rename", "section": "parameters", "name": "flavor", "to": "size"},
    {"op": "remove_resource", "name": "port", "cascade": True},
    {"op": "add_resource", "name": "fresh", "type": "OS::Neutron::Net", "after": "net"},
    {"op": "connect", "from": "server", "to": "fresh"},
    {"op": "duplicate", "section": "resources", "names": ["server"]},
    {"op": "move", "path": ["resources", "server"], "to": 0},
    {"op": "set", "path": ["conditions", "big", "equals", 1], "text": "m1.tiny"},
    {"op": "add", "section": "outputs", "name": "one more", "value": {"value": {"get_resource": "port"}}},
    {"op": "remove", "section": "conditions", "names": ["big"], "cascade": True},
    {"op": "extract_parameter", "path": ["parameters", "flavor", "default"], "name": "no"},
    {"op": "inline_parameter", "name": "flavor"},
    {"op": "unset", "path": ["description"]},
    {"op": "change_type", "name": "net", "type": "OS::Neutron::ProviderNet"},
]


@pytest.mark.parametrize("text", [BLOCK, NETS, BLOCK.replace("\n", "\r\n")])
def test_one_after_the_other(text: str) -> None:
    rng = random.Random(5)
    analysis = analyse(text)
    whole = read(text)
    for _ in range(40):
        wanted, done = text, []
        for operation in rng.sample(OPERATIONS, 6):
            try:
                wanted = apply(read(wanted), operation)
            except Refused:
                continue
            done.append(operation)
        found = plan_all(analysis, done)
        assert found.applied() == wanted
        assert analysis.document.text == text
    assert analysis.document.root is not None and whole.root is not None
    assert [key.start for key, _ in analysis.document.root.index["resources"].entries] == [  # type: ignore[attr-defined]
        key.start for key, _ in whole.root.index["resources"].entries]  # type: ignore[attr-defined]


def test_later_operations_know_templates_as_types_too() -> None:
    own = "heat_template_version: 2018-08-31\nresources:\n  a:\n    type: own.yaml\n"
    given = Given({"own.yaml": "heat_template_version: 2018-08-31\nparameters: {size: {type: number}}\n"})
    path = ["resources", "a", "properties", "size"]
    operations = [{"op": "set", "path": path, "text": "1"}, {"op": "set", "path": path, "text": "012"}]
    assert plan_all(analyse(own, "main.yaml", files=given), operations).applied().endswith("      size: 12\n")
