"""References that fail for some values of parameters: what is said is what trying all values shows."""

from __future__ import annotations

from itertools import product
from random import Random
from time import perf_counter

import pytest

from designer.analysis import analyse

STAGES = ("dev", "test", "prod")
HEAD = """heat_template_version: 2021-04-16
parameters:
  stage: {type: string, constraints: [{allowed_values: [dev, test, prod]}]}
  flag: {type: boolean, default: false}
  mode: {type: string, default: plain}
"""


def expression(random: Random, names: list[str], depth: int = 2) -> str:
    kind = random.randrange(7 if depth else 4)
    if kind == 0:
        return f"{{equals: [{{get_param: stage}}, {random.choice(STAGES)}]}}"
    if kind == 1:
        return "{get_param: flag}"
    if kind == 2:
        return f"{{equals: [{random.choice(('plain', 'fancy'))}, {{get_param: mode}}]}}"
    if kind == 3 and names:
        return random.choice(names)
    if kind == 4:
        return f"{{not: {expression(random, names, depth - 1)}}}"
    first, second = [expression(random, names, max(depth - 1, 0)) for _ in range(2)]
    return f"{{{random.choice(('and', 'or'))}: [{first}, {second}]}}"


def template(random: Random) -> str:
    names: list[str] = []
    lines = [HEAD + "conditions:"]
    for number in range(4):
        text = expression(random, names)
        lines.append(f"  c{number}: " + (text if text.startswith("{") else f"{{not: {text}}}"))
        names.append(f"c{number}")
    lines.append("resources:\n  r0: {type: OS::Heat::Value, condition: c0, properties: {value: x}}")
    for number in range(1, 5):
        target = f"r{random.randrange(number)}"
        value = f"{{get_attr: [{target}, value]}}"
        for _ in range(random.randrange(2)):
            branches = [value, "x"]
            random.shuffle(branches)
            value = f"{{if: [{random.choice(names)}, {', '.join(branches)}]}}"
        condition = f"condition: {random.choice(names)}, " if random.random() < 0.7 else ""
        lines.append(f"  r{number}: {{type: OS::Heat::Value, {condition}properties: {{value: {value}}}}}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(60))
def test_the_same_as_trying_all(seed: int) -> None:
    text = template(Random(seed))
    failing = set()
    for stage, flag, mode in product(STAGES, (True, False), ("plain", "fancy", "none of these")):
        found = analyse(text, given={"stage": stage, "flag": flag, "mode": mode}).diagnostics
        assert not any(each.code == "HOT340" for each in found), "with all values given nothing is left open"
        failing |= {each.start for each in found if each.code == "HOT303"}
    said = {each.start for each in analyse(text).diagnostics if each.code in ("HOT303", "HOT340")}
    assert said == failing, text


@pytest.mark.parametrize(("condition", "words"), [
    ("{equals: [{get_param: stage}, dev]}", "`stage` is `test`"),
    ("{not: {equals: [{get_param: mode}, fancy]}}", "`mode` is `fancy`"),
    ("{and: [{get_param: flag}, {equals: [{get_param: 'OS::stack_name'}, main]}]}", "`flag` is false"),
    ("{equals: [{get_param: [map, key]}, a]}", "`map.key` is not `a`"),
    ("{yaql: {expression: '$.data = 1', data: {get_param: size}}}", "`{\"yaql\":"),
])
def test_says_for_which_values(condition: str, words: str) -> None:
    text = HEAD + f"""  map: {{type: json}}
  size: {{type: number}}
resources:
  a: {{type: OS::Heat::Value, condition: {condition}, properties: {{value: x}}}}
  b: {{type: OS::Heat::Value, properties: {{value: {{get_resource: a}}}}}}
"""
    said = [each for each in analyse(text).diagnostics if each.code in ("HOT340", "HOT303")]
    assert len(said) == 1
    if said[0].code == "HOT340":
        assert words in said[0].message
        assert said[0].related


def test_once_for_each_pair_of_resources() -> None:
    text = HEAD + """resources:
  a: {type: OS::Heat::Value, condition: {not: {get_param: flag}}, properties: {value: x}}
  b:
    type: OS::Heat::Value
    properties: {value: {list_join: ['', [{get_resource: a}, {get_attr: [a, value]}, {get_resource: a}]]}}
"""
    assert [each.code for each in analyse(text).diagnostics].count("HOT340") == 1


def test_thirty_conditions_are_no_trouble() -> None:
    lines = ["heat_template_version: 2021-04-16", "parameters:"]
    lines += [f"  p{number}: {{type: boolean}}" for number in range(30)]
    lines += ["conditions:", "  c0: {get_param: p0}"]
    # each is the exclusive or of the one before and another parameter: the worst there is
    lines += [f"  c{n}: {{or: [{{and: [c{n - 1}, {{not: {{get_param: p{n}}}}}]}}, "
              f"{{and: [{{not: c{n - 1}}}, {{get_param: p{n}}}]}}]}}" for n in range(1, 30)]
    lines.append("resources:")
    lines += [f"  r{n}: {{type: OS::Heat::Value, condition: c{n % 30}, properties: "
              f"{{value: {{if: [c{n * 7 % 30}, {{get_resource: r{max(n * 3 % 300 - 1, 0)}}}, x]}}}}}}"
              for n in range(300)]
    text = "\n".join(lines) + "\n"
    analyse(text)
    start = perf_counter()
    found = analyse(text).diagnostics
    assert perf_counter() - start < 2
    assert any(each.code == "HOT340" for each in found)


def test_a_default_from_an_environment_is_not_left_open() -> None:
    text = HEAD + """resources:
  a: {type: OS::Heat::Value, condition: {get_param: flag}, properties: {value: x}}
  b: {type: OS::Heat::Value, properties: {value: {get_resource: a}}}
"""
    environment = ("prod.yaml", "parameter_defaults: {flag: true}\n")
    assert not [each for each in analyse(text, environments=[environment]).diagnostics
                if each.code in ("HOT303", "HOT340")]


CIRCLE = HEAD + """  one: {type: string}
conditions:
  dev: {equals: [{get_param: stage}, dev]}
  prod: {equals: [{get_param: stage}, prod]}
resources:
  a: {type: OS::Heat::Value, %sproperties: {value: {if: [%s, {get_resource: b}, x]}}}
  b: {type: OS::Heat::Value, %sproperties: {value: {if: [%s, {get_resource: a}, x]}}}
"""


@pytest.mark.parametrize(("a", "from_a", "b", "from_b", "words"), [
    ("", "dev", "", "dev", "when `stage` is `dev`:"),
    ("", "dev", "", "{not: prod}", "when `stage` is `dev`:"),
    ("", "dev", "", "prod", None),
    ("", "dev", "", "{not: dev}", None),
    ("condition: dev, ", "dev", "condition: prod, ", "prod", None),
    ("condition: dev, ", "dev", "condition: prod, ", "dev", None),
    ("", "{equals: [{get_param: one}, x]}", "", "prod", "when `one` is `x` and `stage` is `prod`:"),
])
def test_a_circle_that_only_some_values_close(a: str, from_a: str, b: str, from_b: str, words: str | None) -> None:
    said = [each for each in analyse(CIRCLE % (a, from_a, b, from_b)).diagnostics if each.code == "HOT601"]
    assert len(said) == (words is not None)
    for each in said:
        assert each.severity == "warning"
        assert words is not None and words in each.message
