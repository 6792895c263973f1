"""Two tabs or two people on one template: what touches other text is merged, what does not is shown."""

from __future__ import annotations

from tests.history.conftest import SMALL, Tab

TEXT = SMALL.decode()
CIDR = TEXT.index("10.0.0.0/24")
RENAME = {"op": "rename", "section": "resources", "name": "net", "to": "network"}


def test_edits_of_other_text_are_merged_and_told_in_order(tab: Tab) -> None:
    other = tab.beside()
    other.step(edits=[[0, 0, "# theirs\n"]], kind="paste")
    said = tab.step(edits=[[CIDR, CIDR + 4, "11.1"]], kind="paste")
    assert tab.text == "# theirs\n" + TEXT.replace("10.0.0.0", "11.1.0.0")
    assert [(change["revision"], change["mine"]) for change in said["changes"]] == [(1, False), (2, True)]
    assert said["changes"][1]["edits"] == [[CIDR + 9, CIDR + 13, "11.1"]]
    assert other.since()["changes"][0]["edits"] == said["changes"][1]["edits"]


def test_edits_of_the_same_text_are_refused_and_both_are_shown(tab: Tab) -> None:
    other = tab.beside()
    other.step(edits=[[0, 0, "# theirs\n"], [CIDR, CIDR + 11, "192.168.0.0/16"]], kind="paste")
    said = tab.send(edits=[[CIDR, CIDR + 4, "11.1"]]).json
    assert said["conflict"].startswith("Somebody else") and said["revision"] == 1
    (start, end), = said["theirs"]
    assert tab.text[start:end] == "192.168.0.0/16" and len(said["changes"]) == 1 and "counts" in said
    assert "11.1" not in tab.text


def test_an_operation_meant_for_an_older_text_is_done_to_the_newer(tab: Tab) -> None:
    other = tab.beside()
    other.step(edits=[[len(TEXT), len(TEXT), "  more:\n    value: {get_resource: net}\n"]], kind="paste")
    said = tab.step(operations=[RENAME])
    assert "refused" not in said and "conflict" not in said
    assert "resource: net}" not in tab.text  # the reference that came meanwhile follows too
    assert tab.text.count("resource: network}") == 2


def test_an_operation_on_what_was_changed_meanwhile_is_refused(tab: Tab) -> None:
    other = tab.beside()
    other.step(operations=[{**RENAME, "to": "other"}])
    assert "conflict" in tab.step(operations=[RENAME])


def test_undo_does_not_take_back_what_one_has_not_seen(tab: Tab) -> None:
    tab.step(edits=[[0, 0, "# mine\n"]], kind="paste")
    other = tab.beside()
    other.step(edits=[[CIDR, CIDR + 4, "11.1"]], kind="paste")
    said = tab.send(undo=True).json
    assert "Somebody else" in said["refused"] and len(said["changes"]) == 1
    tab.revision = said["revision"]
    assert tab.step(undo=True)["revision"] == 3
    assert tab.text == "# mine\n" + TEXT


def test_the_same_edit_of_both_is_done_once(tab: Tab) -> None:
    other = tab.beside()
    other.step(edits=[[CIDR, CIDR + 4, "11.1"]], kind="fix")
    said = tab.step(edits=[[CIDR, CIDR + 4, "11.1"]], kind="fix")
    assert said["revision"] == 1 and "conflict" not in said


def test_cards_moved_by_two_stay_where_the_last_one_put_them(tab: Tab) -> None:
    other = tab.beside()
    other.step(places={"net": [1, 1], "subnet": [2, 2]})
    said = tab.step(places={"net": [3, 3]})
    assert said["places"] == {"net": [3, 3], "subnet": [2, 2]}


def test_a_page_that_is_too_far_behind_loads_again(tab: Tab) -> None:
    tab.revision = 99
    answer = tab.send(edits=[[0, 0, "x"]])
    assert answer.status_code == 409 and answer.json["reason"] == "behind"
    assert tab.client.get(f"/t/{tab.template}/since?revision=99").status_code == 409
