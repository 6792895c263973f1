"""Random expressions and conditions: most make sense, some hold a mistake.

for question in expressions(1000, seed=7): ...      # in the form that heat/inside/ reads
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

VERSIONS = (
    "2013-05-23",
    "2014-10-16",
    "2015-04-30",
    "2015-10-15",
    "2016-04-08",
    "2016-10-14",
    "2017-02-24",
    "2017-09-01",
    "2018-03-02",
    "2018-08-31",
    "2021-04-16",
)
NAMES = {
    "2016-10-14": "newton",
    "2017-02-24": "ocata",
    "2017-09-01": "pike",
    "2018-03-02": "queens",
    "2018-08-31": "rocky",
    "2021-04-16": "wallaby",
}
CONDITIONS_SINCE = "2016-10-14"

# What each function gives, and since which version it is there.
TEXT, LIST, MAP, ANY = "text", "list", "map", "any"
FUNCTIONS: dict[str, tuple[str, str]] = {
    "get_param": (ANY, "2013-05-23"),
    "list_join": (TEXT, "2013-05-23"),
    "str_replace": (TEXT, "2013-05-23"),
    "get_file": (TEXT, "2013-05-23"),
    "resource_facade": (ANY, "2013-05-23"),
    "repeat": (LIST, "2015-04-30"),
    "digest": (TEXT, "2015-04-30"),
    "str_split": (LIST, "2015-10-15"),
    "map_merge": (MAP, "2016-04-08"),
    "yaql": (ANY, "2016-10-14"),
    "map_replace": (MAP, "2016-10-14"),
    "if": (ANY, "2016-10-14"),
    "filter": (LIST, "2017-02-24"),
    "str_replace_strict": (TEXT, "2017-02-24"),
    "make_url": (TEXT, "2017-09-01"),
    "list_concat": (LIST, "2017-09-01"),
    "list_concat_unique": (LIST, "2017-09-01"),
    "contains": (ANY, "2017-09-01"),
    "str_replace_vstrict": (TEXT, "2017-09-01"),
}
FOREIGN = (
    "Fn::Join",
    "Fn::Select",
    "Fn::Base64",
    "Fn::Split",
    "Fn::Replace",
    "Fn::GetAZs",
    "Ref",
    "Fn::MemberListToMap",
    "Fn::ResourceFacade",
    "equals",
    "not",
    "and",
    "or",
    "get_parm",
    "Get_param",
)

PARAMETERS: dict[str, dict[str, Any]] = {
    "plain": {"type": "string", "default": "red green"},
    "blank": {"type": "string", "default": ""},
    "sent": {"type": "string", "value": "k=v,l=w"},
    "count": {"type": "number", "default": 12},
    "text_count": {"type": "number", "value": "-3"},
    "ratio": {"type": "number", "default": 0.25},
    "on": {"type": "boolean", "default": "yes"},
    "off": {"type": "boolean", "value": False},
    "words": {"type": "comma_delimited_list", "default": "red, green ,blue"},
    "given_words": {"type": "comma_delimited_list", "value": ["b", "a", "b"]},
    "no_words": {"type": "comma_delimited_list", "default": ""},
    "tree": {"type": "json", "default": {"leaf": "l", "branch": {"list": [10, "x", {"k": None}]}, "no": False}},
    "rows": {"type": "json", "value": '[{"n": "a", "v": 1}, {"n": "b", "v": [2]}]'},
    "hushed": {"type": "string", "hidden": True, "default": "pass/word"},
}
PATHS: tuple[Any, ...] = (
    *PARAMETERS,
    ["words", 0],
    ["words", "2"],
    ["words", -1],
    ["words", 3],
    ["words"],
    ["tree", "leaf"],
    ["tree", "leaf", 0],
    ["tree", "branch", "list", 2, "k"],
    ["tree", "branch", "list", "1"],
    ["tree", "none"],
    ["tree", "no"],
    ["rows", 0, "n"],
    ["rows", 1, "v", 0],
    ["rows", "n"],
    ["plain", 0],
    ["count", "x"],
    ["blank", ""],
    ["tree", {"get_param": "blank"}],
    "OS::stack_name",
    "OS::project_id",
    "OS::stack_id",
    ["OS::stack_name", 0],
    ["given_words", {"get_param": "count"}],
)
WORDS = (
    "red",
    "green",
    "blue",
    "a",
    "b",
    "",
    " ",
    "1",
    "0",
    "true",
    "null",
    "x,y",
    "k=v",
    "$name",
    "%n%",
    "é",
    "two words",
    "\n",
    "http",
    "10.0.0.7",
    "::1",
    "name",
)
CONDITIONS = {"yes": True, "no": {"not": "yes"}, "mixed": {"or": ["no", {"equals": ["a", "a"]}]}}


class Writer:
    """Writes expressions of one version out of one random stream."""

    def __init__(self, rng: random.Random, version: str) -> None:
        self.rng = rng
        self.version = version
        self.known = [name for name, (_, since) in FUNCTIONS.items() if since <= version]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def value(self, kind: str, depth: int) -> Any:
        """Something that is worth the kind, a call where depth allows one."""
        if kind == ANY:
            kind = self.rng.choice((TEXT, TEXT, LIST, MAP))
            if self.chance(0.15):
                return self.rng.choice((None, 0, -1, 7, 2.5, True, False, {"a": None}, [[]]))
        if depth > 0 and self.chance(0.55):
            fitting = [name for name in self.known if FUNCTIONS[name][0] in (kind, ANY)]
            return self.call(self.rng.choice(fitting), depth - 1)
        return self.literal(kind, depth)

    def literal(self, kind: str, depth: int) -> Any:
        """Something written out, whose parts may still be calls."""
        if kind == TEXT:
            return (
                self.rng.choice(WORDS)
                if self.chance(0.75)
                else {"get_param": self.rng.choice(("plain", "sent", "count", "hushed"))}
            )
        size = self.rng.choice((0, 1, 2, 2, 3))
        if kind == LIST:
            if self.chance(0.25):
                return {"get_param": self.rng.choice(("words", "given_words", "no_words", "rows"))}
            return [self.value(TEXT if self.chance(0.8) else ANY, depth - 1) for _ in range(size)]
        if self.chance(0.2):
            return {"get_param": self.rng.choice(("tree", ["tree", "branch"], ["rows", 0]))}
        return {
            self.rng.choice(WORDS[:14]): self.value(TEXT if self.chance(0.7) else ANY, depth - 1) for _ in range(size)
        }

    def call(self, name: str, depth: int) -> Any:
        """A call of a function with arguments that mostly fit."""
        writer: Callable[[int], Any] = getattr(self, "_" + name)
        return {name: writer(depth)}

    def _get_param(self, depth: int) -> Any:
        return self.rng.choice(PATHS)

    def _list_join(self, depth: int) -> Any:
        lists = self.rng.choice((1, 1, 2, 3)) if self.version >= "2015-10-15" or self.chance(0.2) else 1
        return [self.rng.choice((",", "", " - ", "\n")), *(self.value(LIST, depth) for _ in range(lists))]

    def _replacing(self, depth: int) -> Any:
        keys = self.rng.sample(("$a", "$ab", "KEY", "%x%", "{z}", "e", "1"), self.rng.choice((1, 2, 2, 3)))
        template = "".join(
            self.rng.choice(("", "- ", "red ", "\t")) + key for key in keys[: None if self.chance(0.8) else -1]
        )
        params = {key: self.value(TEXT if self.chance(0.75) else ANY, depth) for key in keys}
        return {
            "template": template if self.chance(0.9) else self.value(TEXT, depth),
            "params": params if self.chance(0.92) else self.value(MAP, depth),
        }

    _str_replace = _str_replace_strict = _str_replace_vstrict = _replacing

    def _get_file(self, depth: int) -> Any:
        return self.rng.choice(("plain.txt", "plain.txt", "data.json", "rows.yaml"))

    def _resource_facade(self, depth: int) -> Any:
        return self.rng.choice(("metadata", "deletion_policy", "update_policy"))

    def _repeat(self, depth: int) -> Any:
        keys = self.rng.sample(("%a%", "<i>", "k", "$c", "ab"), self.rng.choice((1, 1, 2, 3)))
        body: Any = self.rng.choice(
            (
                "-".join(keys),
                {"name": keys[0], keys[-1]: 1},
                [keys[0], {"in": ["x" + keys[-1]]}],
                5,
                None,
                {"v": self.value(TEXT, depth), "k": keys[0]},
            )
        )
        if self.chance(0.15):
            body = {"again": {"repeat": {"template": "%q%" + keys[0], "for_each": {"%q%": ["1", "2"]}}}}
        size = self.rng.choice((1, 2, 3))
        each = {
            key: self.rng.sample(WORDS, size)
            if self.chance(0.7)
            else self.value(self.rng.choice((LIST, LIST, MAP)), depth)
            for key in keys
        }
        arguments = {"template": body, "for_each": each}
        if self.version >= "2017-09-01" and self.chance(0.4):
            arguments["permutations"] = self.rng.choice((True, False, False, "false"))
        return arguments

    def _digest(self, depth: int) -> Any:
        return [
            self.rng.choice(("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "MD5")),
            self.value(TEXT, depth),
        ]

    def _str_split(self, depth: int) -> Any:
        arguments = [self.rng.choice((",", " ", "e", "=")), self.value(TEXT, depth)]
        return arguments + ([self.rng.choice((0, 1, "1", -1, 5))] if self.chance(0.5) else [])

    def _map_merge(self, depth: int) -> Any:
        return [self.value(MAP, depth) for _ in range(self.rng.choice((0, 1, 2, 3)))]

    def _map_replace(self, depth: int) -> Any:
        changes: dict[str, Any] = {}
        if self.chance(0.75):
            changes["keys"] = {
                self.rng.choice(WORDS[:8]): self.rng.choice(WORDS[:8]) for _ in range(self.rng.choice((0, 1, 2)))
            }
        if self.chance(0.75):
            changes["values"] = {self.rng.choice(WORDS[:8]): self.value(TEXT if self.chance(0.7) else ANY, depth)}
        return [self.value(MAP, depth), changes]

    def _yaql(self, depth: int) -> Any:
        expression, data = self.rng.choice(
            (
                ("$.data.l.len()", {"l": self.value(LIST, 0)}),
                ("$.data.a + $.data.b", {"a": 2, "b": 3}),
                ("$.data.l.orderBy($)", {"l": ["c", "a"]}),
                ("$.data.rows.select($.n)", {"rows": {"get_param": "rows"}}),
                ("$.data.m.keys()", {"m": {"get_param": "tree"}}),
                ("$.data.l.where($ > 1).first()", {"l": [1, 2, 3]}),
                ("$.data.missing", {}),
                ("[1, 2].sum()", None),
                ("$.data", {"get_param": "words"}),
            )
        )
        return {"expression": expression, "data": data}

    def _if(self, depth: int) -> Any:
        arguments = [
            self.rng.choice(
                ("yes", "no", "mixed", True, False, {"equals": ["a", "a"]}, {"not": "yes"}, {"and": ["yes", "mixed"]})
            ),
            self.value(ANY, depth),
            self.value(ANY, depth),
        ]
        return arguments[:2] if self.version >= "2021-04-16" and self.chance(0.3) else arguments

    def _filter(self, depth: int) -> Any:
        return [self.value(LIST, 0), self.value(LIST, depth)]

    def _make_url(self, depth: int) -> Any:
        parts: dict[str, Callable[[], Any]] = {
            "scheme": lambda: self.rng.choice(("http", "https", "ftp", "redis")),
            "username": lambda: self.rng.choice(("u", "a@b", "é")),
            "password": lambda: self.value(TEXT, 0),
            "host": lambda: self.rng.choice(
                ("example.org", "192.0.2.1", "2001:db8::7", "[::1]", {"get_param": "plain"})
            ),
            "port": lambda: self.rng.choice((80, "8080", {"get_param": "count"}, 65535, 0, 65536)),
            "path": lambda: self.rng.choice(("/", "/a b", "v2/x", "")),
            "query": lambda: self.rng.choice(({"q": "a b"}, {}, {"n": 1, "m": "é"})),
            "fragment": lambda: self.rng.choice(("end", "a b")),
        }
        return {name: make() for name, make in parts.items() if self.chance(0.9 if name in ("scheme", "host") else 0.4)}

    def _list_concat(self, depth: int) -> Any:
        return [self.value(LIST, depth) for _ in range(self.rng.choice((0, 1, 2, 3)))]

    def _list_concat_unique(self, depth: int) -> Any:
        return [self.value(LIST, depth) for _ in range(self.rng.choice((1, 2, 3)))]

    def _contains(self, depth: int) -> Any:
        return [
            self.value(TEXT if self.chance(0.7) else ANY, depth),
            self.value(self.rng.choice((LIST, LIST, TEXT)), depth),
        ]

    def condition(self, depth: int) -> Any:
        """The definition of a condition."""
        names = ["equals", "equals", "not", "and", "or", "get_param"]
        if self.version >= "2017-09-01":
            names += ["yaql", "contains"]
        name = self.rng.choice(names)
        if name == "equals":
            return {name: [self._compared(), self._compared()]}
        if name in ("and", "or"):
            return {name: [self._part(depth) for _ in range(self.rng.choice((2, 2, 3)))]}
        if name == "not":
            return {name: self._part(depth)}
        if name == "get_param":
            return {name: self.rng.choice(("on", "off", "plain", "count", ["tree", "no"]))}
        if name == "contains":
            return {name: [self._compared(), {"get_param": "words"}]}
        return {name: {"expression": "$.data.n > 10", "data": {"n": {"get_param": "count"}}}}

    def _compared(self) -> Any:
        return self.rng.choice(({"get_param": self.rng.choice(PATHS)}, *WORDS[:6], 12, "12", 0.25, True, None, ["red"]))

    def _part(self, depth: int) -> Any:
        if depth > 0 and self.chance(0.4):
            return self.condition(depth - 1)
        return self.rng.choice(("yes", "no", "mixed", True, False))


def spoil(expression: Any, rng: random.Random, known: set[str]) -> Any:
    """The expression with one mistake in one of its calls."""
    calls: list[dict[str, Any]] = []

    def collect(node: Any) -> None:
        if isinstance(node, dict):
            if len(node) == 1 and next(iter(node)) in known:
                calls.append(node)
            for inner in node.values():
                collect(inner)
        elif isinstance(node, list):
            for inner in node:
                collect(inner)

    collect(expression)
    if not calls:
        return {"get_param": "nowhere"}
    call = rng.choice(calls)
    ((name, arguments),) = call.items()
    wrong: Any = rng.choice(
        (
            None,
            0,
            5,
            -1,
            1.5,
            True,
            False,
            "text",
            "",
            [],
            {},
            ["one"],
            {"k": "v"},
            [[]],
            {"get_param": "nowhere"},
            {"get_param": "words"},
            {"get_param": "tree"},
            {"get_param": "plain"},
            ["a", "b", "c", "d"],
            [None],
            {"a": None},
        )
    )
    how = rng.random()
    if how < 0.15:
        del call[name]
        call[rng.choice((*FOREIGN, *FUNCTIONS))] = arguments
    elif how < 0.2:
        call["beside"] = wrong
    elif how < 0.4 or not isinstance(arguments, (list, dict)) or not arguments:
        call[name] = wrong
    elif isinstance(arguments, list):
        index = rng.randrange(len(arguments))
        if how < 0.8:
            arguments[index] = wrong
        elif how < 0.9:
            arguments.insert(index, wrong)
        else:
            del arguments[index]
    else:
        key = rng.choice(sorted(arguments, key=str))
        if how < 0.8:
            arguments[key] = wrong
        elif how < 0.9:
            arguments[rng.choice(("extra", "templates", key + "s"))] = wrong
        else:
            del arguments[key]
    return expression


def expressions(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """As many questions; the same seed gives the same ones."""
    for number in range(count):
        yield question(random.Random(f"{seed}/{number}"), number)


def question(rng: random.Random, number: int) -> dict[str, Any]:
    """One question for heat/inside/."""
    version = rng.choice((*VERSIONS, *VERSIONS[-5:]))
    writer = Writer(rng, version)
    asked: dict[str, Any] = {"id": number, "version": version}
    conditional = version >= CONDITIONS_SINCE
    if conditional and rng.random() < 0.15:
        asked["as"] = "condition"
        expression = writer.condition(2)
    else:
        name = rng.choice([name for name in writer.known if name != "resource_facade" or rng.random() < 0.2])
        expression = writer.call(name, rng.choice((0, 1, 2)))
        if rng.random() < 0.1:
            expression = rng.choice((lambda it: [it, "z"], lambda it: {"k": it}, lambda it: {"k": [it, it]}))(
                expression
            )
    expression = json.loads(json.dumps(expression))  # no two parts are one
    if rng.random() < 0.35:
        expression = spoil(expression, rng, {*FUNCTIONS, "equals", "not", "and", "or"})
    asked["expression"] = expression
    text = json.dumps(expression)
    asked["parameters"] = {name: schema for name, schema in PARAMETERS.items() if f'"{name}"' in text}
    if conditional:
        asked["conditions"] = CONDITIONS
    if "get_file" in text:
        asked["files"] = {"plain.txt": "one\ntwo\n", "data.json": '{"a": [1]}', "rows.yaml": "- a\n- b\n"}
    if version in NAMES and rng.random() < 0.1:
        asked["version"] = NAMES[version]
    return asked
