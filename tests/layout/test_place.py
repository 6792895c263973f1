"""Positions: direction, no overlaps, determinism, with and without `dot`, after an edit."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.layout import CARD_SIZE, Layout, Options, Scene, compose, dot, keep, lay_out, place
from designer.layout.packing import grid, pack
from tests.graph.test_explicit import graph_of
from tests.graph.test_order import wired

SITES = "resources:\n" + "".join(f"""
  net{n}: {{type: OS::Neutron::Net}}
  sub{n}: {{type: OS::Neutron::Subnet, properties: {{network: {{get_resource: net{n}}}, cidr: 10.{n}.0.0/24}}}}
  port{n}: {{type: OS::Neutron::Port, properties: {{network: {{get_resource: net{n}}},
    security_groups: [{{get_resource: group}}]}}}}
  server{n}: {{type: OS::Nova::Server, properties: {{image: i, networks: [{{port: {{get_resource: port{n}}}}}]}}}}
""" for n in range(4)) + """
  group: {type: OS::Neutron::SecurityGroup}
  password: {type: OS::Heat::RandomString}
"""

has_dot = pytest.mark.skipif(dot.find_dot() is None, reason="Graphviz is not installed")
engines = pytest.mark.parametrize("engine", [pytest.param("dot", marks=has_dot), "layered"])


def overlapping(scene: Scene, layout: Layout) -> list[tuple[str, str]]:
    """Pairs of cards that lie on one another."""
    cards = [(id, *layout.positions[id], *scene.size(id)) for id in scene.cards]
    return [(one[0], other[0]) for index, one in enumerate(cards) for other in cards[index + 1:]
            if one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
            and one[2] < other[2] + other[4] and other[2] < one[2] + one[4]]


def backwards(scene: Scene, layout: Layout) -> list[tuple[str, str]]:
    """Links whose target does not stand left of their source."""
    at = layout.positions
    return [(link.source, link.target) for link in scene.links if not at[link.target][0] < at[link.source][0]]


@engines
def test_what_is_needed_stands_left_and_nothing_overlaps(engine: str) -> None:
    scene = compose(graph_of(SITES))
    layout = place(scene, engine)
    assert layout.engine == engine
    assert set(layout.positions) >= set(scene.cards)
    assert overlapping(scene, layout) == []
    assert backwards(scene, layout) == []


@engines
def test_containers_do_not_overlap(engine: str) -> None:
    scene = compose(graph_of(SITES))
    layout = place(scene, engine)
    frames = []
    for container in scene.containers:
        xs = [layout.positions[id][0] for id in container.members]
        ys = [layout.positions[id][1] for id in container.members]
        frames.append((min(xs), min(ys), max(xs) + CARD_SIZE[0], max(ys) + CARD_SIZE[1], set(container.members)))
    for left, top, right, bottom, members in frames:
        for id, (x, y) in layout.positions.items():
            if id in scene.cards and id not in members:
                width, height = scene.size(id)
                assert not (x < right and left < x + width and y < bottom and top < y + height), id


@engines
def test_the_same_graph_is_placed_alike(engine: str) -> None:
    one, other = (lay_out(graph_of(SITES), engine=engine) for _ in range(2))
    assert one.positions == other.positions


@engines
def test_circles_are_placed_too(engine: str) -> None:
    scene = compose(wired({"a": ["b"], "b": ["c"], "c": ["a", "c"], "d": ["d"]}))
    layout = place(scene, engine)
    assert overlapping(scene, layout) == []


def test_without_dot_the_built_in_layout_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOT_DESIGNER_DOT", "")
    scene = compose(graph_of(SITES))
    layout = place(scene)
    assert layout.engine == "layered"
    assert overlapping(scene, layout) == []


@pytest.mark.parametrize("script", ["exit 1", "echo nonsense", "echo graph 1 1 1", "exec sleep 30", "kill -SEGV $$"])
def test_a_dot_that_fails_or_is_late_is_replaced(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    os.chmod(program, stat.S_IRWXU)
    monkeypatch.setenv("HOT_DESIGNER_DOT", str(program))
    scene = compose(graph_of(SITES))
    layout = place(scene, seconds=0.3)
    assert layout.engine == "layered"
    assert set(layout.positions) >= set(scene.cards)


def test_what_dot_is_given_holds_nothing_of_the_template() -> None:
    from designer.layout.parts import split

    parts, _ = split(compose(graph_of(SITES)))
    text = "\n".join(dot.source_of(part) for part in parts)
    assert "net0" not in text and "Server" not in text


def test_waves_are_columns() -> None:
    graph = graph_of(SITES)
    scene = compose(graph, Options(waves=True))
    layout = place(scene)
    assert layout.engine == "waves"
    assert overlapping(scene, layout) == []
    for earlier, later in zip(graph.waves, graph.waves[1:], strict=False):
        assert max(layout.positions[name][0] for name in earlier) < min(layout.positions[name][0] for name in later)


def test_after_an_edit_nothing_moves_and_the_new_stands_near() -> None:
    before = lay_out(graph_of(SITES))
    scene = compose(graph_of(SITES + """
  volume: {type: OS::Cinder::Volume, properties: {size: 1}}
  attachment: {type: OS::Cinder::VolumeAttachment, properties: {
    volume_id: {get_resource: volume}, instance_uuid: {get_resource: server0}}}
  alone: {type: OS::Heat::Value}
"""))
    after = keep(scene, before.positions)
    assert after.engine == "kept"
    assert {id: at for id, at in after.positions.items() if id in before.positions and id in scene.cards} == {
        id: at for id, at in before.positions.items() if id in scene.cards}
    assert overlapping(scene, after) == []
    server, attachment = after.positions["server0"], after.positions["attachment"]
    assert attachment[0] > server[0]
    assert abs(attachment[1] - server[1]) < 400


def test_positions_of_what_is_gone_are_left_out() -> None:
    scene = compose(wired({"a": [], "b": ["a"]}))
    assert set(keep(scene, {"a": (5, 5), "gone": (1, 1)}).positions) == {"a", "b"}


def test_an_empty_graph_has_no_places() -> None:
    assert lay_out(graph_of("resources: {}\n")).positions == {}


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({f"r{n}": st.lists(st.sampled_from([f"r{n}" for n in range(8)]), max_size=3, unique=True)
                              for n in range(8)}))
def test_any_graph_is_placed_without_overlaps(needs: dict[str, list[str]]) -> None:
    graph = wired(needs)
    for options in (Options(badges=False), Options(waves=True)):
        scene = compose(graph, options)
        layout = place(scene, "layered")
        assert overlapping(scene, layout) == []
        if not graph.cycles and not options.waves:
            assert backwards(scene, layout) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 500)), max_size=30))
def test_packed_boxes_do_not_overlap(sizes: list[tuple[int, int]]) -> None:
    corners = pack([(float(width), float(height)) for width, height in sizes])
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1:]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_grid_fills_its_width() -> None:
    assert grid(5, (10, 10), (2, 2), 34) == [(0, 0), (12, 0), (24, 0), (0, 12), (12, 12)]
    assert grid(2, (10, 10), (2, 2), 1) == [(0, 0), (0, 12)]
