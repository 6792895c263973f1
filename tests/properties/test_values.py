"""Types, coercions, constraints and placeholders: what Heat 27.0.1 takes and refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from designer.analysis import analyse
from designer.diagnostics import Diagnostic

OTHERS: dict[str, Any] = {
    "net": {"type": "OS::Neutron::Net"},
    "secret": {"type": "OS::Heat::RandomString"},
    "volume": {"type": "OS::Cinder::Volume", "properties": {"size": 1}},
    "server": {"type": "OS::Nova::Server", "properties": {"image": "i", "flavor": "f"}},
    "group": {"type": "OS::Heat::ResourceGroup", "properties": {"resource_def": {"type": "OS::Heat::RandomString"}}},
}
PARAMETERS: dict[str, Any] = {
    "text": {"type": "string"}, "number": {"type": "number"}, "list": {"type": "comma_delimited_list"},
    "map": {"type": "json"}, "boolean": {"type": "boolean"},
    "flavor": {"type": "string", "constraints": [{"custom_constraint": "nova.flavor"}]},
    "undecided": {"type": "boolean"},
}
CONDITIONS = {"undecided": {"get_param": "undecided"}}


def found(type_name: str, properties: Any, **sections: Any) -> list[Diagnostic]:
    template = {"heat_template_version": "2018-08-31", "parameters": PARAMETERS, "conditions": CONDITIONS,
                "resources": {**OTHERS, "r": {"type": type_name, "properties": properties, **sections}}}
    return [each for each in analyse(json.dumps(template)).diagnostics if each.path[:2] == ("resources", "r")]


def errors(type_name: str, properties: Any, **sections: Any) -> set[str]:
    return {each.code for each in found(type_name, properties, **sections) if each.severity == "error"}


@pytest.mark.parametrize(("value", "codes"), [
    ("x", set()), (5, set()), (True, set()), (None, set()), (1.5, {"HOT404"}), ([], {"HOT404"}), ({"a": 1}, {"HOT404"}),
    ({"get_resource": "net"}, set()), ({"get_param": "number"}, set()), ({"get_param": "list"}, {"HOT406"}),
    ({"get_param": "map"}, set()), ({"get_attr": ["server", "addresses"]}, {"HOT406"}),
    ({"get_attr": ["server", "addresses", "net", 0, "addr"]}, set()),
    ({"if": ["undecided", "x", [1]]}, set()), ({"if": ["undecided", [2], [1]]}, {"HOT404"}),
])
def test_text(value: Any, codes: set[str]) -> None:
    assert errors("OS::Neutron::Net", {"name": value}) == codes


@pytest.mark.parametrize(("value", "codes"), [
    (5, set()), ("5", set()), (" 5 ", set()), (True, set()), ("5.5", {"HOT404"}), ("x", {"HOT404"}),
    ([], {"HOT404"}), (None, {"HOT405"}), (0, {"HOT405"}), (1e400, {"HOT404"}),
    ({"get_resource": "secret"}, {"HOT406"}), ({"get_param": "text"}, set()), ({"get_param": "boolean"}, set()),
    ({"get_attr": ["secret", "value"]}, set()), ({"list_join": ["", ["1", {"get_attr": ["secret", "value"]}]]}, set()),
    ({"list_join": ["", ["x", {"get_param": "text"}]]}, {"HOT406"}),
])
def test_integer(value: Any, codes: set[str]) -> None:
    assert errors("OS::Cinder::Volume", {"size": value}) == codes


@pytest.mark.parametrize(("value", "codes"), [
    (True, set()), ("true", set()), ("FALSE", set()), (None, set()), ("yes", {"HOT404"}), (1, {"HOT404"}),
    (0, {"HOT404"}), ([], {"HOT404"}), ({"get_param": "number"}, {"HOT406"}), ({"get_param": "text"}, set()),
    ({"get_resource": "secret"}, {"HOT406"}),
])
def test_boolean(value: Any, codes: set[str]) -> None:
    assert errors("OS::Neutron::Net", {"admin_state_up": value}) == codes


@pytest.mark.parametrize(("value", "codes"), [
    ({}, set()), ({"a": [1]}, set()), (None, set()), ("{}", {"HOT404"}), ([], {"HOT404"}),
    ({"get_resource": "volume"}, {"HOT406"}), ({"get_param": "map"}, set()), ({"get_param": "list"}, {"HOT406"}),
])
def test_map(value: Any, codes: set[str]) -> None:
    assert errors("OS::Neutron::Net", {"value_specs": value}) == codes


@pytest.mark.parametrize(("value", "codes"), [
    (["a"], set()), ([], set()), (None, set()), ("a,b", {"HOT404"}), ({}, {"HOT404"}), ([1.5], {"HOT404"}),
    ([["a"]], {"HOT404"}), ({"get_param": "list"}, set()), ({"get_param": "text"}, {"HOT406"}),
    ({"get_param": "map"}, set()), ([{"get_param": "list"}], {"HOT406"}), ([None], set()),
])
def test_list(value: Any, codes: set[str]) -> None:
    assert errors("OS::Neutron::Net", {"tags": value}) == codes


@pytest.mark.parametrize(("value", "severity"), [
    ({"get_resource": "net"}, "error"), ({"get_resource": "server"}, None), ({"get_resource": "group"}, None),
    ({"get_resource": "secret"}, None), ({"get_param": "flavor"}, "warning"), ({"get_param": "text"}, None),
    ("anything", None),
])
def test_the_kind_of_thing_that_a_reference_must_be(value: Any, severity: str | None) -> None:
    diagnostics = found("OS::Cinder::VolumeAttachment", {"volume_id": "v", "instance_uuid": value})
    assert [each.severity for each in diagnostics if each.code == "HOT408"] == ([severity] if severity else [])


def test_faults_at_every_depth_have_their_place() -> None:
    networks = [{"port": "p", "port_extra_properties": {"allowed_address_pairs": [{"ip_address": "x"}]}},
                {"network": {"a": 1}, "sub": "s"}]
    paths = {(each.code, each.path[3:]) for each in found(
        "OS::Nova::Server", {"flavor": "f", "image": "i", "networks": networks}) if each.severity == "error"}
    assert paths == {
        ("HOT405", ("networks", 0, "port_extra_properties", "allowed_address_pairs", 0, "ip_address")),
        ("HOT404", ("networks", 1, "network")), ("HOT402", ("networks", 1, "sub")),
    }


def test_a_fault_in_the_branch_that_is_taken_stands_there() -> None:
    template = {"heat_template_version": "2018-08-31", "conditions": {"yes": {"equals": [1, 1]}}, "resources": {
        "net": {"type": "OS::Neutron::Net", "properties": {"name": {"if": ["yes", [1], "x"]}}}}}
    text = json.dumps(template)
    fault, = [each for each in analyse(text).diagnostics if each.severity == "error"]
    assert text[fault.start:fault.end] == "[1]"


def test_what_is_switched_off_is_only_likely_wrong() -> None:
    off = [each.severity for each in found("OS::Neutron::Net", {"nam": "x"}, condition="undecided")]
    assert off == ["warning"]


def test_what_is_there_already_is_not_looked_at() -> None:
    assert not found("OS::Neutron::Net", {"nam": "x"}, external_id="n")


def test_the_older_name_stands_in_for_a_required_property() -> None:
    assert errors("OS::Neutron::Port", {"network_id": "n"}) == set()
    assert errors("OS::Neutron::Port", {}) == {"HOT403"}


def test_a_value_through_a_parameter_that_breaks_a_custom_constraint_is_a_warning() -> None:
    def severities(value: Any) -> list[str]:
        template = {"heat_template_version": "2018-08-31", "parameters": {"p": {"type": "string", "default": "x"}},
                    "resources": {"s": {"type": "OS::Neutron::Subnet", "properties": {"network": "n", "cidr": value}}}}
        return [each.severity for each in analyse(json.dumps(template)).diagnostics if each.code == "HOT405"]

    assert severities("x") == ["error"]
    assert severities({"get_param": "p"}) == ["warning"]
    assert severities({"list_join": ["/", ["192.0.2.0", "99"]]}) == ["error"]


def test_properties_that_are_not_known_are_not_judged() -> None:
    assert not [each for each in found("OS::Neutron::Subnet", {"get_param": "map"}) if each.code.startswith(("HOT4",
                                                                                                           "HOT5"))]


@pytest.mark.parametrize(("value", "replacement"), [(1.5, '"1.5"'), (None, None)])
def test_quick_fix(value: Any, replacement: str | None) -> None:
    text = ("heat_template_version: 2018-08-31\n"
            f"resources: {{n: {{type: OS::Neutron::Net, properties: {{name: {value}}}}}}}")
    fixes = [fix.edits[0].text for each in analyse(text).diagnostics for fix in each.fixes if each.code == "HOT404"]
    assert fixes == ([replacement] if replacement else [])
