"""Parameter groups. What each line expects was asked of Heat 27.0.1."""

from __future__ import annotations

import pytest

from designer.parameters.groups import check_groups
from designer.syntax import read
from designer.template import build_template


@pytest.mark.parametrize(("groups", "expected"), [
    ("", []), ("[]", []), ("{}", []), ('""', []), ("text", ["HOT221"]), ("{a: b}", ["HOT221"]), ("5", ["HOT221"]),
    ("[a]", ["HOT222"]), ("[[]]", ["HOT222"]), ("[{}]", ["HOT223"]), ("[{parameters: null}]", ["HOT223"]),
    ("[{parameters: a}]", ["HOT224"]), ("[{parameters: {a: b}}]", ["HOT224"]), ("[{parameters: []}]", []),
    ("[{parameters: [a, b]}]", []), ("[{parameters: [a, a]}]", ["HOT225"]),
    ("[{parameters: [a]}, {parameters: [a]}]", ["HOT225"]), ("[{parameters: [c]}]", ["HOT226"]),
    ("[{parameters: [[a]]}]", ["HOT226"]), ("[{parameters: [5, null]}]", ["HOT226", "HOT226"]),
    ("[{parameters: ['OS::stack_id', 'OS::project_id']}]", []), ("[{parameters: ['OS::stack_name']}]", ["HOT226"]),
    ("[{parameters: [a], label: 5, more: x}]", []),
])
def test_groups(groups: str, expected: list[str]) -> None:
    parameters = "parameters: {a: {type: string}, b: {type: json}}\n"
    template = build_template(read(f"{parameters}parameter_groups: {groups}"))
    assert template is not None
    codes: list[str] = []
    check_groups(template, lambda code, place, **facts: codes.append(code))
    assert codes == expected
