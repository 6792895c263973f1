"""A JSON Schema for each version, held against the rules."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft7Validator

from designer.errors import DesignerError
from designer.syntax import read
from designer.template.versions import version_names
from designer.validate.schema import schema_of

RESOURCE = "resources:\n  a:\n    type: OS::Heat::RandomString\n"


def faults(text: str, version: str = "2018-08-31") -> list[Any]:
    root = read(f"heat_template_version: {version}\n{text}").root
    assert root is not None
    return list(Draft7Validator(schema_of(version)).iter_errors(root.plain()))


@pytest.mark.parametrize("version", version_names())
def test_every_version_has_a_schema_that_is_one(version: str) -> None:
    Draft7Validator.check_schema(schema_of(version))
    assert faults(RESOURCE, version) == []


def test_there_is_none_for_another_version() -> None:
    with pytest.raises(DesignerError, match="there is no HOT version 'xena'"):
        schema_of("xena")


def test_types_are_listed_when_asked_for() -> None:
    kind = schema_of("rocky", types=True)["definitions"]["resource"]["properties"]["type"]
    assert "OS::Nova::Server" in kind["anyOf"][0]["enum"]
    assert Draft7Validator(kind).is_valid("My::Own::Type")


@pytest.mark.parametrize("text", [
    "", "parameters:\noutputs: []\nresources: false\n", "__undefined__: 5\n", "description: [1]\n",
    "conditions: {c: true}\n", "conditions: {c: {equals: [a, b]}}\n",
    RESOURCE + "    deletion_policy: {get_param: p}\n    depends_on: []\n",
    RESOURCE + "    properties: {length: {get_param: p}, l: [1, {a: null}]}\n    condition: {not: c}\n",
    "parameters:\n  p: {type: string, constraints: [{length: {min: '5'}, description: x}], default: 5}\n",
    "outputs:\n  o: {value: , other: 1, condition: false}\n", "parameter_groups: [{parameters: [a], label: x}]\n"])
def test_what_heat_accepts(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", [
    "other: 1\n", "resources: [a]\n", "resources: {a: }\n", "resources: {a: {}}\n", "resources: {a: {type: 5}}\n",
    RESOURCE + "    foo: 1\n", RESOURCE + "    properties:\n",
    RESOURCE + "    depends_on: {a: 1}\n", RESOURCE + "    deletion_policy: Keep\n",
    RESOURCE + "    description: 5\n", "conditions:\n", "conditions: {c: x}\n",
    "conditions: {c: {get_attr: [a, b]}}\n", "outputs: {o: {}}\n", "outputs: {o: 1}\n", "parameters: {p: {}}\n",
    "parameters: {p: {type: text}}\n", "parameters: {p: {type: string, foo: 1}}\n", "parameter_groups: [a]\n",
    "parameters: {p: {type: string, constraints: [{}]}}\n", "parameters: {p: {type: string, constraints: 5}}\n"])
def test_what_heat_refuses(text: str) -> None:
    assert faults(text) != []


def test_versions_differ_as_their_words_do() -> None:
    assert faults("conditions: {}\n", "2016-04-08") and not faults("conditions: {}\n", "2016-10-14")
    policy = RESOURCE + "    deletion_policy: retain\n"
    assert faults(policy, "2016-04-08") and not faults(policy, "newton")
    old = RESOURCE + "    properties: {salt: {Ref: a}}\n"
    assert not faults(old, "2013-05-23") and faults(old, "2015-10-15")
