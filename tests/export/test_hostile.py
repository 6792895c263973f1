"""Names that would break out of a file: every export stays what it is, whatever a template holds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer import export
from designer.analysis import Analysis, analyse
from designer.export.text import escape, printable, shorten, width_of
from designer.layout import Options, lay_out

HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a&b;&amp;&lt;", "it's \"quoted\"", "back\\slash\\",
    "\\N\\G\\E", "new\nline", "tab\tand\rreturn", "\0nul", "\x1b[31mred", "\ud800 alone", "\ufffe\uffff", "\u202eevil",
    "]]>", "<!--", "-->", "--><x", "end\"]; n0 -> n0; \"", "|\"x\"|", "subgraph end", "%%{init}%%", "#quot;",
    "x" * 3000, "日本語の名前", "مرحبا", "😀" * 40, "", " ", "/tiers/net", "/parameters/p", "/hidden/0", "group",
    "{{7*7}}", "${7*7}", "`code`", "A\u200bB", "constructor", "__proto__",
]


def hostile(names: list[str]) -> Analysis:
    """A template of resources of hostile names, types and conditions, that need one another."""
    resources: dict[str, Any] = {}
    before = None
    for index, name in enumerate(names):
        resources[name] = {"type": "OS::Neutron::Net" if index % 2 else name, "condition": name,
                           "properties": {"value": {"get_resource": before}} if before is not None else {}}
        before = name
    return analyse(json.dumps({
        "heat_template_version": "2018-08-31", "parameters": {name: {"type": "string"} for name in names},
        "resources": resources, "outputs": {name: {"value": {"get_resource": name}} for name in names}}))


def check_xml(markup: str) -> ElementTree.Element:
    assert "\0" not in markup
    root = ElementTree.fromstring(markup.encode())
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "text", "title", "circle", "style"}
    return root


def test_svg_holds_names_as_text() -> None:
    analysis = hostile(HOSTILE)
    assert analysis.graph is not None
    options = Options(layers=("hidden", "parameters", "outputs"))
    layout = lay_out(analysis, options, engine="layered")
    for markup in (export.svg(analysis, layout, options), export.svg(analysis, layout, options, standalone=True),
                   export.svg(analysis, options=Options(waves=True)),
                   export.svg(analysis, options=Options(collapse=["*"]))):
        check_xml(markup)
    root = check_xml(export.svg(analysis, layout, options))
    told = {element.attrib["data-node"] for element in root.iter() if "data-node" in element.attrib}
    assert {"<script>alert(1)</script>", "new\nline", "tab\tand\rreturn", "it's \"quoted\"", "日本語の名前"} <= told


def test_a_title_is_text() -> None:
    analysis = hostile(["a"])
    check_xml(export.svg(analysis, standalone=True, title="<script>\0\"&"))


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_dot_holds_names_as_text() -> None:
    analysis = hostile(HOSTILE)
    assert analysis.graph is not None
    source = export.dot(analysis)
    done = subprocess.run(["dot", "-Tplain"], input=source.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(re.findall(rb"^node ", done.stdout, re.MULTILINE)) == len(analysis.graph.nodes)


def test_mermaid_holds_names_as_numbers() -> None:
    for line in export.mermaid(hostile(HOSTILE)).splitlines():
        words = re.fullmatch(r'\s*(?:n\d+\[|subgraph t\d+ \[)"(.*)"\]', line)
        if words is None:
            assert re.fullmatch(r"[\w\s.,>|\"():#%-]+", line), line
        else:
            assert not re.search(r'["<>\[\]`|;&](?<!\d;)', words[1].replace("<br/>", "")), line


def test_json_holds_them_exactly() -> None:
    analysis = hostile(HOSTILE)
    assert analysis.graph is not None
    told = json.loads(json.dumps(export.graph_json([("a.json", analysis)])))
    assert [node["name"] for node in told["files"][0]["nodes"]] == list(analysis.graph.nodes)


def test_png_is_made() -> None:
    pytest.importorskip("resvg_py")
    assert export.png(hostile(HOSTILE), scale=0.2).startswith(b"\x89PNG")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4, unique=True))
def test_any_names(names: list[str]) -> None:
    analysis = hostile(names)
    if analysis.graph is None:
        return
    check_xml(export.svg(analysis, lay_out(analysis, engine="layered")))
    json.dumps(export.graph_json([("a", analysis)]))
    export.dot(analysis).encode()
    export.mermaid(analysis).encode()


@given(st.text(alphabet=st.characters()), st.integers(5, 300))
def test_text_is_escaped_and_short_enough(text: str, width: int) -> None:
    element = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    wanted = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert element.attrib["b"] == element.text or (element.text or "") == wanted
    assert element.attrib["b"] == wanted
    assert width_of(shorten(text, width)) <= max(width, 12)
    assert not re.search("[\0-\x1f\u202e\u200b]", printable(text))


def test_shortening_keeps_both_ends() -> None:
    assert shorten("server_of_the_first_tier_of_production", 100) == "server_…uction"
    assert shorten("server", 100) == "server"
    assert shorten("iiiiiiiiiiiiiiii", 100) == "iiiiiiiiiiiiiiii"
