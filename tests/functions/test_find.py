"""Which functions each version has. Source of the expectations: heat.engine.hot.template of Heat 27.0.1."""

from __future__ import annotations

import pytest

from designer.functions import all_names, find, names
from designer.functions.find import functions_of, stem_of
from designer.template.versions import VERSIONS

FIRST = {"Fn::Base64", "Fn::GetAZs", "Fn::Join", "Fn::MemberListToMap", "Fn::Replace", "Fn::ResourceFacade",
         "Fn::Select", "Fn::Split", "Ref"}
ALWAYS = {"get_attr", "get_file", "get_param", "get_resource", "list_join", "resource_facade", "str_replace"}
NEW = {"2015-04-30": {"repeat", "digest"}, "2015-10-15": {"str_split"}, "2016-04-08": {"map_merge"},
       "2016-10-14": {"yaql", "map_replace", "if"}, "2017-02-24": {"filter", "str_replace_strict"},
       "2017-09-01": {"make_url", "list_concat", "str_replace_vstrict", "list_concat_unique", "contains"}}


@pytest.mark.parametrize("version", sorted(VERSIONS))
def test_functions_of_a_version(version: str) -> None:
    expected = set(ALWAYS)
    for since, added in NEW.items():
        if since <= version:
            expected |= added
    if version < "2014-10-16":
        expected |= FIRST
    elif version < "2015-10-15":
        expected.add("Fn::Select")
    assert set(names(version)) == expected


@pytest.mark.parametrize("version", sorted(VERSIONS))
def test_functions_of_conditions(version: str) -> None:
    expected = set()
    if version >= "2016-10-14":
        expected = {"get_param", "equals", "not", "and", "or"}
    if version >= "2017-09-01":
        expected |= {"yaql", "contains"}
    assert set(names(version, condition=True)) == expected


@pytest.mark.parametrize("name", all_names())
def test_each_function_states_its_facts(name: str) -> None:
    module = find(name)
    assert name == module.NAME
    assert module.__name__.rsplit(".", 1)[1] == stem_of(name)
    assert module.SINCE in VERSIONS
    assert module.UNTIL is None or module.UNTIL in VERSIONS
    assert module.CONDITION is None or module.CONDITION in VERSIONS
    assert module.SUMMARY
    assert name in module.SIGNATURE
    assert callable(module.evaluate)


def test_a_name_that_is_none_is_none() -> None:
    for name in ("nope", "if_", "fn_join", "ref", "__init__", "", ".", "../if", "GET_PARAM", "Fn::", "Fn::Nope"):
        assert find(name) is None
        assert functions_of("2021-04-16").find(name) is None


def test_later_functions_are_no_calls() -> None:
    table = functions_of("2013-05-23")
    assert table.find("str_split") is not None
    assert "str_split" in table.data
    assert find("str_split", "2013-05-23") is None
