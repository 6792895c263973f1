"""The rules of resource types, each as a line of a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from designer import validate
from designer.analysis import analyse

from .plugin_rules import RULES


def errors(type_name: str, properties: dict[str, Any], **sections: Any) -> set[str]:
    template = {"heat_template_version": "2018-08-31",
                "resources": {"r": {"type": type_name, "properties": properties, **sections}}}
    return {each.code for each in analyse(json.dumps(template)).diagnostics if each.severity == "error"}


@pytest.mark.parametrize(("type_name", "properties", "codes"), RULES,
                         ids=[f"{rule[0]}-{index}" for index, rule in enumerate(RULES)])
def test_rule(type_name: str, properties: dict[str, Any], codes: set[str]) -> None:
    assert errors(type_name, properties) == codes


def test_every_type_with_rules_has_a_line() -> None:
    folder = Path(validate.__file__).parent / "resources"
    stems = {path.stem for path in folder.glob("*__*.py") if not path.stem.startswith("_")}
    shown = {rule[0].lower().replace("::", "__") for rule in RULES}
    # the first follows another type, the other two are shown in cases and below
    assert stems - shown == {"os__magnum__baymodel", "os__neutron__net", "aws__elasticloadbalancing__loadbalancer"}


def test_a_health_check_waits_no_longer_than_it_pauses() -> None:
    health = {"HealthyThreshold": "3", "Interval": "5", "Target": "HTTP:80/", "Timeout": "10",
              "UnhealthyThreshold": "5"}
    listener = {"InstancePort": 80, "LoadBalancerPort": 80, "Protocol": "HTTP"}
    properties = {"AvailabilityZones": ["a"], "Listeners": [listener], "HealthCheck": health}
    assert errors("AWS::ElasticLoadBalancing::LoadBalancer", properties) == {"HOT507"}


@pytest.mark.parametrize(("pause", "codes"), [
    ("PT1H", set()), ("PT59M60S", set()), ("PT1H1S", {"HOT507"}), ("1 hour", {"HOT512"}), ("PT", set()),
])
def test_pauses_of_updates(pause: str, codes: set[str]) -> None:
    policy = {"AutoScalingRollingUpdate": {"MinInstancesInService": 1, "MaxBatchSize": 1, "PauseTime": pause}}
    properties = {"AvailabilityZones": ["a"], "MinSize": 1, "MaxSize": 2, "InstanceId": "i"}
    assert errors("AWS::AutoScaling::AutoScalingGroup", properties, update_policy=policy) == codes


def test_deployments_in_metadata() -> None:
    properties = {"flavor": "f", "image": "i", "user_data_format": "SOFTWARE_CONFIG"}
    assert errors("OS::Nova::Server", properties, metadata={"deployments": []}) == {"HOT505"}


def test_a_long_delay_is_only_a_warning() -> None:
    text = json.dumps({"heat_template_version": "2018-08-31",
                       "resources": {"r": {"type": "OS::Heat::Delay", "properties": {"min_wait": 4000}}}})
    assert [(each.code, each.severity) for each in analyse(text).diagnostics] == [("HOT507", "warning")]
