"""The list of one's templates: whose they are, found, renamed, duplicated, deleted and brought back."""

from __future__ import annotations

import time

import pytest
from flask import Flask

from tests.history.conftest import SMALL, Tab
from web.history import templates, workspace


def names(tab: Tab, **query: str) -> list[str]:
    return [part.split("</strong>")[0] for part in
            tab.client.get("/templates", query_string=query).text.split('<strong class="truncate">')[1:]]


def test_it_lists_what_this_browser_opened_the_last_changed_first(tab: Tab) -> None:
    first = tab.template
    tab.open(name="web.yaml")
    assert names(tab) == ["web.yaml", "small.yaml"] and "web.yaml" in tab.client.get("/").text
    tab.template = first
    tab.step(edits=[[0, 0, "# a\n"]])
    assert names(tab) == ["small.yaml", "web.yaml"]
    assert names(tab, q="SMALL yam") == ["small.yaml"] and names(tab, q="none") == []


def test_nobody_sees_the_list_of_another(tab: Tab, app: Flask) -> None:
    other = Tab(app.test_client())
    assert names(other) == []
    other.open(name="theirs.yaml")
    assert names(other) == ["theirs.yaml"] and names(tab) == ["small.yaml"]
    for cookie in ("", "x", "x" * 32, "%00" * 11, "' OR 1=1 --" + "x" * 21):
        other.client.set_cookie(workspace.COOKIE, cookie)
        assert names(other) == []


def test_whoever_has_the_address_can_open_it(tab: Tab, app: Flask) -> None:
    other = Tab(app.test_client(), tab.template)
    assert other.data == SMALL
    assert other.step(edits=[[0, 0, "# theirs\n"]])["revision"] == 1
    assert other.client.get(f"/t/{tab.template[:-1]}x").status_code == 404


def test_the_cookie_stays_for_a_year_and_is_not_replaced_by_a_link_elsewhere(tab: Tab, app: Flask) -> None:
    cookie = tab.client.get_cookie(workspace.COOKIE)
    assert cookie is not None and cookie.http_only and cookie.same_site == "Strict" and cookie.max_age == 31536000
    stranger = app.test_client()
    answer = stranger.get("/examples/two-tiers", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 303 and stranger.get_cookie(workspace.COOKIE) is None
    assert stranger.get(answer.location).status_code == 200


def test_an_example_opened_twice_is_two_templates(tab: Tab) -> None:
    one, two = (tab.client.get("/examples/two-tiers").location for _ in range(2))
    assert one != two


def test_renaming_takes_a_file_name_only(tab: Tab) -> None:
    tab.post(f"/t/{tab.template}/rename", data={"name": "../<b>x\0.yaml"})
    assert names(tab) == ["&lt;b&gt;x.yaml"]
    assert "&lt;b&gt;x.yaml" in tab.client.get(f"/t/{tab.template}").text
    tab.post(f"/t/{tab.template}/rename", data={"name": ""})
    assert names(tab) == ["template.yaml"]


def test_a_copy_has_the_places_and_no_history(tab: Tab) -> None:
    tab.step(edits=[[0, 0, "# a\n"]], places={"net": [1, 2]})
    answer = tab.post(f"/t/{tab.template}/duplicate")
    copy = Tab(tab.client, answer.json["template"])
    assert copy.data == tab.data and names(tab) == ["small copy.yaml", "small.yaml"]
    assert copy.client.get(f"/t/{copy.template}/positions.json").json["positions"] == {"net": [1, 2]}
    assert "nothing to undo" in copy.step(undo=True)["refused"]
    copy.step(edits=[[0, 0, "# b\n"]])
    assert copy.data != tab.data


def test_what_is_deleted_can_be_brought_back(tab: Tab) -> None:
    answer = tab.post(f"/t/{tab.template}/delete", headers={"HX-Request": "true"})
    assert "small.yaml is deleted" in answer.text and names(tab) == []
    assert tab.client.get(f"/t/{tab.template}").status_code == 404
    assert "Bring it back" in tab.client.get(f"/t/{tab.template}").text
    for address in ("export.yaml", "positions.json", "since?revision=0", "history", "events", "thumbnail.svg"):
        assert tab.client.get(f"/t/{tab.template}/{address}").status_code == 404, address
    assert tab.send(edits=[[0, 0, "x"]]).status_code == 404
    tab.post(f"/t/{tab.template}/restore")
    assert names(tab) == ["small.yaml"] and tab.data == SMALL


def test_without_script_a_deletion_leads_back_to_the_list(tab: Tab) -> None:
    answer = tab.post(f"/t/{tab.template}/delete", headers={"Accept": "text/html"})
    assert answer.status_code == 303 and "small.yaml is deleted" in tab.client.get(answer.location).text


def test_what_was_deleted_long_ago_is_let_go(tab: Tab, app: Flask) -> None:
    tab.step(edits=[[0, 0, "# a\n"]], places={"net": [1, 2]})
    tab.post(f"/t/{tab.template}/delete")
    store = app.extensions["history"]
    assert templates.purge(store, time.time() - 60) == 0
    assert templates.purge(store, time.time() + 1) >= 1
    assert templates.find(store, tab.template) is None
    assert tab.post(f"/t/{tab.template}/restore").status_code == 404


def test_a_workspace_has_an_end(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "MOST_IN_WORKSPACE", 2)
    tab.open()
    answer = tab.post("/t")
    assert answer.status_code == 409 and answer.json["reason"] == "full"


def test_a_new_template_is_empty_and_fine(tab: Tab) -> None:
    answer = tab.post("/t")
    page = tab.client.get(answer.json["location"])
    assert page.status_code == 200 and "template.yaml" in page.text


@pytest.mark.parametrize("data", [SMALL, b"", b"[", b"\0\1", b"\xff\xfe\x00", "gr\xfc\xdfe: 1".encode("latin-1")])
def test_every_template_has_a_thumbnail_and_a_page(tab: Tab, data: bytes) -> None:
    tab.open(data or b"\n")
    picture = tab.client.get(f"/t/{tab.template}/thumbnail.svg?v=0")
    assert picture.status_code == 200 and picture.text.startswith("<svg")
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert tab.client.get(f"/t/{tab.template}").status_code == 200
