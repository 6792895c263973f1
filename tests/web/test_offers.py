"""What the canvas asks before it does something: names, ways to connect, what is in the way."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

from tests.web.visiting import Tab, Visitor

TEMPLATE = b"""heat_template_version: 2021-04-16
parameters:
  flavor: {type: string}
resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    depends_on: net
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    properties:
      network:
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
"""


def ways(visit: Visitor, rest: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """The titles and operations of the offers at an address below that of the template."""
    answer = visit.fragment(f"/d/{visit.open(TEMPLATE)}/{rest}")
    assert answer.status_code == 200, answer.text
    found = re.findall(r'<button[^>]* data-run="([^"]*)".*?<span class="title">(.*?)</span>', answer.text, re.DOTALL)
    return [(re.sub(r"<.*", "", title, flags=re.DOTALL).strip(), json.loads(unescape(run))) for run, title in found]


def test_a_new_resource_has_a_name_of_its_own(tab: Tab) -> None:
    id = tab.open(TEMPLATE).since()["id"]
    for type, name in {"OS::Neutron::RouterInterface": "router_interface", "OS::Neutron::Port": "port_2"}.items():
        answer = tab.get(f"/d/{id}/offers/new?type={type}").json
        assert answer["name"] == name == answer["operations"][0]["name"]
        assert tab.step(operations=answer["operations"])["select"] == name


def test_the_best_way_is_first_and_depends_on_last(visit: Visitor) -> None:
    found = ways(visit, "offers/connect?from=port&to=net")
    assert found[0] == ("network", [{"op": "connect", "from": "port", "to": "net", "property": ["network"]}])
    assert found[-1][0] == "depends_on"


def test_what_was_drawn_the_wrong_way_round_is_turned(visit: Visitor) -> None:
    title, operations = ways(visit, "offers/connect?from=net&to=port")[0]
    assert title == "network" and operations[0]["from"] == "port"


def test_a_type_comes_between(visit: Visitor) -> None:
    assert ways(visit, "offers/between?from=subnet&to=net&type=OS::Neutron::Port")
    assert ways(visit, "offers/between?from=subnet&to=nothing&type=OS::Neutron::Port") == []


def test_each_reason_and_all_of_them_can_be_taken_away(visit: Visitor, tab: Tab) -> None:
    found = ways(visit, "offers/loose?from=subnet&to=net")
    assert [operations[0]["op"] for _, operations in found] == ["unset", "unset", "disconnect"]
    id = visit.open(TEMPLATE)
    for _, operations in found:
        tab.open(TEMPLATE).step(operations=operations)
        assert tab.data != TEMPLATE
    assert "does not name" in visit.fragment(f"/d/{id}/offers/loose?from=net&to=subnet").text


def test_what_refers_to_what_goes(visit: Visitor) -> None:
    id = visit.open(TEMPLATE)
    text = visit.fragment(f"/d/{id}/uses?node=net").text
    assert "net is\n" in text or "net is referred to 2 times" in re.sub(r"\s+", " ", text)
    assert 'data-count="0"' in visit.fragment(f"/d/{id}/uses?node=net&node=subnet").text
    assert 'data-count="0"' in visit.fragment(f"/d/{id}/uses?node=/parameters/flavor").text


def test_cards_would_stand_anew(visit: Visitor) -> None:
    places = visit.get(f"/d/{visit.open(TEMPLATE)}/tidy").json["places"]
    assert set(places) == {"net", "subnet", "port", "server"} and places["net"][0] < places["subnet"][0]


@pytest.mark.parametrize("rest", ["offers/new", "offers/connect?from=net", "offers/between?from=a&to=b", "uses"])
def test_half_a_question_is_refused(visit: Visitor, rest: str) -> None:
    assert visit.fragment(f"/d/{visit.open(TEMPLATE)}/{rest}").status_code == 400
