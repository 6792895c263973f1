"""Stacks inside a stack are checked with what they are given."""

from __future__ import annotations

from typing import Any

import pytest

from designer import catalog
from designer.analysis import analyse
from designer.environment import Given, provider_type
from designer.environment.facade import misfits

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
    return [(d.code, ".".join(map(str, d.path))) for d in found if d.severity == "error" and d.file is None]


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


WORDS = HEAD.replace("resources", "parameters:\n  length: {type: number}\nresources") + (
    "  x: {type: OS::Heat::RandomString, properties: {length: {get_param: length}}}\noutputs:\n  value: {value: x}\n")


@pytest.mark.parametrize(("inner", "found"), [
    (WORDS, []),  # a registered template may use the type that it stands for
    (WORDS.replace("type: number", "type: string"), ["HOT817"]),
    (WORDS.replace("  value: {", "  words: {"), ["HOT817"]),
    (WORDS.replace("  length: {type", "  size: {type: string, default: a}\n  length: {type"), []),
])
def test_a_template_looks_like_the_type_that_it_stands_for(inner: str, found: list[str]) -> None:
    environment = "resource_registry: {'OS::Heat::RandomString': inner.yaml}\n"
    assert [code for code, _ in errors("  a: {type: OS::Heat::RandomString, properties: {length: 5}}\n",
                                       [("env.yaml", environment)], inner=inner)] == found


@pytest.mark.parametrize(("kind", "inner", "how"), [
    ("OS::Heat::Value", "parameters:\n  value: {type: json}\n", "any"), ("OS::Cinder::Volume", "", "attribute"),
    ("OS::Nova::KeyPair", "", "property"), ("OS::Heat::None", "parameters:\n  more: {type: string}\n", "required")])
def test_how_a_template_does_not_fit(kind: str, inner: str, how: str) -> None:
    template, _ = provider_type(kind, HEAD.replace("resources:\n", inner) or HEAD)
    facade = catalog.find(kind)
    assert template is not None and facade is not None
    assert how in {each for each, _ in misfits(template, facade)}


def test_files_of_a_nested_template_lie_beside_it() -> None:
    outer = "  a: {type: sub/outer.yaml}\n"
    inner = HEAD + "  x: {type: member.yaml, properties: {size: 20}}\n"
    assert errors(outer, sub_outer=inner, sub_member=MEMBER) == [("HOT811", "resources.a.type")]
    assert errors(outer, sub_outer=inner.replace("size: 20", "size: 2"), sub_member=MEMBER) == []


def test_a_template_inside_itself_is_told_where_it_begins() -> None:
    found = analyse(HEAD + "  a: {type: loop.yaml}\n", files=Given({"loop.yaml": HEAD + "  x: {type: loop.yaml}\n"}))
    told, inside = [d for d in found.diagnostics if d.severity == "error"]
    assert (inside.code, inside.file, inside.path) == ("HOT812", "loop.yaml", ("resources", "x", "type"))
    assert "`loop.yaml` is made into a stack inside itself" in told.message


def test_what_is_opened_alone_is_checked_as_far_as_it_goes() -> None:
    found = analyse(HEAD + "  a: {type: member.yaml}\n  b: {type: OS::Nova::Sever}\n").diagnostics
    assert [d.code for d in found] == ["HOT802", "HOT401"]


OUTER = HEAD.replace("resources", "parameters:\n  size: {type: number}\nresources") + (
    "  one: {type: member.yaml, properties: {size: {get_param: size}}}\n"
    "  two: {type: OS::Heat::None, depends_on: nowhere}\n")


def inside(text: str, **files: str) -> list[tuple[str, str, str | None, list[str | None]]]:
    found = analyse(HEAD + text, files=Given({name + ".yaml": content for name, content in files.items()}))
    return [(d.code, d.severity, d.file, [r.file for r in d.related]) for d in found.diagnostics if d.file is not None]


def test_faults_inside_point_into_their_files_and_to_what_makes_them() -> None:
    wrong = MEMBER.replace("range: {min: 1", "range: {min: 5").replace("{get_param: size}", "{get_param: sise}")
    assert inside("  a: {type: outer.yaml, properties: {size: 7}}\n  b: {type: outer.yaml, properties: {size: 8}}\n",
                  outer=OUTER, member=wrong) == [
        ("HOT302", "error", "member.yaml", ["outer.yaml", None, None]),
        ("HOT811", "error", "outer.yaml", [None, None]), ("HOT116", "error", "outer.yaml", [None, None])]


def test_what_is_made_only_under_a_condition_fails_only_then() -> None:
    text = "conditions:\n  c: {equals: [{get_param: p}, a]}\nparameters:\n  p: {type: string}\n"
    broken = HEAD + "  x: {type: OS::Heat::None, depends_on: y}\n"
    found = analyse(HEAD.replace("resources", text + "resources") + "  a: {type: x.yaml, condition: c}\n",
                    files=Given({"x.yaml": broken})).diagnostics
    assert [(d.code, d.severity, d.file) for d in found if d.code in ("HOT811", "HOT116")] == [
        ("HOT811", "warning", None), ("HOT116", "warning", "x.yaml")]


def test_an_ignored_stack_is_ignored_with_all_inside() -> None:
    broken = HEAD + "  x: {type: OS::Heat::None, depends_on: y}\n"
    assert inside("  a:\n    type: x.yaml  # ignore HOT811 - made elsewhere\n", x=broken) == []


def test_doubts_inside_are_told_and_advice_is_not() -> None:
    member = HEAD.replace("resources", "parameters:\n  public: {type: boolean}\n  unused: {type: string, default: a}\n"
                                       "conditions:\n  c: {get_param: public}\nresources") + (
        "  a: {type: OS::Heat::RandomString, condition: c}\n"
        "  b: {type: OS::Heat::Value, properties: {value: {get_resource: a}}}\n")
    of = "  s: {type: OS::Heat::Value, properties: {value: x}}\n  m: {type: member.yaml, properties: {public: %s}}\n"
    assert inside(of % "true", member=member) == []
    assert inside(of % "{get_attr: [s, value]}", member=member) == [
        ("HOT340", "warning", "member.yaml", ["member.yaml", None])]


def test_what_an_environment_gives_by_default_is_the_default_inside() -> None:
    of = "  a: {type: member.yaml, properties: {size: 5}}\n"
    for value, found in ((7, []), (70, [("HOT811", "resources.a.type")]), ("x", [("HOT811", "resources.a.type")])):
        assert errors(of, [("e.yaml", f"parameter_defaults: {{size: {value}}}\n")], member=MEMBER) == found


def test_why_a_template_is_none_is_told_in_its_file() -> None:
    broken = "heat_template_version: 2018-08-31\nresources: [\n"
    assert inside("  a: {type: x.yaml}\n", x=broken) == [("HOT001", "error", "x.yaml", ["x.yaml", None])]
    group = "  a: {type: OS::Heat::ResourceGroup, properties: {count: 1, resource_def: {type: x.yaml}}}\n"
    assert inside(group, x="- no map\n") == [("HOT007", "error", "x.yaml", [None])]
