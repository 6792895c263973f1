"""What expressions refer to, and from where."""

from __future__ import annotations

from typing import Any

TEMPLATE = """
parameters:
  text: {type: string}
  given: {type: boolean, default: true}
conditions:
  given: {get_param: given}
  not_given: {not: given}
  unknown: {equals: [{get_param: text}, x]}
resources:
  net: {type: OS::Neutron::Net}
  port:
    type: OS::Neutron::Port
    condition: unknown
    properties:
      network: {get_resource: net}
      fixed_ips:
        if: [given, [{ip_address: {get_attr: [other, fixed_ips, 0, {get_param: text}]}}], {get_resource: other}]
    metadata:
      a: {if: [unknown, {get_resource: net}, {get_resource: other}]}
  other: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
outputs:
  out:
    condition: not_given
    value: {get_attr: [port, name]}
"""


def seen(references: list[Any]) -> list[tuple[Any, ...]]:
    return [(each.kind, each.target, each.steps, each.enabled, each.section) for each in references]


def test_references_of_a_resource(run: Any) -> None:
    values = run(TEMPLATE).values.resources["port"]
    assert values.enabled is None
    assert seen(values.references) == [
        ("condition", "unknown", (), True, "condition"),
        ("get_resource", "net", (), True, "properties"),
        ("condition", "given", (), True, "properties"),
        ("get_param", "text", (), True, "properties"),
        ("get_attr", "other", ("fixed_ips", 0, None), True, "properties"),
        ("get_resource", "other", (), False, "properties"),
        ("condition", "unknown", (), True, "metadata"),
        ("get_resource", "net", (), None, "metadata"),
        ("get_resource", "other", (), None, "metadata"),
    ]


def test_references_of_conditions_and_outputs(run: Any) -> None:
    values = run(TEMPLATE).values
    assert seen(values.condition_references["not_given"]) == [("condition", "given", (), True, "conditions")]
    assert seen(values.condition_references["unknown"]) == [("get_param", "text", (), True, "conditions")]
    assert values.outputs["out"].enabled is False
    assert seen(values.outputs["out"].references) == [
        ("condition", "not_given", (), True, "condition"), ("get_attr", "port", ("name",), True, "output")]
    assert values.conditions == {"given": True, "not_given": False, "unknown": None}


def test_a_reference_knows_its_place_and_its_call(run: Any) -> None:
    (reference,) = run("""
resources:
  a: {type: OS::Heat::RandomString, properties: {salt: {get_attr: [b, value]}}}
  b: {type: OS::Heat::RandomString}
""").values.resources["a"].references
    assert reference.place.path() == ("resources", "a", "properties", "salt", "get_attr", 0)
    assert reference.call.path() == ("resources", "a", "properties", "salt")


def test_unknown_names_are_references_too(run: Any) -> None:
    values = run("outputs: {out: {value: [{get_resource: a}, {get_param: b}]}}").values
    assert [(each.kind, each.target) for each in values.outputs["out"].references] == [("get_resource", "a")]


def test_faults_are_certain_where_heat_meets_them(run: Any) -> None:
    found = run("""
conditions: {never: false}
resources:
  idle: {type: OS::Heat::RandomString, condition: never, properties: {salt: {get_resource: nope}, length: {if: 5}}}
  busy: {type: OS::Heat::RandomString, properties: {salt: {if: [never, {list_join: 5}, {get_resource: nope}]}}}
outputs:
  gone: {condition: never, value: {list_join: 5}}
  shown: {value: {str_split: [",", 5]}}
  parsed: {value: {list_join: 5}}
""")
    assert [(code, path[1], facts["certain"]) for code, path, facts in found.faults] == [
        ("HOT301", "idle", False), ("HOT321", "idle", True), ("HOT321", "busy", False), ("HOT301", "busy", True),
        ("HOT321", "gone", False), ("HOT323", "shown", False), ("HOT321", "parsed", True)]


def test_a_resource_can_be_evaluated_alone(run: Any) -> None:
    from designer.functions import ResourceValues, evaluate_resource

    whole = run(TEMPLATE)
    before = whole.values.resources["port"]
    faults: list[Any] = []
    again = ResourceValues(before.resource, before.enabled)
    evaluate_resource(again, whole.values.shared, lambda *each, **_: faults.append(each))
    assert seen(again.references) == [each for each in seen(before.references) if each[4] != "condition"]
    assert not faults
