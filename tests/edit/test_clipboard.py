"""Copying resources as YAML, and pasting them here and elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from designer.analysis import analyse
from designer.edit import Refused, apply, plan
from designer.edit.clipboard import copy
from designer.syntax import read

TEXT = """\
heat_template_version: 2018-08-31
parameters:
  flavor: {type: string, default: m1.small}  # the size
  unused: {type: string}
  zone: {type: string}
conditions:
  big: {equals: [{get_param: zone}, a]}
  small: {not: big}
resources:
  # the network of all
  net:
    type: OS::Neutron::Net

  # a server
  server:
    type: OS::Nova::Server  # one
    condition: small
    properties:
      flavor: {get_param: flavor}
      networks:
        # first
        - network: {get_resource: net}
outputs:
  where: {value: {get_attr: [server, first_address]}}
"""
EMPTY = "heat_template_version: 2018-08-31\nresources:\n  other:\n    type: OS::Heat::None\n"


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def test_what_is_used_comes_along() -> None:
    found = copy(analyse(TEXT), ["server"])
    assert {section: list(names) for section, names in loaded(found).items()} == {
        "parameters": ["flavor", "zone"], "conditions": ["big", "small"], "resources": ["server"]}
    for comment in ("# the size", "# a server", "# one", "# first"):
        assert comment in found
    assert "# the network" not in found and found == copy(read(TEXT), ["server"])


def test_in_the_order_of_the_template() -> None:
    assert list(loaded(copy(analyse(TEXT), ["server", "net"]))["resources"]) == ["net", "server"]


def test_other_sections() -> None:
    assert list(loaded(copy(analyse(TEXT), ["where"], "outputs"))) == ["outputs"]
    assert list(loaded(copy(analyse(TEXT), ["small"], "conditions"))["conditions"]) == ["big", "small"]


def test_what_is_not_there() -> None:
    with pytest.raises(Refused, match="there is no resource nobody"):
        copy(analyse(TEXT), ["nobody"])


def test_into_another_template() -> None:
    text = apply(analyse(EMPTY), {"op": "paste", "text": copy(analyse(TEXT), ["net", "server"])})
    found, source = loaded(text), loaded(TEXT)
    assert list(found["resources"]) == ["other", "net", "server"]
    assert found["resources"]["server"] == source["resources"]["server"]
    assert list(found["parameters"]) == ["flavor", "zone"] and found["conditions"] == source["conditions"]
    assert "# a server" in text


def test_only_what_is_missing_comes_along() -> None:
    target = EMPTY + "parameters:\n  flavor: {type: string, default: other}\n"
    found = loaded(apply(analyse(target), {"op": "paste", "text": copy(analyse(TEXT), ["server"])}))
    assert found["parameters"] == {"flavor": {"type": "string", "default": "other"}, "zone": {"type": "string"}}
    assert found["resources"]["server"]["properties"]["flavor"] == {"get_param": "flavor"}


def test_a_parameter_of_another_type_clashes() -> None:
    target = EMPTY + "parameters:\n  flavor: {type: json}\n"
    step = plan(analyse(target), {"op": "paste", "text": copy(analyse(TEXT), ["server"])})
    found = loaded(step.applied())
    assert found["resources"]["server"]["properties"]["flavor"] == {"get_param": "flavor_2"}
    assert step.notes == ("flavor is called flavor_2 here",)


def test_pasted_beside_itself() -> None:
    found = loaded(apply(analyse(TEXT), {"op": "paste", "text": copy(analyse(TEXT), ["net", "server"])}))
    assert list(found["resources"]) == ["net", "server", "net_2", "server_2"]
    assert found["resources"]["server_2"]["properties"]["networks"] == [{"network": {"get_resource": "net_2"}}]
    assert found["parameters"] == loaded(TEXT)["parameters"]


@pytest.mark.parametrize("text", [
    '{"heat_template_version": "2018-08-31", "resources": {"a": {"type": "OS::Heat::None"}}}',
    "heat_template_version: 2018-08-31\r\nresources: {}\r\n",
    "heat_template_version: 2018-08-31\n",
    "",
])
def test_into_odd_templates(text: str) -> None:
    found = loaded(apply(analyse(text), {"op": "paste", "text": copy(analyse(TEXT), ["server"])}))
    assert found["resources"]["server"] == loaded(TEXT)["resources"]["server"]


def test_out_of_json() -> None:
    source = ('{"heat_template_version": "2018-08-31", "resources": '
              '{"a": {"type": "OS::Heat::Value", "properties": {"value": [1, "two"]}}}}')
    assert loaded(copy(analyse(source), ["a"]))["resources"]["a"] == loaded(source)["resources"]["a"]
