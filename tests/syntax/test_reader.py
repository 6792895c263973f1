"""Reading: the values are those of Heat's loader, the places those of the text."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from designer.syntax import Mapping, Scalar, Sequence, read, walk
from designer.syntax.cparser import composer


class HeatLoader(yaml.CSafeLoader):
    """As heat.common.template_format has it: strings and timestamps stay text."""


for _tag in ("str", "timestamp"):
    HeatLoader.add_constructor("tag:yaml.org,2002:" + _tag, lambda loader, node: loader.construct_scalar(node))


def as_heat(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, HeatLoader)))


SCALARS = ["1", "0", "-7", "+7", "0o17", "017", "0b11", "0x1F", "1_000", "190:20:30", "1.5", "-.5", "1e3", "1.5e+3",
           ".inf", "-.INF", "1:30.5", "yes", "No", "ON", "off", "true", "False", "null", "~", "", "NULL", "2013-05-23",
           "2013-05-23 10:00:00", "text", "a: b", "'1'", '"yes"', "'it''s'", '"\\u00e9\\n"', "08", "1_0.5_0", "0.",
           "+.5", "y", "n", "=x", "0x", "1e", "_1", "-", "--", "12e03",
           "!!str 5", "!!int '5'", "!!float 3", "!!bool 'yes'"]


@pytest.mark.parametrize("text", SCALARS)
def test_scalars_are_read_as_heat_reads_them(text: str) -> None:
    source = f"k: {text}\n"
    try:
        expected = as_heat(source)
    except (yaml.YAMLError, ValueError):
        document = read(source)
        assert document.findings
        return
    root = read(source).root
    assert root is not None
    got = root.plain()
    assert repr(got) == repr(expected)


@given(st.from_regex(r"[-+]?[0-9_.:xobef]{1,8}", fullmatch=True))
def test_numbers_are_read_as_heat_reads_them(text: str) -> None:
    try:
        expected = as_heat(f"k: {text}\n")
    except (yaml.YAMLError, ValueError):
        assert read(f"k: {text}\n").findings
        return
    root = read(f"k: {text}\n").root
    assert root is not None and repr(root.plain()) == repr(expected)


@pytest.mark.parametrize(("text", "value"), [
    ("80: a\ntrue: b\n~: c\n1.5: d\n", {"80": "a", "true": "b", "null": "c", "1.5": "d"}),
    ("a: &x {k: 1}\nb: *x\n", {"a": {"k": 1}, "b": {"k": 1}}),
    ("a: &x {k: 1, j: 2}\nb: {<<: *x, k: 3}\n", {"a": {"k": 1, "j": 2}, "b": {"k": 3, "j": 2}}),
    ("x: &x {k: 1}\ny: &y {k: 2}\nb:\n  <<: [*x, *y]\n  c: 1\n",
     {"x": {"k": 1}, "y": {"k": 2}, "b": {"k": 1, "c": 1}}),
    ("a: 1\na: 2\n", {"a": 2}),
    ('{"a":\t[1, 2.5e3, true, null, "\\u00e9"], "b": {}}', {"a": [1, 2500.0, True, None, "é"], "b": {}}),
    ("{a: 1, 'b': [x, y,]}", {"a": 1, "b": ["x", "y"]}),
    ("\ufeffa: 1\r\nb:\r\n- c\r\n", {"a": 1, "b": ["c"]}),
])
def test_documents_are_read_as_heat_reads_them(text: str, value: Any) -> None:
    document = read(text.encode())
    # a key given twice, and braces that are no JSON, are what Heat takes
    assert {finding.code for finding in document.findings} <= {"HOT004", "HOT012"}
    assert document.root is not None
    assert document.root.plain() == value
    assert document.text == text.removeprefix("\ufeff")


def test_places_are_those_of_the_text() -> None:
    text = "# head\na:\n  b: [x, 'y z']\n\n  # about c\n  c: |\n    line\n\nd: {e: f}\n"
    root = read(text).root
    assert isinstance(root, Mapping)
    a, d = root.index["a"], root.index["d"]
    assert isinstance(a, Mapping) and isinstance(d, Mapping)
    assert text[a.start:a.end].startswith("b: [x")
    items = a.index["b"]
    assert isinstance(items, Sequence)
    assert [text[item.start:item.end] for item in items.items] == ["x", "'y z'"]
    assert text[d.start:d.end] == "{e: f}"
    assert items.items[1].path() == ("a", "b", 1)
    key = a.key("c")
    assert key is not None and key.path() == ("a", "c") and text[key.start:key.end] == "c"


def test_an_alias_stands_where_it_is_written() -> None:
    text = "a: &x [1, 2]\nb:\n  c: *x\n"
    root = read(text).root
    assert isinstance(root, Mapping)
    alias = root.index["b"].index["c"]  # type: ignore[attr-defined]
    assert text[alias.start:alias.end] == "*x"
    assert alias.items[0].path() == ("b", "c", 0)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
                    max_leaves=12), st.booleans())
def test_every_scalar_stands_at_its_place(value: Any, flow: bool) -> None:
    text = yaml.safe_dump({"k": value}, default_flow_style=flow, allow_unicode=True, width=10_000)
    document = read(text)
    try:
        expected = as_heat(text)
    except (yaml.YAMLError, ValueError):
        return
    assert document.root is not None and document.root.plain() == expected
    for node in walk(document.root):
        assert 0 <= node.start <= node.end <= len(text)
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.style is None and node.value:
            assert node.value.split()[0] in text[node.start:node.end]


@pytest.mark.parametrize(("source", "code"), [
    ("a: [1", "HOT001"), ("a:\n\t- b", "HOT001"), ("x: \x00", "HOT001"), ("a: 1\n---\nb: 2", "HOT001"),
    ("a: &a [*a]", "HOT001"), ("a: *b", "HOT001"), (b"\xff\xfea", "HOT002"), ("[" * 10_000, "HOT005"),
    ("a: " + "{b: " * 10_000, "HOT005"), ("a: !thing 1", "HOT006"), ("a: {<<: 1}", "HOT009"), ("? [a]\n: b", "HOT010"),
    ("a: !!int x", "HOT011"), ("a: 1\nb: {a: 1, a: 2}", "HOT004"), ('{"a": 1, "a": 2}', "HOT004"),
    ("- " * 5_000 + "a", "HOT005"), ("a: =", "HOT006")])
def test_what_cannot_be_read_is_a_finding(source: str | bytes, code: str) -> None:
    findings = read(source).findings
    assert [finding.code for finding in findings] == [code]
    assert findings[0].place.start <= findings[0].place.end


def test_aliases_that_multiply_are_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    started = time.perf_counter()
    document = read("\n".join(lines))
    assert document.root is None
    assert [finding.facts["what"] for finding in document.findings] == ["aliases"]
    assert time.perf_counter() - started < 5


def test_a_template_too_large_is_refused() -> None:
    assert [f.facts["what"] for f in read(b"a: " + b"x" * 40_000_000).findings] == ["size"]


def test_the_composer_reads_as_yaml_does() -> None:
    text = "a: [1, yes, ~, x, 'y', 2013-05-23]\nb: {c: !!str 1}\n"

    def flat(node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.tag, node.value
        if isinstance(node, yaml.SequenceNode):
            return node.tag, [flat(item) for item in node.value]
        return node.tag, [(flat(key), flat(value)) for key, value in node.value]

    assert flat(composer()(text, 100).get_single_node()) == flat(yaml.compose(text, yaml.CSafeLoader))
