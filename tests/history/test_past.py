"""A template's history goes out and comes in with it, if it leads to the text; what was done to the list is undone."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from tests.history.conftest import SMALL, Tab
from tests.history.test_archive import archive_of, send
from tests.history.test_list import names
from web.history import past

NAME = "small.yaml.history.json"


def opened(other: Tab) -> Tab:
    """The one template of a list."""
    found = re.search('data-template="([^"]+)"', other.client.get("/templates").text)
    assert found is not None
    other.template = found[1]
    return other


def edited(tab: Tab) -> bytes:
    """A template with three steps of which one is undone; its archive."""
    tab.step(operations=[{"op": "rename", "section": "resources", "name": "net", "to": "lan"}], places={"lan": [1, 2]})
    tab.step(operations=[{"op": "add_resource", "name": "new", "type": "OS::Heat::None"}])
    tab.step(operations=[{"op": "unset", "path": ["resources", "new"]}])
    tab.step(undo=True)
    return bytes(tab.client.get("/templates.zip").data)


def history(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return dict(json.loads(archive.read(NAME)))


def test_undo_goes_on_elsewhere(tab: Tab, app: Any) -> None:
    data = edited(tab)
    assert [step["number"] for step in history(data)["steps"]] == [1, 2, 3] and history(data)["step"] == 2
    other = Tab(app.test_client())
    assert send(other, data).json == {"done": True, "lost": 0}
    opened(other)
    assert other.data == tab.data
    said = other.since()
    assert (said["undo"], said["redo"]) == ("Add new", "Remove new")
    other.step(redo=True)
    assert b"new" not in other.data
    for _ in range(3):
        other.step(undo=True)
    assert other.data == SMALL and other.since()["undo"] is None
    other.step(to=3)
    other.step(operations=[{"op": "unset", "path": ["outputs"]}])
    assert other.since()["redo"] is None


def test_exported_again_it_is_the_same(tab: Tab, app: Any) -> None:
    data = edited(tab)
    other = Tab(app.test_client())
    send(other, data)
    assert history(other.client.get("/templates.zip").data) == history(data)


def changed(**changes: Any) -> Callable[[dict[str, Any]], None]:
    def change(held: dict[str, Any]) -> None:
        held["steps"][0].update(changes)

    return change


@pytest.mark.parametrize("spoil", [
    changed(edits=[]), changed(edits=[[0, 1, "x"]]), changed(inverse=[[5, 99999, ""]]), changed(inverse=[[-1, 2, ""]]),
    changed(edits=[[0, 0, "\ud800"]]), changed(edits="x"), changed(kind="evil"), changed(at=1e999), changed(at="x"),
    changed(places={"a": [1]}), changed(places={"a": [None, [1, "x"]]}), changed(places=7),
    changed(renamed={"a": 7}), changed(title=None, edits=[[0, 3, ""], [1, 2, ""]]),
    lambda held: held.update(step=99), lambda held: held.update(step=True), lambda held: held.update(steps=[]),
    lambda held: held.update(steps=[{}]), lambda held: held.update(version=2), lambda held: held["steps"].pop(0),
    lambda held: held["steps"].reverse(),
], ids=range(21))
def test_a_history_that_does_not_lead_to_the_text_is_left_out(tab: Tab, app: Any, spoil: Any) -> None:
    held = history(edited(tab))
    spoil(held)
    other = Tab(app.test_client())
    answer = send(other, archive_of({"small.yaml": tab.data, NAME: json.dumps(held).encode()}))
    if held["steps"] and "edits" in held["steps"][0] and len(held["steps"]) == 2:
        assert answer.json["lost"] in (0, 1)  # without its first step the rest may be right
        return
    assert answer.json == {"done": True, "lost": 1}, answer.text
    assert opened(other).data == tab.data and other.since()["undo"] is None


@pytest.mark.parametrize("data", [b"", b"[]", b"[" * 100_000, b"{}", b"\xff", b'{"version": 1, "steps": 7, "step": 0}'])
def test_no_history_at_all(tab: Tab, data: bytes) -> None:
    assert send(tab, archive_of({"a.yaml": SMALL, "a.yaml.history.json": data})).json == {"done": True, "lost": 1}
    assert names(tab) == ["a.yaml", "small.yaml"]


def test_a_history_that_takes_too_long_to_look_at_loses_its_oldest_steps() -> None:
    steps = [{"number": at, "title": "x", "kind": "edit", "at": 1.0, "edits": [[0, 0, "#"]], "inverse": [[0, 1, ""]],
              "places": {}, "renamed": {}} for at in range(1, 11)]
    data = json.dumps({"version": 1, "step": 10, "steps": steps}).encode()
    found = past.read(data, b"#" * 10 + b"a", past.Patience(60))
    assert found is not None and found.step == len(found.rows) == 3
    assert [row["number"] for row in found.rows] == [1, 2, 3]
    assert past.read(data, b"#" * 9 + b"a", past.Patience()) is None


def test_a_step_that_changed_the_encoding_ends_what_is_told(tab: Tab) -> None:
    tab.open("heat_template_version: 2021-04-16\n# é\n".encode("latin-1"), "small.yaml")
    tab.step(edits=[[0, 0, "# a\n"]], kind="edit")
    tab.step(edits=[[0, 0, "# b\n"]], kind="edit")
    data = tab.client.get("/templates.zip").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = [name for name in archive.namelist() if "history" in name]
        assert len(json.loads(archive.read(held[-1]))["steps"]) in (1, 2)


def bar(text: str) -> tuple[str, str, str]:
    """What was done last, where its button leads to, and the name that it sends."""
    found = re.search(r'<form class="templates-deleted"(?: action="([^"]*)")?.*?</form>', text, re.DOTALL)
    assert found is not None, text
    words = re.search(r'role="status">([^<]*)<', found[0])
    name = re.search(r'name="name" value="([^"]*)"', found[0])
    return unescape(words[1]) if words else "", found[1] or "", name[1] if name else ""


def done(tab: Tab, address: str, **data: str) -> tuple[str, str, str]:
    answer = tab.client.post(address, data={"csrf_token": tab.token, **data}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    shown = bar(answer.text)
    page = tab.client.post(address, data={"csrf_token": tab.token, **data}) if "rename" not in address else None
    assert page is None or page.status_code in (303, 404)
    return shown


def test_a_new_name_is_undone(tab: Tab) -> None:
    words, to, name = done(tab, f"/t/{tab.template}/rename", name="other.yaml")
    assert words == "small.yaml is called other.yaml now." and name == "small.yaml"
    assert done(tab, to, name=name)[0] == "other.yaml is called small.yaml now."
    assert names(tab) == ["small.yaml"]
    answer = tab.client.post(f"/t/{tab.template}/rename", data={"csrf_token": tab.token, "name": "x.yaml"})
    assert bar(tab.client.get(answer.headers["Location"]).text)[0] == "small.yaml is called x.yaml now."


def test_a_copy_is_undone(tab: Tab) -> None:
    answer = tab.client.post(f"/t/{tab.template}/duplicate", data={"csrf_token": tab.token},
                             headers={"HX-Request": "true"})
    words, to, _ = bar(answer.text)
    assert words == "small copy.yaml is made." and len(names(tab)) == 2
    assert done(tab, to)[0] == "small copy.yaml is deleted." and names(tab) == ["small.yaml"]


def test_what_was_left_out_is_said(tab: Tab) -> None:
    data = {"file": (io.BytesIO(archive_of({"a.yaml": SMALL, "a.yaml.history.json": b"x"})), "all.zip"),
            "csrf_token": tab.token}
    answer = tab.client.post("/templates.zip", data=data, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert "The history of 1 template does not fit" in bar(tab.client.get(answer.headers["Location"]).text)[0]
