"""Whatever a request holds, it is answered with a sentence, and what is stored stays whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from tests.history.conftest import SMALL, Tab
from web.history import steps, templates

LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.integers(0, 40), st.floats(), st.text(max_size=8),
                   st.sampled_from(["net", "resources", "rename", "set", "typing", "\ud800", "\0", "heat"]))
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner,
                                                                                       max_size=4), max_leaves=12)
OPERATION = st.fixed_dictionaries({"op": st.sampled_from(["rename", "set", "unset", "remove", "add", "add_resource",
                                                          "connect", "paste", "move", "change_type", "nothing"])},
                                  optional=dict.fromkeys(("section", "name", "to", "path", "value", "type", "from",
                                                          "text", "into", "properties", "resource"), JSON))
EDIT = st.tuples(st.integers(-1, 400) | JSON, st.integers(-1, 400) | JSON, st.text(max_size=5) | JSON)
BODY = st.fixed_dictionaries({}, optional={
    "base": st.just(0) | st.just(0) | st.just(0) | JSON,
    "request": st.uuids().map(str) | JSON, "client": JSON, "kind": JSON, "title": JSON,
    "edits": st.lists(EDIT, max_size=4) | JSON, "operations": st.lists(OPERATION | JSON, max_size=3) | JSON,
    "undo": st.booleans() | JSON, "redo": st.booleans() | JSON, "to": st.integers(-2, 5) | JSON,
    "places": st.dictionaries(st.sampled_from(["net", "subnet", "", "\0"]), st.tuples(JSON, JSON) | JSON) | JSON})


@pytest.fixture
def fuzzed(tab: Tab) -> Tab:
    return tab


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture,
                                                                  HealthCheck.too_slow])
@given(body=BODY | JSON)
def test_no_body_is_a_fault_of_ours(fuzzed: Tab, body: Any) -> None:
    if isinstance(body, dict) and body.get("base") == 0:
        body = {**body, "base": templates.revision_of(store_of(fuzzed), fuzzed.template)}
    answer = fuzzed.post(f"/t/{fuzzed.template}/steps", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in (200, 400, 409, 413), (answer.text, body)
    said = answer.json
    if answer.status_code != 200:
        assert said["error"].strip()
    whole(fuzzed)


@pytest.mark.parametrize("data", [
    b"", b"[", b"\xff", b"[" * 200_000, b'{"base": 1e400}', b'{"base": ' + b"9" * 10_000 + b"}",
    b'{"base": 0, "edits": [[0, 0, "\\ud800"]]}', b'{"base": 0, "edits": [[5, 4, ""]]}',
    b'{"base": 0, "edits": [[0, 9999999, ""]]}', b'{"base": 0, "edits": [[0, 5, "a"], [3, 8, "b"]]}',
    b'{"base": 0, "undo": true, "redo": true}', b'{"base": 0, "places": {"\\u0000": [1, 2]}}',
    b'{"base": 0, "places": {"a": [NaN, 2]}}', b'{"base": 0, "edits": [[0, 0, "x"]], "request": "a\\nb"}',
    b'{"base": 0, "operations": [{"op": "set", "path": ["description"], "value": "\\ud800"}]}',
    b'{"base": 0, "operations": [' + b'{"op":"set","path":["a"],"value":' + b"[" * 900 + b"]" * 900 + b"}]}",
])
def test_what_is_no_step_is_refused_in_one_sentence(tab: Tab, data: bytes) -> None:
    answer = tab.post(f"/t/{tab.template}/steps", data=data, content_type="application/json")
    sentence = answer.json.get("error") or answer.json.get("refused")
    assert answer.status_code in (200, 400) and sentence and "\n" not in sentence
    assert tab.data == SMALL


def test_a_template_has_a_largest_size(tab: Tab) -> None:
    said = tab.send(edits=[[0, 0, "# " + "x" * (4 * 1024 * 1024)]], kind="paste")
    assert said.status_code == 200 and "4 MB" in said.json["refused"]
    assert tab.send(edits=[[0, 0, "x" * (5 * 1024 * 1024)]]).status_code == 413
    assert tab.data == SMALL


def test_every_way_to_change_a_template_needs_the_token(tab: Tab) -> None:
    for address in ("/t", f"/t/{tab.template}/steps", f"/t/{tab.template}/text", f"/t/{tab.template}/rename",
                    f"/t/{tab.template}/delete", f"/t/{tab.template}/restore", f"/t/{tab.template}/duplicate",
                    f"/t/{tab.template}/positions", "/templates.zip"):
        assert tab.client.post(address).status_code == 403, address
        assert tab.post(address, headers={"Origin": "http://elsewhere.example"}).status_code == 403, address


@pytest.mark.parametrize("id", ["x", "A" * 22, "' OR '1'='1", "../../etc", "%00", "a" * 5000])
def test_an_address_that_nobody_has(tab: Tab, id: str) -> None:
    for rest in ("", "/since?revision=0", "/history", "/positions.json", "/export.yaml", "/events", "/thumbnail.svg"):
        assert tab.client.get(f"/t/{id}{rest}").status_code == 404, rest
    assert tab.post(f"/t/{id}/steps", json={"base": 0, "undo": True}).status_code == 404
    assert tab.client.get("/d/nothing/graph", query_string={"template": id}).status_code == 404


def test_a_database_that_does_not_answer_is_told_and_nothing_stored(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: Any) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr(steps, "_put_places", full)
    answer = tab.send(edits=[[0, 0, "# a\n"]])
    assert answer.status_code == 503 and answer.json["reason"] == "unsaved"
    monkeypatch.undo()
    assert tab.data == SMALL and tab.step(edits=[[0, 0, "# a\n"]])["revision"] == 1


def whole(tab: Tab) -> None:
    """What is stored is what its changes make of the first text."""
    found = steps.since(store_of(tab), tab.template, 0)
    assert steps.text_at(found.stored, found.changes) == SMALL.decode()
    assert templates.marked(found.stored.data) == found.stored.mark


def store_of(tab: Tab) -> Any:
    return tab.client.application.extensions["history"]
