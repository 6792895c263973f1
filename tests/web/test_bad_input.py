"""What should not have been given: one clear sentence, the right status, one line in the log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from tests.web.visiting import SMALL, Tab, Visitor

BOMB = b"a: &a [x, x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n" % (n, n, *([n - 1] * 9)) for n in range(98, 112))

# what, its bytes, words that the first problem has to hold
UNREADABLE = {
    "not yaml": b"{[}]: \t- nonsense: [",
    "a billion laughs": BOMB,
    "ten thousand deep": b"[" * 10_000 + b"]" * 10_000,
    "ten thousand deep maps": b"\n".join(b" " * n + b"a:" for n in range(2000)),
    "a NUL byte": b"heat_template_version: 2021-04-16\nresources:\n  a\0b: {}\n",
    "a binary file": bytes(range(256)) * 40,
    "half a UTF-16 file": "heat_template_version: 2021-04-16".encode("utf-16")[:-1],
    "not UTF-8": b"description: \xff\xfe\xe4\n",
    "an empty file": b"",
    "only a comment": b"# nothing\n",
    "a list": b"- a\n- b\n",
    "a word": b"hello",
    "a CloudFormation template": b"AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_opened_and_says_why(visit: Visitor, data: bytes) -> None:
    id = visit.open(data, "odd.yaml")
    page = visit.get(f"/d/{id}")
    assert page.status_code == 200
    assert 'class="problem ' in page.text
    assert visit.get(f"/d/{id}/export.yaml").data == data
    for address in ("graph", "outline", "problems", "inspect"):
        assert visit.fragment(f"/d/{id}/{address}").status_code == 200


def test_a_template_without_resources_is_told_so(visit: Visitor) -> None:
    id = visit.open(b"heat_template_version: 2021-04-16\nparameters:\n  a: {type: string}\n")
    page = visit.get(f"/d/{id}").text
    assert "no resources" in page


@pytest.mark.parametrize(("accept", "shape"), [("application/json", "json"), ("text/html", "page")])
def test_a_hundred_megabytes_are_refused_in_the_shape_asked_for(visit: Visitor, accept: str, shape: str) -> None:
    answer = visit.post("/open", data={"file": (BytesIO(b"x" * 100_000_000), "big.yaml")},
                        content_type="multipart/form-data", headers={"Accept": accept})
    assert answer.status_code == 413
    if shape == "json":
        assert answer.json["error"].startswith("That is larger than 4 MB")
    else:
        assert "That is larger than 4 MB" in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize("size", [4 * 1024 * 1024 + 1, 4 * 1024 * 1024 + 200_000, 5_000_000])
def test_a_text_that_is_too_large_is_refused(visit: Visitor, size: int) -> None:
    answer = visit.post("/complete?at=0", data=b"#" * size, headers={"Accept": "application/json"})
    assert answer.status_code == 413 and "4 MB" in answer.json["error"]


def test_an_edit_that_makes_a_text_too_large_is_refused(tab: Tab) -> None:
    before = tab.data
    answer = tab.send(edits=[[0, 0, "#" * (4 * 1024 * 1024 - 100) + "\n"]])
    assert answer.status_code == 200 and "4 MB" in answer.json["refused"] and tab.data == before
    assert tab.send(edits=[[0, 0, "#" * 5_000_000]]).status_code == 413 and tab.data == before


def test_the_largest_text_that_is_taken(visit: Visitor) -> None:
    data = SMALL + b"#" * (4 * 1024 * 1024 - len(SMALL))
    assert visit.get(f"/d/{visit.open(data)}/export.yaml").data == data


def test_two_files_at_once_are_refused(visit: Visitor) -> None:
    answer = visit.post("/open", data={"file": [(BytesIO(SMALL), "a.yaml"), (BytesIO(SMALL), "b.yaml")]},
                        content_type="multipart/form-data", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json["error"] == "2 files were sent. Open one template at a time."


@pytest.mark.parametrize("fields", [{}, {"text": ""}, {"file": (BytesIO(b""), "")}])
def test_nothing_at_all_is_refused(visit: Visitor, fields: dict[str, Any]) -> None:
    answer = visit.post("/open", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "Choose a file or paste a template first." in answer.text


def test_a_name_that_is_markup_or_a_path_is_only_a_name(visit: Visitor) -> None:
    assert "&lt;script&gt;.yaml" in visit.get(f"/d/{visit.open(SMALL, '<script>.yaml')}").text
    page = visit.get(f"/d/{visit.open(SMALL, '../../etc/pass' + chr(0) + 'wd')}").text
    assert "../" not in page.split("<title>")[1].split("</title>")[0]


ADDRESSES = ["/nothing", "/d/none", "/d/none/graph", "/d/none/export.yaml", "/d/none/export.exe", "/manual/HOT999",
             "/types/OS::No::Such", "/static/x/none.css", "/static/x/../../../etc/passwd", "/examples/none",
             "/examples/none.svg", "/schema/none.json", "/d/none/commit"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_unknown_addresses_are_plain(visit: Visitor, address: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answer = visit.get(address)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
    assert len([record for record in caplog.records if record.name == "web"]) == 1
    assert all("\n" not in record.getMessage() for record in caplog.records)
    fragment = visit.fragment(address)
    assert fragment.status_code == 404
    assert "<html" not in fragment.text or address == "/d/none"


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_nothing_that_a_template_holds_is_logged(visit: Visitor, data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        visit.get(f"/d/{visit.open(data)}")
    assert [record for record in caplog.records if record.name == "web"] == []


def test_a_fault_of_ours_shows_no_traceback(visit: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    from web.routes import start

    def broken() -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(start.gallery, "gallery", broken)
    answer = visit.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text and "Traceback" not in answer.text


def test_a_busy_server_says_so(visit_with: Callable[..., Visitor]) -> None:
    visitor = visit_with(WORKERS=1, WAIT_SECONDS=0.05)
    app = visitor.client.application
    from threading import Event, Thread

    gate = app.extensions["documents"]._gate
    held, done = Event(), Event()

    def hold() -> None:
        with gate.work():
            held.set()
            done.wait(5)

    thread = Thread(target=hold)
    thread.start()
    held.wait(5)
    answer = visitor.post("/complete?at=0", data=SMALL, headers={"Accept": "application/json"})
    done.set()
    thread.join()
    assert answer.status_code == 503 and "busy" in answer.json["error"]
    assert visitor.post("/complete?at=0", data=SMALL).status_code == 200


def test_more_problems_than_anyone_reads_are_counted_and_left_to_the_data(visit: Visitor) -> None:
    resources = b"".join(b"  r%d: {}\n" % number for number in range(1500))
    id = visit.open(b"heat_template_version: 2021-04-16\nresources:\n" + resources)
    every = len(visit.get(f"/d/{id}/export.json").json["files"][0]["diagnostics"])
    assert every >= 1500
    page = visit.get(f"/d/{id}").text
    assert page.count('class="problem ') == 1000
    assert f"And {every - 1000} more." in page
