"""Completion in a text that differs by a few edits from one that the server has."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.web.visiting import SMALL, Visitor


def completed(visit: Visitor, id: str, at: int, body: Any) -> Any:
    return visit.post(f"/d/{id}/complete?at={at}", data=json.dumps(body).encode(),
                      headers={"Content-Type": "application/json", "Accept": "application/json"})


def test_edits_are_completed_as_the_whole_text_is(visit: Visitor) -> None:
    id, text = visit.open(), SMALL.decode()
    start = text.index("{get_resource: net}")
    edits = [[0, 0, "# \U0001f600\n"], [start, start + 19, "{get_resource: "]]
    after = "# \U0001f600\n" + text[:start] + "{get_resource: " + text[start + 19:]
    at = after.index("{get_resource: ") + 15
    whole = visit.post(f"/complete?at={at}", data=after.encode(), headers={"Accept": "application/json"}).json
    assert "net" in [option["label"] for option in whole["options"]]
    assert completed(visit, id, at, {"edits": edits}).json == whole
    asked = visit.post(f"/complete?at={start + 15}", data=SMALL, headers={"Accept": "application/json"}).json
    assert completed(visit, id, start + 15, {"edits": []}).json == asked


@pytest.mark.parametrize("body", [{"edits": 1}, {"edits": [[3, 1, ""]]}, {"edits": [[0, 10**6, ""]]},
                                  {"edits": [[0, 5, ""], [3, 4, ""]]}, {"edits": [[0, 0, "\ud800"]]}])
def test_edits_that_are_none_are_refused(visit: Visitor, body: Any) -> None:
    assert completed(visit, visit.open(), 0, body).status_code == 400


def test_a_text_that_the_server_does_not_have_is_no_fault_of_its(visit: Visitor) -> None:
    assert completed(visit, "0" * 24, 0, {"edits": []}).status_code == 404
