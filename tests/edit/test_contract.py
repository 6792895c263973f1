"""The operations that scripts rely on, on a template as people write it: exactly the lines that change."""

from __future__ import annotations

import difflib
from typing import Any

import pytest

from designer.analysis import analyse
from designer.edit import Refused, apply, operation_names, plan, plan_all
from designer.syntax import read
from designer.text import apply_edits
from tests.edit.styles import BLOCK

SERVER = ["resources", "server", "properties"]


def changed(operation: dict[str, Any], text: str = BLOCK) -> list[str]:
    """The lines that go and come."""
    step = plan(analyse(text), operation)
    after = step.applied()
    assert apply_edits(after, step.inverse) == text
    assert apply(read(text), operation) == after
    return [line for line in difflib.ndiff(text.split("\n"), after.split("\n")) if line[:2] in ("- ", "+ ")]


@pytest.mark.parametrize(("operation", "lines"), [
    ({"op": "set", "path": [*SERVER, "flavor"], "value": "m1.large"},
     ["-       flavor: {get_param: flavor}", "+       flavor: m1.large"]),
    ({"op": "set", "path": [*SERVER, "flavor"], "value": False},
     ["-       flavor: {get_param: flavor}", "+       flavor: false"]),
    ({"op": "set", "path": ["parameters", "flavor", "default"], "value": "0123"},
     ["-     default: m1.small  # the default", '+     default: "0123"  # the default']),
    ({"op": "set", "path": ["parameters", "flavor", "hidden"], "value": True}, ["+     hidden: true"]),
    ({"op": "set", "path": [*SERVER, "metadata", "b"], "value": "it's"},
     ["-       metadata: {a: 1, b: 'two', \"c\": \"three\"}",
      "+       metadata: {a: 1, b: 'it''s', \"c\": \"three\"}"]),
    ({"op": "set", "path": [*SERVER, "networks", 2, "port"], "value": "x"}, ["+       - port: x"]),
    ({"op": "set", "path": ["resources", "port", "properties", "fixed_ips", 1, "subnet"], "value": "c"},
     ["-         - subnet: b", "+         - subnet: c"]),
    ({"op": "set", "path": ["resources", "net", "properties", "name"], "value": "one net"},
     ["+     properties:", "+       name: one net"]),
    ({"op": "set", "path": ["description"], "value": "short"},
     ["-   folded", "-   over lines", "+   short"]),
    ({"op": "set", "path": ["description"], "value": "more\nlines\n"},
     ["- description: >-", "-   folded", "-   over lines", "+ description: |", "+   more", "+   lines"]),
    ({"op": "unset", "path": [*SERVER, "flavor"]}, ["-       flavor: {get_param: flavor}"]),
    ({"op": "unset", "path": [*SERVER, "metadata", "a"]},
     ["-       metadata: {a: 1, b: 'two', \"c\": \"three\"}", "+       metadata: {b: 'two', \"c\": \"three\"}"]),
    ({"op": "unset", "path": ["resources", "port", "properties", "fixed_ips", 0]},
     ["-         # first", "-         - subnet: a   # at the end"]),
    ({"op": "connect", "from": "server", "to": "net", "property": ["networks", 2, "network"]},
     ["+       - network: {get_resource: net}"]),
    ({"op": "connect", "from": "net", "to": "server"}, ["+     depends_on: server"]),
    ({"op": "connect", "from": "port", "to": "server"}, ["-     depends_on: net", "+     depends_on:", "+       - net",
                                                         "+       - server"]),
    ({"op": "disconnect", "from": "server", "to": "port"}, ["-       - port", "-       - port: {get_resource: port}"]),
    ({"op": "disconnect", "from": "port", "to": "net"},
     ["-     depends_on: net", "-       network: {get_resource: net}"]),
    ({"op": "rename", "section": "resources", "name": "port", "to": "door"},
     ["-   port:", "+   door:", "-       - port", "+       - door", "-       - port: {get_resource: port}",
      "+       - port: {get_resource: door}"]),
    ({"op": "rename", "section": "parameters", "name": "flavor", "to": "size"},
     ["-     parameters: [flavor, key]", "+     parameters: [size, key]", "-   flavor:", "+   size:",
      "-   big: {equals: [{get_param: flavor}, m1.large]}", "+   big: {equals: [{get_param: size}, m1.large]}",
      "-       flavor: {get_param: flavor}", "+       flavor: {get_param: size}"]),
    ({"op": "rename", "section": "conditions", "name": "big", "to": "large"},
     ["-   big: {equals: [{get_param: flavor}, m1.large]}", "+   large: {equals: [{get_param: flavor}, m1.large]}",
      "-     condition: big", "+     condition: large"]),
    ({"op": "rename", "section": "outputs", "name": "address", "to": "ip"}, ["-   address:", "+   ip:"]),
    ({"op": "add_resource", "name": "key", "type": "OS::Nova::KeyPair", "properties": {"name": "k"}, "after": "net"},
     ["+   key:", "+     type: OS::Nova::KeyPair", "+     properties:", "+       name: k", "+ "]),
])
def test_exactly_these_lines(operation: dict[str, Any], lines: list[str]) -> None:
    assert sorted(changed(operation)) == sorted(lines)


