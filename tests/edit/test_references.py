"""References follow a new name wherever they stand, in expressions at fault too."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.edit import Refused, apply
from designer.edit.uses import uses_of

HEAD = """\
heat_template_version: 2018-08-31
parameters:
  p: {type: json}
conditions:
  c: {equals: [a, b]}
resources:
  r: {type: OS::Heat::None}
  s:
    type: OS::Heat::Value
    properties:
"""


@pytest.mark.parametrize(("section", "name", "line"), [
    ("resources", "r", "value: {list_join: [{get_resource: r}]}"),
    ("resources", "r", "value: {list_join: ['', [{get_attr: [r, show]}], 1, 2]}"),
    ("parameters", "p", "value: {if: [c, {get_param: [p, 0]}, 1, 2]}"),
    ("conditions", "c", "value: {if: [c, 1, 2, 3]}"),
    ("parameters", "p", "value: {str_replace: {params: {$x: {get_param: p}}}}"),
    ("resources", "r", "value: {yaql: {expression: '$.data.r', data: {r: {get_resource: r}}}}"),
    ("resources", "r", "nonsense: {repeat: {for_each: {<%x%>: [{get_resource: r}]}, template: <%x%>}}"),
])
def test_references_follow(section: str, name: str, line: str) -> None:
    text = HEAD + "      " + line + "\n"
    found = apply(analyse(text), {"op": "rename", "section": section, "name": name, "to": "other"})
    for old in ("get_resource: r", "get_param: p", "get_attr: [r", "get_param: [p", "if: [c"):
        if old.endswith(name):
            assert old not in found and (old in text) == (old[:-1] + "other" in found)
    assert uses_of(analyse(text), section, name) != []
    assert uses_of(analyse(found), section, name) == []


def test_the_names_of_functions_are_no_references() -> None:
    text = HEAD + "      value: {other: {get_file: r}, r: r}\n"
    found = apply(analyse(text), {"op": "rename", "section": "resources", "name": "r", "to": "new"})
    assert "{get_file: r}, r: r}" in found


@pytest.mark.parametrize("cascade", [False, True])
def test_what_is_referred_to_by_a_broken_call_is_not_lost(cascade: bool) -> None:
    text = HEAD + "      value: {list_join: [{get_resource: r}]}\n"
    operation: dict[str, Any] = {"op": "remove_resource", "name": "r", "cascade": cascade}
    if not cascade:
        with pytest.raises(Refused, match="cannot be removed"):
            apply(analyse(text), operation)
    else:
        assert "get_resource" not in apply(analyse(text), operation)
