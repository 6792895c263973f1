"""Whatever is asked of whatever address: one plain sentence, the same headers, nothing of ours in it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.web.visiting import Tab, Visitor
from web.app import create_app
from web.security import FILE_POLICY, HEADERS, POLICY

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE")
NAMES = ("0", "..%2f..%2fetc%2fpasswd", "%00", "%0d%0aX-Evil:1", "a" * 5000, "%3Cscript%3E", "%ff%fe", "-1")
QUERIES = ("at=-1&node=%00&path=[[[[&layer=%00&from=a&to=", "at=99999999999999999999&path=%5B1e999%5D&since=-1&op=%7B",
           "node=" + "x" * 9000 + "&q=" + "%25" * 500, "collapse=" + "/" * 3000 + "&view=%ff&select=%0d%0a&origin=%00",
           "revision=NaN&type=../../etc&section=__class__&template=../../x", "node=net&node=&node=net")
BODIES = (b"", b"null", b'"x"', b'{"nodes":[1,null]}', b"[" * 20_000, b'{"a":' * 20_000, b"\xff\xfe\x00", b"NaN",
          b"a: &a [*a, *a]\n<<: *a\n", b"x" * 4_600_000)
MEDIA = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
         "text/plain; charset=utf-99")
SHAPES: tuple[dict[str, str], ...] = ({}, {"Accept": "application/json"}, {"HX-Request": "true"})


def rules(app: Flask) -> list[Rule]:
    """Every address but the one that answers as long as somebody listens."""
    return [rule for rule in app.url_map.iter_rules() if not rule.rule.endswith("/events")]


def filled(rule: Rule, name: str) -> str:
    return re.sub("<[^>]*>", lambda _: name, rule.rule)


def sound(answer: Any, asked: object) -> None:
    """Neither a fault of ours nor an answer without its headers."""
    assert answer.status_code < 500, asked
    assert answer.headers["Content-Security-Policy"] in (POLICY, FILE_POLICY), asked
    assert all(name in answer.headers for name in HEADERS), asked
    assert "X-Evil" not in answer.headers and b"Traceback" not in answer.data, asked


@pytest.mark.parametrize("method", METHODS)
def test_every_address_by_every_method(visit: Visitor, app: Flask, method: str) -> None:
    for rule in rules(app):
        usual = method in (rule.methods or set())
        for name in NAMES if "<" in rule.rule and usual else NAMES[:1]:
            address = filled(rule, name)
            for shape in SHAPES if usual and name == NAMES[0] else SHAPES[:1]:
                headers = {"X-CSRF-Token": visit.token, **shape}
                sound(visit.client.open(address, method=method, headers=headers), (method, address[:90], shape))


def test_every_address_with_any_question(tab: Tab, app: Flask) -> None:
    id = tab.since()["id"]
    for rule in rules(app):
        if "GET" in (rule.methods or set()):
            address = filled(rule, tab.template if rule.rule.startswith("/t/") else id)
            for query in QUERIES:
                sound(tab.get(f"{address}?{query}"), (address, query[:60]))


def test_every_address_with_any_body(tab: Tab, app: Flask) -> None:
    id = tab.since()["id"]
    for rule in rules(app):
        if "POST" in (rule.methods or set()) and not rule.rule.endswith("/delete"):
            address = filled(rule, tab.template if rule.rule.startswith("/t/") else id)
            for body in BODIES:
                for media in MEDIA if len(body) < 1_000_000 else MEDIA[:1]:
                    sound(tab.post(address, data=body, content_type=media), (address, body[:40], media))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_fault_of_ours_is_told_plainly(shape: dict[str, str]) -> None:
    app = create_app()

    @app.get("/fault")
    def fault() -> str:
        raise ZeroDivisionError("a secret of ours")

    answer = app.test_client().get("/fault", headers=shape)
    assert answer.status_code == 500 and "Something went wrong on our side" in answer.text
    assert "secret" not in answer.text and answer.headers["Content-Security-Policy"] == POLICY
