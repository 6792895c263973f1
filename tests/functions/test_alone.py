"""Each function alone: the value, or the code of the refusal.

Every line was asked of Heat 27.0.1 and is what it answers.
"""

from __future__ import annotations

from typing import Any

import pytest

from designer.cli.cases import answer

PARAMETERS = {
    "s": {"type": "string", "default": "hello world"},
    "empty": {"type": "string", "default": ""},
    "n": {"type": "number", "default": 7},
    "f": {"type": "number", "value": "1.5"},
    "yes": {"type": "boolean", "value": "on"},
    "l": {"type": "comma_delimited_list", "default": "one, two,three"},
    "j": {"type": "json", "default": {"a": 1, "b": {"c": ["p", {"d": "deep"}]}, "nil": None}},
    "jl": {"type": "json", "value": '[{"x": 1}, {"x": 2}]'},
}
CONDITIONS = {"on": True, "off": {"not": "on"}}


def ask(version: str, expression: Any, **more: Any) -> Any:
    """The value, or the code of the refusal behind an exclamation mark."""
    case: dict[str, Any] = {"version": version, "expression": expression, "parameters": PARAMETERS,
                            "files": {"a.txt": "text\n"}, **more}
    if version >= "2016-10-14":
        case.setdefault("conditions", CONDITIONS)
    found = answer(case)
    return found["value"] if found["ok"] else "!" + found["code"]


def p(name: Any) -> dict[str, Any]:
    return {"get_param": name}


OLD, EARLY, MIDDLE, LATER, NEW = "2013-05-23", "2014-10-16", "2016-10-14", "2018-08-31", "2021-04-16"

