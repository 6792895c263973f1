"""One step after the other: stored, undone, done again, walked along, answered twice alike."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.history.conftest import SMALL, Tab
from web.documents import Documents
from web.history import steps

TEXT = SMALL.decode()
CIDR = TEXT.index("10.0.0.0/24")
RENAME = {"op": "rename", "section": "resources", "name": "net", "to": "network"}


def test_an_edit_is_stored_and_told_with_what_it_means(tab: Tab) -> None:
    said = tab.step(edits=[[CIDR, CIDR + 11, "10.0.0.0/99"]], title="Typing")
    assert said["revision"] == 1 and said["step"] == 1 and said["undo"] == "Typing" and said["redo"] is None
    assert said["changes"] == [{"revision": 1, "edits": [[CIDR, CIDR + 11, "10.0.0.0/99"]], "places": {}, "mine": True}]
    assert said["counts"]["error"] == 1 and said["readable"] and len(said["id"]) == 24
    assert "10.0.0.0/99" in said["problems"] and said["saved"].startswith("20")
    assert tab.data == SMALL.replace(b"10.0.0.0/24", b"10.0.0.0/99")


def test_operations_are_planned_and_stored(tab: Tab) -> None:
    said = tab.step(operations=[RENAME])
    assert said["select"] == "network" and said["undo"] == said["title"] != "" and said["counts"]["error"] == 0
    assert tab.text == TEXT.replace("  net:", "  network:").replace("resource: net}", "resource: network}")


def test_what_cannot_be_done_is_refused_and_nothing_stored(tab: Tab) -> None:
    said = tab.step(operations=[{**RENAME, "to": "subnet"}])
    assert said["refused"].endswith(".") and said["revision"] == 0 and said["changes"] == []
    assert tab.step(undo=True)["refused"] == "There is nothing to undo."
    assert tab.step(redo=True)["refused"] == "There is nothing to redo."
    assert "history" in tab.step(to=7)["refused"]
    assert tab.data == SMALL


def test_undo_and_redo_give_the_very_bytes(tab: Tab) -> None:
    texts = [tab.data]
    for body in ({"operations": [RENAME]}, {"edits": [[0, 0, "# one\r\n"]], "kind": "paste"},
                 {"operations": [{"op": "remove", "section": "outputs", "name": "id"}]},
                 {"edits": [[3, 9, ""], [20, 20, "\U0001f600"]], "kind": "fix"}):
        tab.step(**body)
        texts.append(tab.data)
    for text in reversed(texts[:-1]):
        tab.step(undo=True)
        assert tab.data == text
    for text in texts[1:]:
        tab.step(redo=True)
        assert tab.data == text
    for number in (1, 3, 0, 4, 2):
        said = tab.step(to=number)
        assert tab.data == texts[number] and said["step"] == number


def test_a_new_step_cuts_off_what_was_undone(tab: Tab) -> None:
    tab.step(operations=[RENAME])
    said = tab.step(undo=True)
    assert said["undo"] is None and said["redo"] is not None
    said = tab.step(edits=[[0, 0, "# new\n"]], kind="paste")
    assert said["redo"] is None and said["step"] == 1
    store = tab.client.application.extensions["history"]
    assert [step.title for step in steps.listed(store, tab.template)] == ["Paste"]


def test_typing_that_goes_on_is_one_step(tab: Tab) -> None:
    for number, sign in enumerate("abc"):
        said = tab.step(edits=[[number, number, sign]])
    assert said["step"] == 1 and said["revision"] == 3 and tab.text == "abc" + TEXT
    tab.step(edits=[[2, 3, ""]])  # backspace
    said = tab.step(edits=[[CIDR, CIDR, "x"]])  # elsewhere
    assert said["step"] == 2
    assert tab.step(undo=True)["step"] == 1 and tab.text == "ab" + TEXT
    assert tab.step(undo=True)["step"] == 0 and tab.data == SMALL
    tab.step(redo=True)
    assert tab.text == "ab" + TEXT


def test_typing_after_a_pause_is_another_step(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "PAUSE", -1.0)
    tab.step(edits=[[0, 0, "a"]])
    assert tab.step(edits=[[1, 1, "b"]])["step"] == 2


def test_two_tabs_do_not_type_one_step(tab: Tab) -> None:
    other = tab.beside()
    tab.step(edits=[[0, 0, "a"]], kind="typing")
    other.revision = 1
    assert other.step(edits=[[1, 1, "b"]])["step"] == 2


def test_a_request_sent_twice_is_done_once(tab: Tab) -> None:
    once = tab.step(edits=[[0, 0, "# a\n"]], request="one")
    tab.step(edits=[[0, 0, "# b\n"]], request="two", kind="paste")
    tab.revision = 0
    again = tab.step(edits=[[0, 0, "# a\n"]], request="one")
    assert tab.text == "# b\n# a\n" + TEXT
    assert again["title"] == once["title"] and again["revision"] == 2
    assert [change["mine"] for change in again["changes"]] == [True, False]


def test_what_was_no_utf8_comes_back_by_undo(tab: Tab) -> None:
    latin = "heat_template_version: 2021-04-16\ndescription: caf\xe9\n".encode("latin-1")
    tab.open(latin)
    tab.step(edits=[[0, 0, "# a\n"]])
    assert tab.data == b"# a\n" + latin.decode("latin-1").encode()
    tab.step(edits=[[4, 4, "# b\n"]])
    tab.step(undo=True)
    while tab.step(undo=True).get("refused") is None:
        pass
    assert tab.data == latin
    tab.step(redo=True)
    assert tab.data.startswith(b"# a\n")


def test_a_byte_order_mark_stays(tab: Tab) -> None:
    tab.open(b"\xef\xbb\xbf" + SMALL)
    tab.step(edits=[[0, 4, "HEAT"]])
    assert tab.data == b"\xef\xbb\xbfHEAT" + SMALL[4:]
    tab.open()
    assert "begin" in tab.step(edits=[[0, 0, "\ufeff"]])["refused"]


def test_places_are_steps_and_follow_a_rename(tab: Tab) -> None:
    said = tab.step(places={"net": [10, 20.5]})
    assert said["undo"] == "Move net" and said["places"] == {"net": [10, 20.5]} and said["changes"][0]["edits"] == []
    said = tab.step(operations=[RENAME])
    assert said["places"] == {"net": None, "network": [10, 20.5]}
    assert positions(tab) == {"network": [10, 20.5]}
    tab.step(undo=True)
    assert positions(tab) == {"net": [10, 20.5]}
    tab.step(undo=True)
    assert positions(tab) == {}
    tab.step(to=2)
    assert positions(tab) == {"network": [10, 20.5]}
    tab.step(edits=[[0, 0, "# a\n"]], places={"subnet": [1, 2], "network": None})
    assert positions(tab) == {"subnet": [1, 2]}
    tab.step(undo=True)
    assert positions(tab) == {"network": [10, 20.5]}


def positions(tab: Tab) -> dict[str, list[float]]:
    return dict(tab.client.get(f"/t/{tab.template}/positions.json").json["positions"])


def test_the_picture_has_cards_where_they_were_put_and_lets_them_go_back(tab: Tab) -> None:
    def drawn(id: str) -> str:
        return str(tab.client.get(f"/d/{id}/graph?template={tab.template}").text)

    id = tab.step(edits=[[0, 0, "# a\n"]])["id"]
    first = drawn(id)
    tab.step(places={"net": [1000, 500]})
    put = drawn(id)
    assert put != first
    tab.step(undo=True)
    assert drawn(id) == first
    tab.step(redo=True)
    assert drawn(id) == put


def test_a_template_is_there_after_a_restart(tab_with: object, tmp_path: object) -> None:
    address = f"sqlite:///{tmp_path}/deep/down/t.sqlite"
    tab = tab_with(DATABASE=address).open()  # type: ignore[operator]
    tab.step(operations=[RENAME])
    id = tab.step(places={"network": [5, 6]})["id"]
    again = tab_with(DATABASE=address)  # type: ignore[operator]
    again.template = tab.template
    again.revision = 2
    assert again.data == tab.data
    # An address of what the text means works again too, since the page says which template it is.
    assert again.client.get(f"/d/{id}/inspect").status_code == 404
    assert again.client.get(f"/d/{id}/inspect?template={tab.template}").status_code == 200
    page = again.client.get(f"/t/{tab.template}").text
    assert 'data-revision="2"' in page and 'data-undo-title="Move network"' in page and 'data-redo-title=""' in page
    again.step(undo=True)
    again.step(undo=True)
    assert again.data == SMALL


def test_an_edit_grows_out_of_what_was_open(app: Flask, tab: Tab) -> None:
    before = tab.step(edits=[[0, 0, "# a\n"]])["id"]
    kept: Documents = app.extensions["documents"]
    with app.test_request_context():
        old = kept.need(before).analysis
    after = tab.step(edits=[[4, 4, "# b\n"]])["id"]
    with app.test_request_context():
        assert kept.need(after).analysis is old
        assert kept.need(before).take_analysis() is None  # it was made into the other


def test_the_history_lists_steps_with_escaped_titles(tab: Tab) -> None:
    tab.step(edits=[[0, 0, "# a\n"]], title="<script>alert(1)</script>")
    page = tab.client.get(f"/t/{tab.template}/history").text
    assert "&lt;script&gt;" in page and "<script>" not in page
    assert 'data-step="1"' in page and 'data-step="0"' in page


def test_without_script_the_whole_text_is_a_step(tab: Tab) -> None:
    address = f"/t/{tab.template}/text"
    form = TEXT.replace("10.0.0.0/24", "10.0.0.0/25").replace("\n", "\r\n")
    answer = tab.post(address, data={"text": form, "base": 0}, headers={"Accept": "text/html"})
    assert answer.status_code == 303 and answer.location == f"/t/{tab.template}"
    assert tab.text == TEXT.replace("/24", "/25")
    other = tab.post(address, data={"text": TEXT.replace("/24", "/26"), "base": 0}, headers={"Accept": "text/html"})
    assert other.status_code == 409 and "10.0.0.0/26" in other.text and "10.0.0.0/25" in other.text
    tab.revision = 1
    tab.step(undo=True)
    assert tab.data == SMALL


def test_a_long_way_back_and_forth(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_COMPOSED", 3)
    for number in range(6):
        tab.step(edits=[[number * 7, number * 7, f"#{number}\n"]], kind="paste")
    last = tab.text
    said = tab.step(to=0)
    assert tab.data == SMALL and len(said["changes"][0]["edits"]) == 1
    tab.step(to=5)
    tab.step(redo=True)
    assert tab.text == last


ADD = {"op": "add_resource", "name": "extra", "type": "OS::Neutron::Net"}


def test_cards_stand_where_they_stood_before_a_restart(tab_with: object, tmp_path: object) -> None:
    address = f"sqlite:///{tmp_path}/t.sqlite"
    tab = tab_with(DATABASE=address).open()  # type: ignore[operator]
    drawn(tab, tab.since()["id"])
    for operation in (ADD, RENAME, {"op": "remove", "section": "resources", "name": "extra"}):
        before = drawn(tab, tab.step(operations=[operation])["id"])
    again = tab_with(DATABASE=address)  # type: ignore[operator]
    again.template, again.revision = tab.template, tab.revision
    assert drawn(again, again.since()["id"]) == before
    after = again.step(operations=[ADD])
    assert places_in(drawn(again, after["id"])).items() > places_in(before).items()


def test_a_card_that_is_dropped_is_a_small_change_of_the_picture(tab: Tab) -> None:
    first = tab.since()["id"]
    drawn(tab, first)
    said = tab.step(operations=[ADD], places={"extra": [400, 300]})
    changed = tab.client.get(f"/d/{said['id']}/changes?from={first}&template={tab.template}")
    assert changed.status_code == 200 and changed.json["cards"] == 3
    assert [key for key, _, _ in changed.json["put"] if "extra" in key]


def drawn(tab: Tab, id: str) -> str:
    return str(tab.client.get(f"/d/{id}/graph?template={tab.template}").text)


def places_in(picture: str) -> dict[str, str]:
    """Where the cards of a picture stand, by node."""
    return dict(re.findall(r'data-node="([^"]*)"[^>]*?transform="([^"]*)"', picture))
