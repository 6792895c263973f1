"""What Heat works out before it validates anything, in outputs too, and what nobody ever asks for."""

from __future__ import annotations

import pytest

from designer.analysis import analyse

HEAD = "heat_template_version: 2018-08-31\n"
OUTPUT = HEAD + "resources:\n  r: {type: OS::Heat::RandomString}\noutputs:\n  o: {value: %s}\n"
IN_PLACE = HEAD + "outputs:\n  o: {value: 1, condition: %s}\n"
UNUSED = HEAD + "resources:\n  r: {type: OS::Designate::Domain, properties: {name: %s}}\n"


@pytest.mark.parametrize(("text", "found"), [
    (OUTPUT % "{list_join: ['', [a, 2.5]]}", [("HOT329", "warning")]),
    (OUTPUT % "{get_attr: [r, {list_join: ['', [a, 2.5]]}]}", [("HOT329", "error")]),
    (OUTPUT % "{get_resource: {list_join: ['', [a, 2.5]]}}", [("HOT329", "error")]),
    (OUTPUT % "{if: [{equals: [{get_param: []}, a]}, 1, 2]}", [("HOT321", "error")]),
    (IN_PLACE % "{equals: [{get_param: []}, a]}", [("HOT321", "error")]),
    (IN_PLACE % "{equals: [{Ref: x}, a]}", [("HOT311", "warning")]),  # null
    (HEAD + "conditions:\n  c: {equals: [{Ref: x}, a]}\n", [("HOT311", "error")]),
    (HEAD + "resources:\n  r: {type: OS::Heat::None, external_id: {Ref: x}}\n", [("HOT311", "warning")]),
    (UNUSED % "{list_join: [',', 5]}", [("HOT323", "warning")]),
    (UNUSED % "{get_param: nowhere}", [("HOT302", "warning")]),
    (UNUSED % "{get_resource: nowhere}", [("HOT301", "error")]),
])
def test_faults_are_certain_where_heat_comes_upon_them(text: str, found: list[tuple[str, str]]) -> None:
    said = [(d.code, d.severity) for d in analyse(text).diagnostics if d.code.startswith("HOT3")]
    assert [each for each in said if each[0] in {code for code, _ in found}] == found