TABLE: list[tuple[str, Any, Any]] = [
    # get_param
    (OLD, p("s"), "hello world"), (OLD, p("n"), 7), (OLD, p("f"), 1.5), (OLD, p("yes"), True),
    (OLD, p("l"), ["one", " two", "three"]), (OLD, p(["l", "1"]), " two"), (OLD, p(["l", -1]), "three"),
    (OLD, p(["l", 9]), ""), (OLD, p(["l", "x"]), ""), (OLD, p(["j", "b", "c", 1, "d"]), "deep"),
    (OLD, p(["j", "nil"]), None), (OLD, p(["s", 0]), "h"), (OLD, p(["n", 0]), ""), (OLD, p(["jl", 1, "x"]), 2),
    (OLD, p(["j", p("s")]), ""), (OLD, p("OS::stack_name"), "dummy"), (OLD, p("nope"), "!HOT302"),
    (OLD, p(""), "!HOT321"), (OLD, p([]), "!HOT321"), (OLD, p({"a": 1}), "!HOT321"), (OLD, p(5), "!HOT321"),
    # get_resource, get_attr
    (OLD, {"get_resource": "a"}, "!HOT301"), (OLD, {"get_resource": ["a"]}, "!HOT321"),
    (OLD, {"get_attr": ["a"]}, "!HOT321"), (NEW, {"get_attr": ["a"]}, "!HOT301"), (NEW, {"get_attr": "a"}, "!HOT301"),
    (NEW, {"get_attr": "ab"}, "!HOT321"), (OLD, {"get_attr": p("l")}, "!HOT321"),
    # str_replace
    (OLD, {"str_replace": {"template": "$a $ab", "params": {"$a": 1, "$ab": True}}}, "1 True"),
    (OLD, {"str_replace": {"template": "ab", "params": {"a": "b", "b": "c"}}}, "bc"),
    (OLD, {"str_replace": {"template": "a", "params": {"a": None}}}, ""),
    (OLD, {"str_replace": {"template": "a", "params": {"a": ["b"]}}}, "!HOT327"),
    (NEW, {"str_replace": {"template": "a", "params": {"a": {"c": 1, "b": [None]}}}}, '{"b": [null], "c": 1}'),
    (NEW, {"str_replace": {"template": "a", "params": {"": "b"}}}, "!HOT324"),
    (NEW, {"str_replace": {"template": 5, "params": {}}}, "!HOT323"),
    (NEW, {"str_replace": {"template": "a", "params": p("j")}}, "1"),
    (NEW, {"str_replace": {"template": "a", "params": p("l")}}, "!HOT323"),
    (NEW, {"str_replace": {"template": "a"}}, "!HOT321"), (NEW, {"str_replace": p("j")}, "!HOT321"),
    (NEW, {"str_replace": {"template": "a", "params": {}, "more": p("nope")}}, "a"),
    (NEW, {"str_replace_strict": {"template": "ab", "params": {"ab": "x", "a": "y"}}}, "!HOT325"),
    (NEW, {"str_replace_strict": {"template": "a", "params": {"a": ""}}}, ""),
    (NEW, {"str_replace_vstrict": {"template": "a", "params": {"a": ""}}}, "!HOT328"),
    (NEW, {"str_replace_vstrict": {"template": "a", "params": {"a": 0}}}, "0"),
    # list_join
    (OLD, {"list_join": [",", ["a", None, "b"]]}, "a,,b"), (OLD, {"list_join": [",", ["a", {}]]}, "!HOT329"),
    (OLD, {"list_join": [",", ["a"], ["b"]]}, "!HOT321"), (NEW, {"list_join": [",", ["a"], ["b"]]}, "a,b"),
    (NEW, {"list_join": [",", ["a", {"k": 1}, [2]]]}, 'a,{"k": 1},[2]'), (NEW, {"list_join": [",", [1]]}, "!HOT329"),
    (NEW, {"list_join": [",", "", {}, 0, ["a"]]}, "a"), (NEW, {"list_join": [",", "a"]}, "!HOT323"),
    (NEW, {"list_join": [None, ["a"]]}, "!HOT323"), (NEW, {"list_join": p("l")}, "!HOT321"),
    # repeat
    ("2015-04-30", {"repeat": {"template": "$a", "for_each": {"$a": ["x", "y"]}}}, ["x", "y"]),
    ("2015-04-30", {"repeat": {"template": "$a", "for_each": {"$a": {"k": 1}}}}, "!HOT323"),
    (NEW, {"repeat": {"template": {"$a": "$b"}, "for_each": {"$a": {"k": 1}, "$b": ["x",
    "y"]}}}, [{"k": "x"}, {"k": "y"}]),
    (NEW, {"repeat": {"template": "$a$b", "for_each": {"$a": ["1", "2"], "$b": ["x", "y"]}, "permutations": False}},
     ["1x", "2y"]),
    (NEW, {"repeat": {"template": "a", "for_each": {"a": ["1", "2"], "b": ["x"]}, "permutations": False}}, "!HOT333"),
    (NEW, {"repeat": {"template": "a", "for_each": {"a": [1]}}}, "!HOT323"),
    (NEW, {"repeat": {"template": 3, "for_each": {"a": [1, 2]}}}, [3, 3]),
    (NEW, {"repeat": {"template": "a", "for_each": {"a": None}}}, []),
    (NEW, {"repeat": {"template": "a", "for_each": {}}}, "!HOT323"),
    (NEW, {"repeat": {"template": "a", "for_each": {"a": ["b"]}, "permutations": p("yes")}}, "!HOT321"),
    (MIDDLE, {"repeat": {"template": "a", "for_each": {"a": ["b"]}, "permutations": p("nope")}}, ["b"]),
    # digest
    (NEW, {"digest": ["md5", "a"]}, "0cc175b9c0f1b6a831c399e269772661"),
    (NEW, {"digest": ["SHA1", "\u00fc"]}, "ab461f6b8a6842a473257a2561c1fbdf91bdfe77"),
    (NEW, {"digest": ["md5", "\u03c9"]}, "!HOT331"), (NEW, {"digest": ["md6", "a"]}, "!HOT330"),
    (NEW, {"digest": ["shake_128", "a"]}, "!HOT330"), (NEW, {"digest": ["md5", 1]}, "!HOT323"),
    (NEW, {"digest": ["md5"]}, "!HOT321"), (NEW, {"digest": "md5"}, "!HOT321"),
    # str_split
    (NEW, {"str_split": [",", "a,b"]}, ["a", "b"]), (NEW, {"str_split": [",", "a,b", -1]}, "b"),
    (NEW, {"str_split": [",", "a,b", "1", "more"]}, "b"), (NEW, {"str_split": [",", "a,b", 2]}, "!HOT332"),
    (NEW, {"str_split": [",", None, 2]}, None), (NEW, {"str_split": [None, " a b"]}, ["a", "b"]),
    (NEW, {"str_split": ["", "a"]}, "!HOT323"), (NEW, {"str_split": [",", 5]}, "!HOT323"),
    (NEW, {"str_split": "a"}, "!HOT321"), (NEW, {"str_split": p("s")}, "!HOT321"),
    # map_merge, map_replace
    (NEW, {"map_merge": [{"a": 1}, None, {"a": 2, "b": 3}]}, {"a": 2, "b": 3}), (NEW, {"map_merge": ""}, {}),
    (NEW, {"map_merge": [["a"]]}, "!HOT323"), (NEW, {"map_merge": {"a": {}}}, "!HOT321"),
    (NEW, {"map_replace": [{"a": "x", "b": [1]}, {"keys": {"a": "A"}, "values": {"x": 5}}]}, {"A": 5, "b": [1]}),
    (NEW, {"map_replace": [{"a": 1, "b": 2}, {"keys": {"a": "b"}}]}, "!HOT335"),
    (NEW, {"map_replace": [{"a": 1, "b": 2}, {"keys": {"a": "c", "b": "c"}}]}, "!HOT335"),
    (NEW, {"map_replace": [{"a": 1}, {"key": {}}]}, "!HOT321"), (NEW, {"map_replace": [{"a": 1}, None]}, {"a": 1}),
    (NEW, {"map_replace": [{"a": 1}]}, "!HOT321"),
    # lists
    (NEW, {"list_concat": [["a"], None, p("l"), ["a"]]}, ["a", "one", " two", "three", "a"]),
    (NEW, {"list_concat_unique": [["a", 1, True], ["a", [1], [1]]]}, ["a", 1, [1]]),
    (NEW, {"list_concat": ["a"]}, "!HOT323"), (NEW, {"list_concat": "a"}, "!HOT321"),
    (NEW, {"filter": [["a"], ["a", "b", "a"]]}, ["b"]), (NEW, {"filter": [None, ["a"]]}, ["a"]),
    (NEW, {"filter": [p("nope"), ""]}, ""), (NEW, {"filter": [["a"], "b"]}, "!HOT323"),
    (NEW, {"filter": [["a"]]}, "!HOT321"),
    (NEW, {"contains": ["a", ["a"]]}, True), (NEW, {"contains": ["ell", p("s")]}, True),
    (NEW, {"contains": [5, p("s")]}, "!HOT323"), (NEW, {"contains": ["a", {"a": 1}]}, "!HOT323"),
    (NEW, {"contains": ["a"]}, "!HOT321"),
    # make_url
    (NEW, {"make_url": {"scheme": "http", "username": "a b", "password": "p/:", "host": "::1", "port": "80",
    "path": "a b",
                        "query": {"k": "/x y"}, "fragment": "\u00fc"}},
     "http://a%20b:p%2F%3A@[::1]:80/a%20b?k=/x+y#%C3%BC"),
    (NEW, {"make_url": {}}, ""), (NEW, {"make_url": {"host": "[a]", "path": "/b"}}, "//a/b"),
    (NEW, {"make_url": {"scheme": "http"}}, "http://"), (NEW, {"make_url": {"port": 0}}, "!HOT334"),
    (NEW, {"make_url": {"scheme": "a:b"}}, "!HOT334"), (NEW, {"make_url": {"host": None}}, "!HOT334"),
    (NEW, {"make_url": {"query": []}}, "!HOT334"), (NEW, {"make_url": {"hots": "a"}}, "!HOT321"),
    (NEW, {"make_url": p("j")}, "!HOT321"),
    # if
    (NEW, {"if": ["on", 1, 2]}, 1), (NEW, {"if": ["off", p("nope"), 2]}, 2), (NEW, {"if": [None, 1, 2]}, 1),
    (NEW, {"if": [{"equals": [1, 1.0]}, 1, 2]}, 1), (NEW, {"if": [{"get_param": "yes"}, 1, 2]}, 1),
    (NEW, {"if": ["maybe", 1, 2]}, "!HOT251"), (NEW, {"if": [["on"], 1, 2]}, "!HOT251"),
    (NEW, {"if": ["on", 1]}, 1), (LATER, {"if": ["on", 1]}, "!HOT321"), (NEW, {"if": p("l")}, "!HOT321"),
    (NEW, [{"if": ["off", 1]}, "z"], ["z"]), (NEW, {"k": {"if": ["off", 1]}}, {}), (NEW, {"if": ["off", 1]}, None),
    (NEW, {"if": [{"get_file": "a"}, 1, 2]}, "!HOT312"),
    # files, facades
    (OLD, {"get_file": "a.txt"}, "text\n"), (OLD, {"get_file": "b.txt"}, "!HOT307"),
    (OLD, {"get_file": ["a"]}, "!HOT323"),
    (OLD, {"resource_facade": "metadata"}, "!HOT338"), (OLD, {"resource_facade": "Metadata"}, "!HOT321"),
    (OLD, {"Fn::ResourceFacade": "Metadata"}, "!HOT338"),
    # yaql
    (MIDDLE, {"yaql": {"expression": "$.data.v.sum()", "data": {"v": [1, 2]}}}, 3),
    (MIDDLE, {"yaql": {"expression": "$.data"}}, {}), (MIDDLE, {"yaql": {"expression": "$.data.",
    "data": 1}}, "!HOT336"),
    (MIDDLE, {"yaql": {"expression": "$.data.a", "data": {}}}, "!HOT337"), (MIDDLE, {"yaql": {"data": 1}}, "!HOT321"),
    (MIDDLE, {"yaql": {"expression": "1", "more": 1}}, "!HOT321"), (MIDDLE, {"yaql": {"expression": 5}}, "!HOT323"),
    (MIDDLE, {"yaql": {"expression": p("s")}}, "!HOT336"),
    # what a version does not have is data, what it no longer has is refused
    ("2015-04-30", {"str_split": [",", p("n")]}, {"str_split": [",", 7]}), (OLD, {"if": [1]}, {"if": [1]}),
    (NEW, {"equals": [1, 1]}, {"equals": [1, 1]}), (NEW, {"get_parm": "s"}, {"get_parm": "s"}),
    (NEW, {"Fn::GetAtt": [1]}, {"Fn::GetAtt": [1]}), (EARLY, {"Ref": "s"}, "!HOT311"),
    (EARLY, {"Fn::Join": 5}, "!HOT311"),
    ("2015-10-15", {"Fn::Select": [0, ["a"]]}, "!HOT311"), ("2017-01-01", 1, "!HOT102"),
    # the functions of the first version
    (OLD, {"Ref": "s"}, "hello world"), (OLD, {"Ref": "nope"}, "!HOT302"), (OLD, {"Ref": p("s")}, "!HOT321"),
    (OLD, {"Fn::Join": ["-", p("l")]}, "one- two-three"), (OLD, {"Fn::Join": ["-", [1]]}, "!HOT329"),
    (OLD, {"Fn::Split": [" ", p("s")]}, ["hello", "world"]), (OLD, {"Fn::Split": [p("empty"), "a"]}, "!HOT323"),
    (OLD, {"Fn::Replace": [{"a": "b"}, "aa"]}, "bb"), (OLD, {"Fn::Replace": [{"a": ["b"]}, "aa"]}, "!HOT327"),
    (OLD, {"Fn::Replace": "a"}, "!HOT321"), (OLD, {"Fn::Base64": "a"}, "a"), (OLD, {"Fn::Base64": 5}, "!HOT323"),
    (EARLY, {"Fn::Select": ["1", p("l")]}, " two"), (EARLY, {"Fn::Select": [9, ["a"]]}, ""),
    (EARLY, {"Fn::Select": ["a", p("j")]}, 1), (EARLY, {"Fn::Select": [0, '["x"]']}, "x"),
    (EARLY, {"Fn::Select": [0, "x"]}, "!HOT339"), (EARLY, {"Fn::Select": ["x", ["a"]]}, "!HOT323"),
    (EARLY, {"Fn::Select": [0, ""]}, ""), (EARLY, {"Fn::Select": [0, 5]}, "!HOT323"),
    (EARLY, {"Fn::Select": [0]}, "!HOT321"),
    (OLD, {"Fn::MemberListToMap": ["N", "V", [".member.1.N=b", ".member.1.V=2", ".member.0.N=a", ".member.0.V=1"]]},
     {"a": "1", "b": "2"}),
    (OLD, {"Fn::MemberListToMap": ["N", "V", ["x"]]}, "!HOT339"),
    (OLD, {"Fn::MemberListToMap": [1, "V", []]}, "!HOT323"),
]


