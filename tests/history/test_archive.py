"""Export and import of everything; what comes in is hostile until it was looked at."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from tests.history.conftest import SMALL, Tab
from tests.history.test_list import names


def archive_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def send(tab: Tab, data: bytes) -> Any:
    return tab.post("/templates.zip", data={"file": (io.BytesIO(data), "all.zip")}, content_type="multipart/form-data")


def test_everything_goes_out_and_comes_in_again(tab: Tab, app: Any) -> None:
    windows = b"\xef\xbb\xbf" + SMALL.replace(b"\n", b"\r\n")
    tab.step(places={"net": [1.5, -2]})
    tab.open(windows, "small.yaml")
    tab.client.get("/examples/two-tiers")
    packed = tab.client.get("/templates.zip")
    assert packed.mimetype == "application/zip"
    other = Tab(app.test_client())
    assert send(other, packed.data).status_code == 200
    assert sorted(names(other)) == ["small 2.yaml", "small.yaml", "two-tiers.yaml"]
    again = other.client.get("/templates.zip").data
    with zipfile.ZipFile(io.BytesIO(packed.data)) as one, zipfile.ZipFile(io.BytesIO(again)) as two:
        assert {name: one.read(name) for name in one.namelist() if not name.endswith(".json")} == {
            name: two.read(name) for name in two.namelist() if not name.endswith(".json")}
        held = json.loads(two.read("small.yaml.positions.json"))
        assert held == {"version": 1, "template": "small.yaml", "positions": {"net": [1.5, -2]}}
        assert one.read("small 2.yaml") == windows


def test_files_beside_a_template_come_along(tab: Tab, app: Any) -> None:
    tab.client.get("/examples/nested-group")
    beside = [name for name in zipfile.ZipFile(io.BytesIO(tab.client.get("/templates.zip").data)).namelist()
              if "/" in name]
    other = Tab(app.test_client())
    send(other, tab.client.get("/templates.zip").data)
    again = zipfile.ZipFile(io.BytesIO(other.client.get("/templates.zip").data)).namelist()
    assert sorted(names(other)) == sorted(names(tab))
    assert [name for name in again if "/" in name] == beside


BOMB = archive_of({"a.yaml": b"\0" * (200 * 1024 * 1024)})

HOSTILE = [
    b"", b"no archive", b"PK\x03\x04 nothing", archive_of({}), archive_of({"readme.txt": b"x"}), BOMB,
    archive_of({f"{number}.yaml": b"\0" * (4 * 1024 * 1024) for number in range(40)}),
    archive_of({"a.yaml": b"a: 1", "a.yaml.positions.json": b'{"version": 1, "positions": {"a": [1e999, "x"]}}'}),
    archive_of({"a.yaml": b"a: 1", "a.yaml.positions.json": b"[" * 100_000}),
    archive_of({"a.yaml": b"a: 1"})[:-30],
    archive_of({"a.yaml": b"a: 1"}, zipfile.ZIP_STORED).replace(b"a: 1", b"a: 2"),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_archive_is_refused_whole(tab: Tab, data: bytes) -> None:
    answer = send(tab, data)
    assert answer.status_code in (400, 413), answer.text
    assert answer.json["error"].endswith(".") and names(tab) == ["small.yaml"]


def test_names_that_lead_elsewhere_are_only_names(tab: Tab) -> None:
    send(tab, archive_of({"../../etc/passwd.yaml": b"a: 1", "/srv/x.yaml": b"b: 1", "C:\\y.yaml": b"c: 1",
                          "__MACOSX/z.yaml": b"d: 1", "deep/": b""}))
    assert sorted(names(tab)) == ["passwd.yaml", "small.yaml", "x.yaml", "y.yaml"]


def test_positions_come_in_as_a_step(tab: Tab) -> None:
    sidecar = b'{"version": 1, "template": "x", "positions": {"net": [5, 6], "gone": [1, 1]}}'
    answer = tab.post(f"/t/{tab.template}/positions", data={"file": (io.BytesIO(sidecar), "p.json")},
                      content_type="multipart/form-data")
    assert answer.json == {"done": True, "cards": 2}
    said = tab.since()
    assert said["places"] == {"net": [5, 6], "gone": [1, 1]} and said["undo"] == "Positions of 2 cards"
    refused = tab.post(f"/t/{tab.template}/positions", data={"file": (io.BytesIO(b"{}"), "p.json")},
                       content_type="multipart/form-data")
    assert refused.status_code == 400
