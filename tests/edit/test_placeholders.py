"""A new resource whose required properties wait for a value is unfinished, and not wrong."""

from __future__ import annotations

import pytest

from designer import catalog
from designer.analysis import analyse
from designer.edit import apply, plan
from designer.syntax import read

TEXT = "heat_template_version: 2021-04-16\nresources:\n  x:\n    type: OS::Heat::None\n"
JSON = '{"heat_template_version": "2021-04-16", "resources": {}}'


def add(text: str, type_name: str) -> str:
    return apply(read(text), {"op": "add_resource", "name": "new", "type": type_name, "placeholders": True})


@pytest.mark.parametrize("service", sorted({name.split("::")[1] for name in catalog.type_names() if "::" in name}))
def test_nothing_else_is_wrong(service: str) -> None:
    for name in catalog.type_names():
        if name.split("::")[1:2] != [service]:
            continue
        analysis = analyse(add(TEXT, name))
        errors = [each for each in analysis.diagnostics if each.severity == "error"]
        assert [each for each in errors if "unfinished" not in each.tags] == [], name


def test_how_it_is_written() -> None:
    assert add(TEXT, "OS::Neutron::RouterInterface") == TEXT + (
        "  new:\n    type: OS::Neutron::RouterInterface\n    properties:\n      router:\n")
    assert add("", "OS::Nova::Server").endswith("    properties:\n      flavor:\n")
    assert add("resources: {}\n", "OS::Nova::Server").endswith("    properties:\n      flavor:\n")
    assert add(JSON, "OS::Nova::Server").endswith('"properties": {"flavor": null}}}}')
    assert "properties" not in add(TEXT, "OS::Neutron::Net")


def test_what_is_given_does_not_wait() -> None:
    text = apply(read(TEXT), {"op": "add_resource", "name": "new", "type": "OS::Neutron::Port", "placeholders": True,
                              "properties": {"network_id": "public"}})
    assert text.endswith("      network_id: public\n")


def test_filled_in_it_is_whole() -> None:
    analysis = analyse(add(TEXT, "OS::Neutron::Port"))
    step = plan(analysis, {"op": "set", "path": ["resources", "new", "properties", "network"], "text": "public"})
    assert step.applied().endswith("      network: public\n")
    assert [each for each in analyse(step.applied()).diagnostics if each.tags] == []


@pytest.mark.parametrize(("line", "tagged"), [("flavor:", True), ("flavour: m1", False), ("flavour:", False)])
def test_only_what_waits_is_unfinished(line: str, tagged: bool) -> None:
    text = TEXT + f"  s:\n    type: OS::Nova::Server\n    properties:\n      image: i\n      flavor: f\n      {line}\n"
    text = text.replace("      flavor: f\n      flavor:\n", "      flavor:\n")
    found = [each for each in analyse(text).diagnostics if each.code in ("HOT402", "HOT423")]
    assert [bool(each.tags) for each in found] == [tagged]