@pytest.mark.parametrize(("version", "expression", "expected"), TABLE, ids=[f"{a}-{b}"[:70] for a, b, _ in TABLE])
def test_outcome(version: str, expression: Any, expected: Any) -> None:
    found = ask(version, expression)
    assert found == expected
    assert type(found) is type(expected)


CONDITION_TABLE: list[tuple[str, Any, Any]] = [
    (MIDDLE, True, True), (MIDDLE, {"not": "on"}, False), (MIDDLE, {"not": {"not": True}}, True), (MIDDLE, "on",
    "!HOT253"),
    (MIDDLE, {"and": ["on", "off", "nope"]}, False), (MIDDLE, {"and": ["on", "nope"]}, "!HOT251"),
    (MIDDLE, {"or": ["off", {"equals": [p("s"), "hello world"]}]}, True), (MIDDLE, {"or": ["on"]}, "!HOT321"),
    (MIDDLE, {"equals": [1, True]}, True), (MIDDLE, {"equals": [1, "1"]}, False), (MIDDLE, {"equals": [1]}, "!HOT321"),
    (MIDDLE, p("yes"), True), (MIDDLE, p("s"), "!HOT253"), (MIDDLE, {"not": None}, "!HOT321"),
    (MIDDLE, {"not": "asked"}, "!HOT252"), (MIDDLE, {"contains": ["a", ["a"]]}, "!HOT253"),
    (LATER, {"contains": ["one", p("l")]}, True), (LATER, {"yaql": {"expression": "1 < 2"}}, True),
    (LATER, {"list_join": [",", []]}, "!HOT312"), (LATER, {"Ref": "s"}, "!HOT311"), (LATER, 5, "!HOT253"),
    (LATER, {"a": 1}, "!HOT253"), (LATER, {"not": []}, "!HOT251"),
]


@pytest.mark.parametrize(("version", "expression", "expected"), CONDITION_TABLE,
                         ids=[f"{a}-{b}"[:70] for a, b, _ in CONDITION_TABLE])
def test_condition(version: str, expression: Any, expected: Any) -> None:
    assert ask(version, expression, **{"as": "condition"}) == expected


def test_unused_conditions_are_not_resolved() -> None:
    unused = {"on": True, "odd": {"equals": [p("nope"), 1]}, "loop": {"not": "loop"}}
    assert ask(NEW, {"if": ["on", 1, 2]}, conditions=unused) == 1
    assert ask(NEW, {"if": ["odd", 1, 2]}, conditions=unused) == "!HOT302"
    assert ask(NEW, {"if": ["loop", 1, 2]}, conditions=unused) == "!HOT252"


def test_what_is_missing_is_a_fault() -> None:
    assert ask(NEW, "x", parameters={"a": {"type": "string"}}) == "!HOT220"
    assert ask(NEW, "x", conditions=[]) == "x"
    assert ask("2015-10-15", "x", conditions={"a": True}) == "!HOT104"
    assert ask(NEW, "x", conditions=["a"]) == "!HOT105"
