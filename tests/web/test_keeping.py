"""What the server keeps, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest

from tests.web.conftest import SMALL, Visitor
from web import encodings
from web.names import safe_name, stem
from web.store import Recent, source_id


def test_the_one_asked_for_longest_ago_goes_first() -> None:
    kept: Recent[str] = Recent(10)
    for name in "abc":
        kept.put(name, name.upper(), 4 if name != "c" else 2)
    assert kept.get("a") == "A"
    kept.put("d", "D", 4)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]


def test_the_newest_is_kept_however_heavy() -> None:
    kept: Recent[str] = Recent(10)
    kept.put("a", "A", 3)
    kept.put("b", "B", 100)
    assert kept.get("b") == "B" and kept.get("a") is None and len(kept) == 1
    kept.forget("b")
    kept.forget("b")
    assert len(kept) == 0


def test_a_name_is_made_of_all_that_a_text_means() -> None:
    names = {source_id("a", b"x"), source_id("b", b"x"), source_id("a", b"y"), source_id("a", b"x", {"f": "1"}),
             source_id("a", b"x", {"f": "2"}), source_id("ax", b"")}
    assert len(names) == 6


def test_a_text_that_is_no_longer_held_is_told_as_gone(visit_with: Callable[..., Visitor]) -> None:
    visitor = visit_with(KEPT_TEXT_BYTES=1000)
    id = visitor.open()
    for number in range(6):
        visitor.open(SMALL + b"#" * number)
    page = visitor.get(f"/d/{id}")
    assert page.status_code == 404 and "no longer holds this text" in page.text
    piece = visitor.fragment(f"/d/{id}/graph")
    assert piece.status_code == 404 and piece.headers["X-Reason"] == "gone"


def test_many_at_once_get_the_same_answer(visit: Visitor) -> None:
    id = visit.open(SMALL)
    app = visit.client.application
    answers: list[str] = []

    def ask() -> None:
        answers.append(app.test_client().get(f"/d/{id}/graph").text)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8 and len(set(answers)) == 1


@pytest.mark.parametrize(("data", "text", "name"), [
    (b"", "", encodings.UTF8),
    ("ä".encode(), "ä", encodings.UTF8),
    (b"\xef\xbb\xbfa", "a", encodings.MARKED),
    ("ä".encode("latin-1"), "ä", encodings.LATIN),
    ("ä\n".encode("utf-16"), "ä\n", encodings.UTF16),
    (bytes(range(256)), "", encodings.NO_TEXT),
])
def test_bytes_as_text_and_back(data: bytes, text: str, name: str) -> None:
    assert encodings.shown(data) == (text, name)
    if name in (encodings.UTF8, encodings.MARKED):
        assert encodings.encoded(text, name) == data


@pytest.mark.parametrize(("given", "kept"), [
    ("a.yaml", "a.yaml"), ("C:\\x\\a.yaml", "a.yaml"), ("/etc/passwd", "passwd"), ("../a", "a"), ("", "template.yaml"),
    ("..", "template.yaml"), ("a\nb\x00.yaml", "ab.yaml"), ("\u202eevil.yaml", "evil.yaml"), ("x" * 500, None),
])
def test_names_from_outside(given: str, kept: str | None) -> None:
    name = safe_name(given)
    assert name == kept if kept is not None else len(name) <= 120


@pytest.mark.parametrize(("name", "base"), [
    ("a.yaml", "a"), ("a.b.yaml", "a.b"), ("<x>.yaml", "-x-"), (".yaml", "yaml"), ("yaml", "yaml"), ("...", "template"),
])
def test_the_base_of_a_name(name: str, base: str) -> None:
    assert stem(name) == base
