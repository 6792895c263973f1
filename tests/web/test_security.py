"""Who may ask, and what a page may do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.web.visiting import Visitor
from web.security import COOKIE, HEADER

PAGES = ("/", "/manual", "/manual/HOT001", "/nothing/here", "/types/OS::Nova::Server")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_strict_policy(visit: Visitor, address: str) -> None:
    answer = visit.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:")
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy and "form-action 'self'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_inline_script_or_style(visit: Visitor, address: str) -> None:
    page = visit.get(address).text
    assert " style=" not in page and "<style" not in page
    assert " onclick=" not in page and " onload=" not in page and "javascript:" not in page
    assert "<script>" not in page


def test_the_cookie_is_strict_and_out_of_reach_of_scripts(visit_with: Callable[..., Visitor]) -> None:
    visitor = visit_with()
    visitor.client.delete_cookie(COOKIE)
    cookie = visitor.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie


def posts(visit: Visitor) -> list[str]:
    """Every address of the application that changes something, or reads what is sent."""
    app: Flask = visit.client.application
    found = [re.sub("<[^>]*>", "0", rule.rule) for rule in app.url_map.iter_rules()
             if (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}]
    assert "/open" in found and "/t/0/steps" in found
    return found


def test_a_post_without_the_token_is_refused(visit: Visitor) -> None:
    for address in posts(visit):
        for media in ("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            answer = visit.client.post(address, data=b"x=1", content_type=media)
            assert answer.status_code == 403, (address, media)


@pytest.mark.parametrize("headers", [
    {"Origin": "http://elsewhere.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {HEADER: "x" * 32},
    {HEADER: ""},
])
def test_a_post_from_elsewhere_is_refused(visit: Visitor, headers: dict[str, str]) -> None:
    for address in posts(visit):
        answer = visit.post(address, data=b"x", headers=headers)
        assert answer.status_code == 403, address


def test_a_post_from_here_is_taken(visit: Visitor) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    answer = visit.post("/complete?at=0", data=b"a: 1", headers=headers)
    assert answer.status_code == 200


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200),
                                              ("evil.example", 400), ("evil.example:8000", 400)])
def test_only_names_of_this_machine_are_answered_on_the_loopback(visit_with: Callable[..., Visitor], host: str,
                                                                 status: int) -> None:
    visitor = visit_with(ALLOWED_HOSTS=("127.0.0.1", "localhost", "::1"))
    assert visitor.get("/healthz", headers={"Host": host}).status_code == status


def test_markup_in_a_name_or_a_text_stays_text(visit: Visitor) -> None:
    evil = "<script>alert(1)</script>"
    text = f"""heat_template_version: 2021-04-16
description: "{evil}"
parameters:
  "{evil}": {{type: string, default: "{evil}"}}
resources:
  "<img src=x onerror=alert(1)>":
    type: "{evil}"
    properties: {{"{evil}": "{evil}"}}
outputs:
  "{evil}": {{value: "{evil}"}}
"""
    id = visit.open(text.encode(), name=f"{evil}.yaml")
    pages: list[Any] = [visit.get(f"/d/{id}"), visit.fragment(f"/d/{id}/graph"), visit.fragment(f"/d/{id}/outline"),
                        visit.fragment(f"/d/{id}/inspect"), visit.fragment(f"/d/{id}/problems"),
                        visit.get(f"/d/{id}", query_string={"select": "<img src=x onerror=alert(1)>"})]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<img src=x" not in page.text
