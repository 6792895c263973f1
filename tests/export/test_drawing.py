"""One drawing out of another: what is taken out and put in makes it, whatever the edit was."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from designer.analysis import analyse
from designer.export import Drawing, difference, draw
from designer.export.icons import SIGNS, moved
from designer.layout import Options, keep, place, scene_of
from designer.reanalysis import reanalyse

TEXT = (Path(__file__).parent / "two_tier.yaml").read_text()
EDITS = [("      flavor: {get_param", "      flavour: {get_param"), ("  web:\n", "  www:\n"),
         ("depends_on:", "metadata:"), ("get_resource: front}", "get_resource: back}"),
         ("  back_interface:", "  back_interface_2:"),
         ("  web_rules:", "  another: {type: OS::Neutron::Net}\n  web_rules:")]
CHOICES = [Options(), Options(collapse=["*"]), Options(waves=True), Options(("hidden", "parameters", "outputs"))]


def test_a_difference_makes_the_new_drawing() -> None:
    for options in CHOICES:
        scene = scene_of(analyse(TEXT), options)
        layout = place(scene, "layered")
        old = draw(scene, layout)
        for before, after in EDITS:
            assert before in TEXT, before
            later = scene_of(analyse(TEXT.replace(before, after, 1)), options)
            new = draw(later, place(later) if options.waves else keep(later, layout.positions))
            assert applied(old, new) == {layer: dict(pieces) for layer, pieces in new.layers.items()}


def applied(old: Drawing, new: Drawing) -> dict[str, dict[str, str]]:
    found = difference(old, new)
    layers = {layer: dict(pieces) for layer, pieces in old.layers.items()}
    for key in found.remove:
        assert any(pieces.pop(key, None) for pieces in layers.values())
    for key, layer, markup in found.put:
        layers[layer][key] = markup
    return layers


def test_nothing_changes_for_nothing() -> None:
    scene = scene_of(analyse(TEXT))
    layout = place(scene, "layered")
    assert not difference(draw(scene, layout), draw(scene_of(analyse(TEXT)), layout)).put


def test_an_edit_of_one_resource_changes_few_pieces() -> None:
    scene = scene_of(analyse(TEXT))
    layout = place(scene, "layered")
    later = scene_of(analyse(TEXT.replace("      flavor:", "      flavour:", 1)))
    assert [key for key, _, _ in difference(draw(scene, layout), draw(later, keep(later, layout.positions))).put] == [
        "n:web"]


def test_pieces_wear_their_keys_and_files_have_none() -> None:
    text = TEXT.replace("  web:\n", '  "a & \\x01>b\\t":\n', 1)
    for options in CHOICES:
        scene = scene_of(analyse(text), options)
        drawing = draw(scene, place(scene, "layered"))
        root = ElementTree.fromstring(drawing.markup())
        worn = [element.get("data-key") for element in root.iter() if element.get("data-key") is not None]
        empty = Drawing({layer: {} for layer in drawing.layers}, drawing.view, "")
        assert worn == [key for key, _, _ in difference(empty, drawing).put]
        assert len(set(worn)) == len(worn)
        assert not re.search("data-key", draw(scene, place(scene, "layered"), live=False).markup())


def test_a_drawing_made_out_of_the_one_before_is_the_same() -> None:
    """Edits one after the other, and the drawing of each held against one that knows of nothing before."""
    for options in CHOICES:
        analysis = analyse(TEXT)
        scene = scene_of(analysis, options)
        layout = place(scene, "layered")
        drawing = draw(scene, layout)
        for before, after in [*EDITS, *[(after, before) for before, after in EDITS]]:
            text = analysis.document.text.replace(before, after, 1)
            analysis = reanalyse(analysis, text)
            scene = scene_of(analysis, options, scene)
            fresh = scene_of(analyse(text), options)
            layout = place(fresh, "layered") if options.waves else keep(fresh, layout.positions)
            drawing = draw(scene, layout, before=drawing)
            assert drawing.layers == draw(fresh, layout).layers
            assert drawing.view == draw(fresh, layout).view


@pytest.mark.parametrize(("path", "expected"), [
    ("M8 2v3H2V4h1z", "M17 6v6H5V10h2z"),
    ("M5 5l-1.5.5.1-1", "M11 12l-3 1 0.2-2"),
    ("M1 1a2 3 10 1 0 4-5A1 1 0 0 1 2 2", "M3 4a4 6 10 1 0 8-10A2 2 0 0 1 5 6"),
    ("M0 0c1 2 3 4 5 6C1 1 1 1 1 1", "M1 2c2 4 6 8 10 12C3 4 3 4 3 4"),
])
def test_a_sign_stands_at_its_place_without_a_transform(path: str, expected: str) -> None:
    assert moved(path, 1, 2, 2) == expected


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_where_it_is_drawn_is_the_sign(name: str) -> None:
    assert moved(moved(SIGNS[name], 3, 5, 4), -0.75, -1.25, 0.25) == moved(SIGNS[name], 0, 0, 1)
