"""What a new entry can begin as: each is put in and means what it says."""

from __future__ import annotations

import pytest

from designer.analysis import analyse
from designer.edit import apply
from designer.edit.starters import SECTIONS, starters

TEXT = """heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, default: m1.small}
  odd: {type: string}
  many: {type: boolean}
conditions:
  small: {equals: [{get_param: flavor}, m1.small]}
resources:
  net:
    type: OS::Neutron::Net
  server:
    type: OS::Nova::Server
    properties: {flavor: {get_param: flavor}, image: debian, networks: [{network: {get_resource: net}}]}
"""


@pytest.mark.parametrize("section", SECTIONS)
def test_each_can_be_put_in(section: str) -> None:
    analysis = analyse(TEXT)
    found = starters(analysis, section, "server")
    assert len(found) >= 5
    for starter in found:
        text = apply(analysis, {**starter["operation"], "name": "new"})
        errors = [each for each in analyse(text).diagnostics if each.severity == "error" and not each.tags]
        assert errors == [], starter
        assert text.startswith(TEXT[:60])


def test_what_is_near_comes_first_and_words_say_what_is_meant() -> None:
    analysis = analyse(TEXT)
    titles = [each["title"] for each in starters(analysis, "outputs", "server")]
    assert titles[:2] == ["To be filled in", "id of server"]
    titles = [each["title"] for each in starters(analysis, "conditions")]
    assert titles == ["Always", "flavor is m1.small", "odd is empty", "many is true", "not small"]


def test_nothing_where_nothing_can_be_read() -> None:
    assert starters(analyse("- x"), "outputs") == []
