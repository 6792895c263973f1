"""What comes along with the answer to a step: what the page will ask for next, in the same breath."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.history.conftest import Tab

RENAME = {"op": "rename", "section": "resources", "name": "net", "to": "net work"}
INSPECT = ["/inspect?node={select}", "/inspect"]


def sent(tab: Tab, asks: list[list[str]], **body: Any) -> tuple[dict[str, Any], dict[int, tuple[int, Any]]]:
    """The answer to a step, and of each place in `asks` the status and body that came along."""
    answer = tab.send(asks=asks, **body)
    assert answer.mimetype == "application/x-ndjson"
    first, *rows = [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]
    return first, {place: (status, said) for place, status, said in rows}


def test_what_comes_along_is_what_would_be_answered(tab: Tab) -> None:
    asks = [INSPECT, ["/outline.json?since="], ["/changes?from=nowhere"]]
    first, along = sent(tab, asks, operations=[RENAME])
    assert first["select"] == "net work" and first["readable"]
    at = f"/d/{first['id']}"
    assert along[0] == (200, tab.client.get(f"{at}/inspect?node={quote('net work')}").text)
    assert along[1] == (200, tab.client.get(f"{at}/outline.json?since=").json)
    assert along[2] == (204, "")


def test_the_first_way_that_can_be_is_taken(tab: Tab) -> None:
    first, along = sent(tab, [INSPECT, ["/edge?from={select}"]], edits=[[0, 0, "# one\n"]])
    assert first["select"] is None
    assert along == {0: (200, tab.client.get(f"/d/{first['id']}/inspect").text)}


def test_what_cannot_be_had_does_not_come(tab: Tab) -> None:
    first, along = sent(tab, [["/nowhere"], ["/../../health"], ["/inspect"]], operations=[RENAME])
    assert first["revision"] == 1 and list(along) == [2]


def test_nothing_comes_along_with_a_refusal(tab: Tab) -> None:
    said = tab.send(asks=[INSPECT], operations=[{**RENAME, "to": "subnet"}])
    assert said.mimetype == "application/json" and "refused" in said.json


@pytest.mark.parametrize("asks", [1, {}, [1], ["/inspect"], [[1]], [["inspect"]], [["/ä"]], [["/inspect"]] * 5,
                                  [["/" * 5000]], [["/a", "/b", "/c"]]])
def test_asks_that_are_none_are_refused_and_nothing_is_stored(tab: Tab, asks: Any) -> None:
    assert tab.send(asks=asks, operations=[RENAME]).status_code == 400
    assert tab.revision == 0
