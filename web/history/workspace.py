"""Whose templates are listed: a browser's, known by a cookie that nobody guesses.

A template can be opened by whoever has its address; the cookie only says which ones the start page lists.
"""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request

COOKIE = "hot_designer_workspace"
YEAR = 365 * 24 * 3600
LENGTH = 32


def held() -> str:
    """The workspace of the browser that asks; "" where it has none (yet), or does not say."""
    if "workspace" not in g:
        sent = request.cookies.get(COOKIE, "")
        well_formed = len(sent) == LENGTH and sent.isascii() and sent.replace("-", "").replace("_", "").isalnum()
        g.workspace = sent if well_formed else ""
    return str(g.workspace)


def needed() -> str:
    """The workspace of the browser that asks, a new one where it has none; "" where that cannot be known.

    A link on another site brings no cookie along even if there is one, which a new one would then replace.
    """
    if not held() and request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none"):
        g.workspace = secrets.token_urlsafe(24)
        g.workspace_keep = True
    elif held():
        g.workspace_keep = True
    return str(g.workspace)


def register(app: Flask) -> None:
    """Let answers carry the cookie, for another year each time that something is stored."""

    @app.after_request
    def keep(answer: Response) -> Response:
        if g.get("workspace_keep"):
            answer.set_cookie(COOKIE, g.workspace, max_age=YEAR, httponly=True, samesite="Strict",
                              secure=request.is_secure, path="/")
        return answer
