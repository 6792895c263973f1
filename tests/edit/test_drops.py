"""What could be meant by dropping an entry on a resource."""

from __future__ import annotations

from designer.analysis import analyse
from designer.edit import apply
from designer.edit.drops import drops

TEXT = """heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, constraints: [{custom_constraint: nova.flavor}]}
  count: {type: number}
conditions:
  small: {equals: [{get_param: count}, 1]}
resources:
  net:
    type: OS::Neutron::Net
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
      networks: [{network: {get_resource: net}}]
  odd:
    type: OS::No::Such
"""


def test_a_parameter_goes_where_it_is_asked_for() -> None:
    analysis = analyse(TEXT)
    found = drops(analysis, "parameters", "flavor", "server")
    assert found[0]["title"] == "flavor" and found[0]["replaces"] and found[0]["why"] == "asks for just this"
    for offer in found:
        text = TEXT
        for operation in offer["operations"]:
            text = apply(analyse(text), operation)
        assert "{get_param: flavor}" in text or "get_param: flavor" in text
    done = apply(analysis, found[0]["operations"][0])
    assert "flavor" not in [offer["title"] for offer in drops(analyse(done), "parameters", "flavor", "server")]


def test_conditions_and_resources() -> None:
    analysis = analyse(TEXT)
    [offer] = drops(analysis, "conditions", "small", "net")
    assert "condition: small" in apply(analysis, offer["operations"][0])
    assert drops(analysis, "resources", "net", "server")[-1]["path"] is None  # depends_on
    assert drops(analysis, "resources", "net", "net") == []


def test_nothing_where_nothing_can_be_meant() -> None:
    analysis = analyse(TEXT)
    for section, name, resource in (("outputs", "x", "net"), ("parameters", "no", "net"), ("conditions", "no", "net"),
                                    ("parameters", "flavor", "no"), ("parameters", "flavor", "odd")):
        assert drops(analysis, section, name, resource) == []
    assert drops(analyse("- x"), "parameters", "flavor", "server") == []