def test_a_resource_goes_with_its_lines_and_no_others() -> None:
    text = BLOCK[:BLOCK.index("outputs:")]
    found = changed({"op": "remove_resource", "name": "server"}, text)
    whole = BLOCK[BLOCK.index("  server:"):BLOCK.index("  # behind")]
    assert [line for line in found if line.strip("- ")] == ["- " + line for line in whole.split("\n") if line]
    after = apply(read(text), {"op": "remove_resource", "name": "server"})
    assert after.endswith("ip_address: 10.0.0.1\n  # behind all\n\n")


def test_what_refers_to_it_goes_too_if_it_may() -> None:
    after = apply(read(BLOCK), {"op": "remove_resource", "name": "server", "cascade": True})
    assert "server" not in after and "outputs" not in after and "# behind all" in after


@pytest.mark.parametrize(("operation", "reason"), [
    ({"op": "remove_resource", "name": "port"}, "remove.*server"),
    ({"op": "remove_resource", "name": "prot"}, "there is no resource prot .did you mean port"),
    ({"op": "rename", "section": "resources", "name": "port", "to": "net"}, "there is a resource net already"),
    ({"op": "rename", "section": "parameters", "name": "key", "to": "OS::stack_id"}, "every stack has"),
    ({"op": "add_resource", "name": "net", "type": "X"}, "there is a resource net already"),
    ({"op": "add_resource", "name": "x", "type": "X", "after": "nobody"}, "there is no nobody"),
    ({"op": "set", "path": ["resources", "net", 0], "value": 1}, "is a map"),
    ({"op": "set", "path": [*SERVER, "networks", 7], "value": 1}, "no place for number 7"),
    ({"op": "set", "path": [*SERVER, "flavor", "x"], "value": 1}, None),
    ({"op": "unset", "path": ["resources", "net", "metadata"]}, "there is no"),
    ({"op": "connect", "from": "net", "to": "net"}, "cannot need itself"),
    ({"op": "connect", "from": "net", "to": "gone"}, "there is no resource gone"),
    ({"op": "disconnect", "from": "net", "to": "server"}, "nothing in net names server"),
    ({"op": "dance"}, "there is no operation"),
    ({"op": "set", "path": [], "value": 1}, "path is a path"),
    ({"op": "set", "path": ["a"], "valeu": 1}, "set has no"),
    ([], "an operation is an object"),
])
def test_refused_in_one_line(operation: Any, reason: str | None) -> None:
    if reason is None:
        assert changed(operation)
        return
    with pytest.raises(Refused, match=reason) as caught:
        apply(analyse(BLOCK), operation)
    assert "\n" not in str(caught.value)


def test_nothing_to_do_is_no_edit() -> None:
    for operation in ({"op": "set", "path": ["parameters", "flavor", "default"], "value": "m1.small"},
                      {"op": "rename", "section": "resources", "name": "net", "to": "net"},
                      {"op": "connect", "from": "port", "to": "net"}):
        assert plan(analyse(BLOCK), operation).edits == []


def test_several_as_one() -> None:
    analysis = analyse(BLOCK)
    step = plan_all(analysis, [
        {"op": "add_resource", "name": "group", "type": "OS::Neutron::SecurityGroup"},
        {"op": "connect", "from": "server", "to": "group", "property": "security_groups"},
        {"op": "rename", "section": "resources", "name": "group", "to": "open"}])
    after = step.applied()
    assert "security_groups:\n        - {get_resource: open}" in after.replace("      - {", "        - {")
    assert apply_edits(after, step.inverse) == BLOCK and analysis.document.text == BLOCK
    with pytest.raises(Refused):
        plan_all(analysis, [{"op": "unset", "path": ["outputs"]}, {"op": "unset", "path": ["outputs"]}])


def test_every_operation_says_what_it_takes() -> None:
    for name in operation_names():
        with pytest.raises(Refused):
            apply(analyse(BLOCK), {"op": name, "nonsense": 1})


def test_comments_above_go_along_whatever_breaks_the_lines() -> None:
    text = "resources:\n  a:\n    type: X\n\n    # why\n    metadata: {b: 1}\n\n  b:\n    type: X\n"
    for newline in ("\n", "\r\n", "\r"):
        after = apply(read(text.replace("\n", newline)), {"op": "unset", "path": ["resources", "a", "metadata"]})
        assert after == "resources:\n  a:\n    type: X\n\n  b:\n    type: X\n".replace("\n", newline)


def test_a_bracket_does_not_close_inside_a_comment() -> None:
    text = "resources: {a: {type: X,  # why\n    metadata: {b: 1}}}\n"
    after = apply(read(text), {"op": "unset", "path": ["resources", "a", "metadata"]})
    assert after == "resources: {a: {type: X  # why\n    }}\n"
