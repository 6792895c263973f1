"""Forms without script: what a browser sends of one becomes one step, or is said on the page."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.web.conftest import Tab

TEMPLATE = b"""heat_template_version: 2021-04-16
parameter_groups:
  - label: All
    parameters: [p]
parameters:
  p: {type: string}
conditions:
  c: {equals: [{get_param: p}, x]}
resources:
  net:
    type: OS::Neutron::Net
    properties:
      admin_state_up: true  # up
  port:
    type: OS::Neutron::Port
    properties:
      network: {get_resource: net}
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
      tags: [one, two]
      metadata: {role: web}  # kept
      user_data: |
        #!/bin/sh
        echo 1
"""
META = '["resources","server","properties","metadata"]'


class Controls(HTMLParser):
    """What a browser would send of a form that nobody touched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.area: str | None = None
        self.select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        facts = dict(attrs)
        name = facts.get("name", "")
        if tag == "input" and facts.get("type") != "checkbox" and name:
            self.sent[name] = facts.get("value") or ""
        elif tag == "textarea":
            self.area, self.sent[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and (self.select not in self.sent or "selected" in facts):
            self.sent[self.select] = facts.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.sent[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area is not None:
            self.sent[self.area] = self.sent[self.area].removeprefix("\n").replace("\n", "\r\n")
            self.area = None


@pytest.fixture
def shown(tab: Tab) -> Tab:
    return tab.open(TEMPLATE)


def form(tab: Tab, select: str) -> dict[str, str]:
    text = tab.get(f"/t/{tab.template}/form", query_string={"select": select} if select else {}).text
    return Controls(text[text.index('<form class="plain-form"'):]).sent


def sent(tab: Tab, select: str, **changes: str) -> Any:
    """A form with some of its fields typed over: `resources net name` stands for a path."""
    found = form(tab, select)
    for name, value in changes.items():
        key = next((each for each in found if re.sub(r'[]["]', "", each).replace(",", "_").replace("-", "_") == name),
                   name)
        found[key] = value
    return tab.client.post(f"/t/{tab.template}/form", data=found)


def text(tab: Tab) -> str:
    return str(tab.get(f"/t/{tab.template}/export.yaml").text)


@pytest.mark.parametrize("select", ["", "net", "port", "server", "/parameters/p", "/conditions/c",
                                    "/parameter_groups/0"])
def test_what_nobody_touched_changes_nothing(shown: Tab, select: str) -> None:
    answer = sent(shown, select)
    assert answer.status_code == 303 and text(shown).encode() == TEMPLATE


@pytest.mark.parametrize(("select", "changes", "old", "new"), [
    ("net", {"resources_net_properties_admin_state_up": "false"}, "admin_state_up: true  # up",
     "admin_state_up: false  # up"),
    ("server", {"resources_server_properties_flavor": "0123"}, "flavor: m1.small", 'flavor: "0123"'),
    ("server", {"resources_server_properties_tags_2": "three"}, "[one, two]", "[one, two, three]"),
    ("server", {"resources_server_properties_user_data": "#!/bin/sh\r\necho 2\r\n"}, "echo 1", "echo 2"),
    ("server", {f"name {META}": "size", f"value {META}": "yes"}, "{role: web}", '{role: web, size: "yes"}'),
    ("server", {"resources_server_properties_tags_0": ""}, "[one, two]", "[two]"),
    ("port", {"resources_port_properties_network": "{get_param: p}"}, "{get_resource: net}", "{get_param: p}"),
    ("/parameters/p", {"parameters_p_default": "x"}, "p: {type: string}", "p: {type: string, default: x}"),
    ("/conditions/c", {"conditions_c": "{equals: [{get_param: p}, y]}"}, ", x]}", ", y]}"),
    ("/parameter_groups/0", {"parameter_groups_0_label": "Some"}, "label: All", "label: Some"),
    ("", {"add outputs": "o"}, "        echo 1\n", "        echo 1\noutputs:\n  o:\n    value: null\n"),
    ("", {"new": "other", "type": "OS::Heat::None"}, "        echo 1\n",
     "        echo 1\n  other:\n    type: OS::Heat::None\n"),
    ("/parameters/p", {"name": "q"}, "", ""),
])
def test_what_is_typed_is_stored(shown: Tab, select: str, changes: dict[str, str], old: str, new: str) -> None:
    answer = sent(shown, select, **changes)
    assert answer.status_code == 303, answer.text
    if old:
        assert text(shown) == TEMPLATE.decode().replace(old, new)
    else:
        assert "[q]" in text(shown) and "  q: {type" in text(shown) and "get_param: q" in text(shown)
    page = shown.client.get(answer.headers["Location"])
    assert page.status_code == 200 and 'role="status">Stored.' in page.text


def test_several_fields_are_one_step(shown: Tab) -> None:
    sent(shown, "server", resources_server_properties_flavor="big", resources_server_properties_image="new",
         resources_server_properties_tags_0="first", name="web")
    found = text(shown)
    assert "  web:\n" in found and "flavor: big" in found and "image: new" in found and "[first, two]" in found
    shown.revision = 1
    shown.step(undo=True)
    assert shown.data == TEMPLATE


def test_what_cannot_be_done_is_said_and_what_was_typed_stays(shown: Tab) -> None:
    answer = sent(shown, "net", name="port", resources_net_properties_name="typed")
    assert answer.status_code == 422 and "is a resource port already" in unescape(answer.text), answer.text
    assert 'value="typed"' in answer.text and text(shown).encode() == TEMPLATE
    answer = sent(shown, "port", resources_port_properties_network="{get_param: [")
    assert answer.status_code == 422 and "{get_param: [" in unescape(answer.text)


def test_deleting_shows_why_not_and_does_it_when_asked_for_more(shown: Tab) -> None:
    answer = sent(shown, "net", act="delete")
    assert answer.status_code == 422 and "net" in answer.text and text(shown).encode() == TEMPLATE
    answer = sent(shown, "net", act="delete", cascade="yes")
    assert answer.status_code == 303 and "  net:" not in text(shown)


def test_a_stranger_and_somebody_else(shown: Tab) -> None:
    found = form(shown, "net")
    assert shown.client.post(f"/t/{shown.template}/form", data={**found, "csrf_token": "x"}).status_code == 403
    other = Tab(shown.client, shown.template)
    sent(other, "net", resources_net_properties_name="theirs")
    key = '["resources","net","properties","admin_state_up"]'
    answer = shown.client.post(f"/t/{shown.template}/form", data={**found, key: "false"})
    assert answer.status_code in (303, 409)
    assert shown.client.post(f"/t/{shown.template}/form", data={**found, "base": "77"}).status_code == 409
    assert shown.get(f"/t/{shown.template}/form?select=nobody").status_code == 404
    assert shown.get("/t/nothing/form").status_code == 404


def test_the_page_leads_there(shown: Tab) -> None:
    assert f"/t/{shown.template}/form?select=net" in shown.get(f"/t/{shown.template}?select=net").text
