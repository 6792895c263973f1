"""The outline as data, and what is asked about its entries."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import SMALL, Visitor


def section(answer: Any, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in answer.json["sections"] if each["section"] == name)
    return found


def changes(visit: Visitor, before: bytes, after: bytes) -> Any:
    old, new = visit.open(before), visit.open(after)
    visit.get(f"/d/{old}/outline.json")
    answer = visit.get(f"/d/{new}/outline.json?since={old}")
    assert answer.json["since"] == old and answer.json["id"] == new
    return answer


def test_only_the_rows_that_an_edit_touched_are_sent(visit: Visitor) -> None:
    answer = changes(visit, SMALL, SMALL.replace(b"  subnet:\n", b"  wider:\n"))
    resources = section(answer, "resources")
    assert (resources["at"], resources["gone"]) == (1, 1)
    assert [row[0] for row in resources["rows"]] == ["wider"]
    outputs = section(answer, "outputs")
    # its value refers to what is gone: it has a mark now
    assert (outputs["at"], outputs["gone"], outputs["rows"][0][4]) == (0, 1, "error")


def test_an_entry_that_moves_the_others_sends_itself_and_its_neighbour(visit: Visitor) -> None:
    many = b"heat_template_version: 2021-04-16\nresources:\n" + b"".join(
        b"  r%d:\n    type: OS::Heat::TestResource\n" % n for n in range(50))
    answer = changes(visit, many, many.replace(b"  r20:", b"  new:\n    type: OS::Heat::None\n  r20:"))
    resources = section(answer, "resources")
    assert (resources["at"], resources["gone"], [row[0] for row in resources["rows"]]) == (20, 1, ["new", "r20"])
    answer = changes(visit, many, many.replace(b"  r20:\n", b"  r20:\n    condition: odd\n"))
    resources = section(answer, "resources")
    assert resources["gone"] <= 2 and resources["at"] == 20


@pytest.mark.parametrize(("body", "words"), [
    ({"nodes": ["net", "subnet"]}, "2 kinds"),
    ({"nodes": ["net", "/outputs/id"]}, "2 selected"),
    ({"nodes": ["nobody", "/odd/thing", "/outputs/no"]}, "3 selected"),
])
def test_what_several_have_in_common(visit: Visitor, body: dict[str, Any], words: str) -> None:
    answer = visit.post(f"/d/{visit.open()}/several", json=body)
    assert answer.status_code == 200 and words in answer.text


def test_copying(visit: Visitor) -> None:
    id = visit.open()
    text = visit.post(f"/d/{id}/copy", json={"nodes": ["/outputs/id", "subnet"]}).json["text"]
    assert text.startswith("resources:\n  subnet:\n") and "outputs:\n  id:\n" in text
    assert visit.post("/clipboard", data=text).json == {"whole": False, "counts": {"resources": 1, "outputs": 1}}
    assert visit.post("/clipboard", data=SMALL).json["whole"] is True
    assert "no part" in visit.post("/clipboard", data="just words").json["refused"]
    for node in ("/odd/thing", "/parameter_groups/0", "/"):
        assert "refused" in visit.post(f"/d/{id}/copy", json={"nodes": [node]}).json
    assert "nobody" in visit.post(f"/d/{id}/copy", json={"nodes": ["nobody"]}).json["refused"]


def test_bad_requests_are_refused(visit: Visitor) -> None:
    id = visit.open()
    for body in ({}, {"nodes": []}, {"nodes": [1]}, {"nodes": "net"}, [], "net"):
        assert visit.post(f"/d/{id}/copy", json=body).status_code == 400
        assert visit.post(f"/d/{id}/several", json=body).status_code == 400
    assert visit.get(f"/d/{id}/starters?section=nothing").status_code == 400
    assert visit.get("/d/nothing/outline.json").status_code == 404


def test_beginnings(visit: Visitor) -> None:
    titles = [each["title"] for each in visit.get(f"/d/{visit.open()}/starters?section=outputs&near=subnet").json]
    assert titles[1] == "id of subnet" and "cidr of subnet" in titles
