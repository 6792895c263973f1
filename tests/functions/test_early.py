"""What Heat works out before there is anything: null in the place of attributes and of most of Neutron's IDs."""

from __future__ import annotations

import pytest

from designer.analysis import analyse

TEMPLATE = """\
heat_template_version: 2018-08-31
conditions: {{maybe: {{equals: [{{get_param: size}}, big]}}}}
parameters: {{size: {{type: string}}}}
resources:
  net: {{type: OS::Neutron::Net}}
  server: {{type: OS::Nova::Server, properties: {{image: cirros, flavor: m1.small}}}}
  asked: {{type: OS::Heat::Value{condition}, properties: {{value: {value}}}}}
"""


def faults(value: str, condition: str = "") -> list[str]:
    analysis = analyse(TEMPLATE.format(value=value, condition=condition), "a.yaml")
    return [each.severity for each in analysis.diagnostics if each.code == "HOT341"]


@pytest.mark.parametrize("value", [
    "{yaql: {expression: $.data.len(), data: {get_attr: [net, subnets]}}}",
    "{yaql: {expression: '$.data.where($ > 1)', data: {get_attr: [server, addresses, private]}}}",
    "{yaql: {expression: $.data.a.b, data: {a: {get_attr: [server, addresses]}}}}",
    "[{deep: {digest: [sha256, {get_attr: [net, name]}]}}]",
    "{list_join: ['', [{digest: [md5, {get_resource: net}]}, x]]}",
])
def test_null_is_refused(value: str) -> None:
    assert faults(value) == ["error"]


@pytest.mark.parametrize("value", [
    "{yaql: {expression: $, data: {get_attr: [net, subnets]}}}",
    "{yaql: {expression: $.data.len(), data: [{get_attr: [net, subnets]}]}}",
    "{yaql: {expression: $.data.len(), data: {get_param: size}}}",
    "{digest: [md5, {get_resource: server}]}",
    "{str_replace: {template: $a, params: {$a: {get_attr: [net, name]}}}}",
    "{str_split: [',', {get_attr: [net, name]}]}",
    "{get_attr: [net, name]}",
    "{if: [maybe, {digest: [md5, {get_resource: net}]}, x]}",
])
def test_null_is_borne(value: str) -> None:
    assert faults(value) == []


def test_what_fails_in_any_case_is_told_once() -> None:
    analysis = analyse(TEMPLATE.format(value="{digest: [md6, {get_resource: net}]}", condition=""), "a.yaml")
    assert [each.code for each in analysis.diagnostics if each.severity == "error"] == ["HOT330"]


def test_what_may_be_switched_off_only_may_fail() -> None:
    assert faults("{digest: [md5, {get_resource: net}]}", ", condition: maybe") == ["warning"]
