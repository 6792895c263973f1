"""Stacks inside a stack are checked with what they are given."""

from __future__ import annotations

from typing import Any

import pytest

from designer.analysis import analyse
from designer.environment import Given

MEMBER = """\
heat_template_version: 2018-08-31
parameters:
  size: {type: number, constraints: [{range: {min: 1, max: 10}}]}
  net: {type: string, default: private}
resources:
  volume:
    type: OS::Cinder::Volume
    properties: {size: {get_param: size}}
outputs:
  id: {value: {get_resource: volume}}
"""
HEAD = "heat_template_version: 2018-08-31\nresources:\n"


def errors(text: str, environments: Any = (), **files: str) -> list[tuple[str, str]]:
    given = Given({name.replace("_", "/", 1) + ".yaml": content for name, content in files.items()})
    found = analyse(HEAD + text, files=given, environments=environments).diagnostics
    return [(d.code, ".".join(map(str, d.path))) for d in found if d.severity == "error"]


USED = "  a: {type: member.yaml, properties: {size: {get_attr: [b, size]}}}\n"
GROUP = "  a: {type: OS::Heat::ResourceGroup, properties: {count: %d, resource_def: %s}}\n"
SCALING = "  a: {type: OS::Heat::AutoScalingGroup, properties: {min_size: 1, max_size: 2, resource: %s}}\n"
WRONG_VOLUME = "{type: OS::Cinder::Volume, properties: {sise: 1}}"


@pytest.mark.parametrize(("text", "found"), [
    ("  a: {type: member.yaml, properties: {size: 5}}\n", []),
    (USED + "  b: {type: OS::Cinder::Volume, properties: {size: 1}}\n", []),
    ("  a: {type: member.yaml}\n", []),  # parameter_defaults may still give the size
    ("  a: {type: member.yaml, properties: {size: 5, sise: 1}}\n", [("HOT402", "resources.a.properties.sise")]),
    ("  a: {type: missing.yaml}\n", [("HOT801", "resources.a.type")]),
    ("  a: {type: broken.yaml}\n", [("HOT810", "resources.a.type")]),
    ("  a: {type: dangling.yaml}\n", [("HOT811", "resources.a.type")]),
    ("  a: {type: loop.yaml}\n", [("HOT811", "resources.a.type")]),
    (GROUP % (2, "{type: member.yaml, properties: {size: '%index%'}}"),
     [("HOT405", "resources.a.properties.resource_def.properties.size")]),
    (GROUP % (1, "{type: OS::Nova::Keypear}"), [("HOT401", "resources.a.properties.resource_def.type")]),
    (GROUP % (0, "{type: OS::Nova::Keypear}"), []),
    (SCALING % WRONG_VOLUME, [("HOT402", "resources.a.properties.resource.properties.sise")]),
])
def test_nested(text: str, found: list[tuple[str, str]]) -> None:
    assert errors(text, member=MEMBER, broken="- no", dangling=HEAD + "  x: {type: OS::Heat::None, depends_on: y}\n",
                  loop=HEAD + "  x: {type: loop.yaml}\n") == found


def test_a_registered_template_may_use_the_type_it_stands_for() -> None:
    environment = "resource_registry: {'OS::Heat::Value': inner.yaml}\n"
    inner = HEAD.replace("resources", "parameters:\n  value: {type: string}\nresources") + (
        "  x: {type: OS::Heat::Value, properties: {value: {get_param: value}}}\n")
    assert errors("  a: {type: OS::Heat::Value, properties: {value: x}}\n", [("env.yaml", environment)],
                  inner=inner) == []


def test_files_of_a_nested_template_lie_beside_it() -> None:
    outer = "  a: {type: sub/outer.yaml}\n"
    inner = HEAD + "  x: {type: member.yaml, properties: {size: 20}}\n"
    assert errors(outer, sub_outer=inner, sub_member=MEMBER) == [("HOT811", "resources.a.type")]
    assert errors(outer, sub_outer=inner.replace("size: 20", "size: 2"), sub_member=MEMBER) == []


def test_a_template_inside_itself_is_told_where_it_begins() -> None:
    found = analyse(HEAD + "  a: {type: loop.yaml}\n", files=Given({"loop.yaml": HEAD + "  x: {type: loop.yaml}\n"}))
    (told,) = [d for d in found.diagnostics if d.severity == "error"]
    assert "`loop.yaml` is made into a stack inside itself" in told.message


def test_what_is_opened_alone_is_checked_as_far_as_it_goes() -> None:
    found = analyse(HEAD + "  a: {type: member.yaml}\n  b: {type: OS::Nova::Sever}\n").diagnostics
    assert [d.code for d in found] == ["HOT802", "HOT401"]
