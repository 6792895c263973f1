"""Pictures and texts, held against those that were looked at.

    PICTURES=write python -m pytest tests/export        writes them again, to be reviewed as a difference
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from designer import export
from designer.analysis import Analysis, analyse
from designer.layout import Options, lay_out

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
EVERYTHING = Options(layers=("hidden", "parameters", "outputs"))


def two_tier() -> Analysis:
    return analyse((HERE / "two_tier.yaml").read_bytes(), "two_tier.yaml")


def drawn(options: Options | None = None, standalone: bool = False) -> str:
    """The picture by the built-in layout, which gives the same places on every machine."""
    analysis = two_tier()
    return export.svg(analysis, lay_out(analysis, options, engine="layered"), options, standalone=standalone)


CASES: dict[str, Callable[[], str]] = {
    "two_tier.svg": lambda: drawn(standalone=True),
    "two_tier-page.svg": drawn,
    "two_tier-layers.svg": lambda: drawn(EVERYTHING),
    "two_tier-waves.svg": lambda: drawn(Options(waves=True)),
    "two_tier-collapsed.svg": lambda: drawn(Options(collapse=["*"])),
    "two_tier.dot": lambda: export.dot(two_tier()),
    "two_tier.mmd": lambda: export.mermaid(two_tier()),
    "two_tier.json": lambda: json.dumps(export.graph_json([("two_tier.yaml", two_tier())]), indent=1) + "\n",
}


@pytest.mark.parametrize("name", CASES)
def test_it_looks_as_it_did(name: str) -> None:
    found = CASES[name]()
    kept = PICTURES / name
    # One element a line, so that a difference can be read.
    found = found.replace("><", ">\n<") if name.endswith(".svg") else found
    if os.environ.get("PICTURES") == "write":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8"), f"{name} changed; PICTURES=write writes it again"


def test_pictures_are_xml() -> None:
    for name in CASES:
        if name.endswith(".svg"):
            root = ElementTree.fromstring(CASES[name]().encode())
            assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_page_takes_it_as_it_is() -> None:
    """No inline style, no script, no ids on nodes: what a strict content security policy refuses is not there."""
    markup = drawn(EVERYTHING)
    root = ElementTree.fromstring(markup)
    assert not [element for element in root.iter() if element.tag.endswith(("}style", "}script"))]
    attributes = {name for element in root.iter() for name in element.attrib}
    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]
    assert "id" not in attributes


def test_cards_edges_and_containers_say_what_they_are() -> None:
    root = ElementTree.fromstring(drawn())
    classes: dict[str, list[str]] = {}
    by_node = {}
    for element in root.iter():
        for word in element.attrib.get("class", "").split():
            classes.setdefault(word, []).append(element.attrib.get("data-node", ""))
        if "data-node" in element.attrib:
            by_node[element.attrib["data-node"]] = element.attrib
    assert len(classes["node"]) == 16
    assert classes["off"][0] == "backup_volume"
    assert "replica" in classes["open"]
    assert classes["severity-error"] == ["with_a_name_that_is_much_too_long_for_its_card"]
    assert by_node["web"]["data-type"] == "OS::Nova::Server"
    assert by_node["web"]["tabindex"] == "-1"
    assert by_node["replica"]["aria-label"] == "replica, Nova Server, if production"
    edges = {(element.attrib["data-from"], element.attrib["data-to"]): element.attrib for element in root.iter()
             if "data-from" in element.attrib and "data-to" in element.attrib}
    assert edges["web", "database"]["data-kind"] == "get_attr depends_on"
    assert edges["web", "database"]["class"] == "edge attribute"
    assert edges["workers", "database"]["class"] == "edge depends"
    assert edges["web_address", "router"]["class"] == "edge hidden"
    assert edges["replica", "back"]["class"] == "edge reference open"


def test_a_file_that_stands_alone_has_its_style_for_light_and_dark() -> None:
    whole = drawn(standalone=True)
    assert "<style>" in whole and "prefers-color-scheme:dark" in whole
    analysis = two_tier()
    light = export.svg(analysis, standalone=True, theme="light")
    assert "prefers-color-scheme" not in light and "#14171c" not in light
    assert "#14171c" in export.svg(analysis, standalone=True, theme="dark")


def test_every_class_that_is_drawn_has_a_rule() -> None:
    sheet = export.stylesheet("page")
    root = ElementTree.fromstring(drawn(EVERYTHING))
    used = {word for element in root.iter() for word in element.attrib.get("class", "").split()}
    # said for the page to act on, drawn like all others
    unstyled = {"frames", "edges", "nodes", "node", "resource", "parameter", "output", "reference", "attribute",
                "title", "severity", "waits", "badge", "collapsed"}
    for word in used - unstyled:
        assert f".{word}" in sheet, word


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot_file() -> None:
    done = subprocess.run(["dot", "-Tplain"], input=export.dot(two_tier()).encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\nnode ") == 16


def test_a_png_is_a_picture() -> None:
    pytest.importorskip("resvg_py")
    data = export.png(two_tier(), scale=1)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) > 10_000
    assert data != export.png(two_tier(), scale=1, theme="dark")
