"""Who may ask, and what a page may do.

Nothing here knows a person: there is no sign-in. What is kept out is another site that makes a visitor's browser act
here (forged requests, frames, a name made to point at the loopback address) and markup that found its way into a page.
"""

from __future__ import annotations

import secrets
from hmac import compare_digest
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request

from web.refusals import SENTENCES, Refusal

COOKIE = "hot_designer_token"
FIELD = "csrf_token"
HEADER = "X-CSRF-Token"

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
))

# A picture or a text that is looked at by itself runs nothing and fetches nothing.
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def token() -> str:
    """The token that forms and scripts of this answer's page send back; its twin goes into the cookie."""
    if "csrf_token" not in g:
        held = request.cookies.get(COOKIE, "")
        g.csrf_token = held if _well_formed(held) else secrets.token_urlsafe(24)
        g.csrf_new = g.csrf_token != held
    return str(g.csrf_token)


def register(app: Flask) -> None:
    """Check every request before it is handled, and set the headers of every answer."""

    @app.before_request
    def check() -> None:
        _check_host()
        if request.method not in SAFE_METHODS:
            _check_origin()
            _check_token()

    @app.after_request
    def protect(answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if g.get("csrf_new"):
            answer.set_cookie(COOKIE, g.csrf_token, httponly=True, samesite="Strict", secure=request.is_secure,
                              path="/")
        if not answer.cache_control and "Cache-Control" not in answer.headers:
            answer.headers["Cache-Control"] = "no-store"
        return answer

    app.context_processor(lambda: {"csrf_token": token})


def _check_host() -> None:
    allowed = current_app.config["ALLOWED_HOSTS"]
    if allowed is None:
        return
    name = urlsplit("//" + request.host).hostname or ""
    if name not in allowed:
        raise Refusal(400, "This server does not answer to that name.", "host")


def _check_origin() -> None:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Refusal(403, SENTENCES[403], "origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Refusal(403, SENTENCES[403], "origin")


def _check_token() -> None:
    held = request.cookies.get(COOKIE, "")
    sent = request.headers.get(HEADER) or request.form.get(FIELD, "")
    if not _well_formed(held) or not compare_digest(held.encode(), sent.encode()):
        raise Refusal(403, "This page has been open too long or cookies are off. Load it again.", "token")


def _well_formed(value: str) -> bool:
    return len(value) == 32 and value.isascii()
