"""A template's parts, and what is left out of a broken one."""

from __future__ import annotations

from designer.syntax import read
from designer.template import build_template, resolve_version
from designer.template.versions import VERSIONS, version_names


def test_parts_know_their_names_and_nodes() -> None:
    text = """\
heat_template_version: rocky
parameters:
  flavor: {type: string}
conditions:
  big: {equals: [{get_param: flavor}, big]}
resources:
  server:
    type: OS::Nova::Server
    depends_on: [net, 5]
    condition: big
    properties: {flavor: {get_param: flavor}}
  net: {type: OS::Neutron::Net, properties: null}
outputs:
  ip: {value: 1}
"""
    template = build_template(read(text))
    assert template is not None
    assert template.version == "2018-08-31"
    assert list(template.resources) == ["server", "net"]
    server = template.resources["server"]
    assert (server.type, [name for name, _ in server.depends_on]) == ("OS::Nova::Server", ["net"])
    assert text[server.key.start:server.key.end] == "server"
    assert template.resources["net"].properties is None
    assert (list(template.parameters), list(template.conditions), list(template.outputs)) == (
        ["flavor"], ["big"], ["ip"])


def test_what_is_no_mapping_counts_as_empty() -> None:
    template = build_template(read("heat_template_version: nope\nresources: [a]\nparameters: 5\noutputs: {x: 3}\n"))
    assert template is not None
    assert template.version is None
    assert template.resources == {} and template.parameters == {}
    assert template.outputs["x"].part("value") is None
    assert build_template(read("- a\n")) is None


def test_seventeen_names_of_versions() -> None:
    assert len(version_names()) == 17
    assert {resolve_version(name) for name in version_names()} == set(VERSIONS)
    assert resolve_version(20130523) is None
