"""What a page will ask for next, sent along with the answer that makes it ask: one way there and back, not four."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Response, current_app, jsonify, request

from web.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

MOST_ASKS = 4
MOST_WAYS = 2
LONGEST = 4000  # characters of an address
SELECTED = "{select}"


def asks_of(body: dict[str, Any]) -> list[list[str]]:
    """What a request asks for besides, each in a few ways. Raises Refusal (400) where it is not what it should be.

    A way is an address below that of the document which the answer names (`/changes?from=...`); the first is taken
    that can be: one with `{select}` in it where the answer says what is selected, whose node then stands there.
    """
    asks = body.get("asks", [])
    if not isinstance(asks, list) or len(asks) > MOST_ASKS or not all(
            isinstance(ways, list) and len(ways) <= MOST_WAYS and all(
                isinstance(way, str) and way.startswith("/") and way.isascii() and len(way) <= LONGEST for way in ways)
            for ways in asks):
        raise Refusal(400, f"`asks` are at most {MOST_ASKS} lists of addresses.")
    return asks


def with_answers(facts: dict[str, Any], asks: list[list[str]]) -> Response:
    """An answer as JSON; where something is asked for besides, JSON in lines: the answer, and as soon as each is
    there, rows [place in `asks`, status, body]. What cannot be had now has no row: the page asks for it by itself.
    """
    if not asks:
        return jsonify(facts)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    answer = Response(_lines(app, _written(jsonify(facts)), _addresses(facts, asks), request.environ),
                      mimetype="application/x-ndjson")
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


def _addresses(facts: dict[str, Any], asks: list[list[str]]) -> list[tuple[int, str]]:
    selected = facts.get("select")
    found = []
    for place, ways in enumerate(asks):
        for way in ways:
            if SELECTED not in way or selected:
                found.append((place, f"/d/{facts['id']}" + way.replace(SELECTED, quote(str(selected), safe=""))))
                break
    return found


def _lines(app: Flask, first: str, addresses: list[tuple[int, str]], environ: dict[str, Any]) -> Iterator[bytes]:
    yield f"{first}\n".encode()
    for place, address in addresses:
        answer = _got(app, address, environ)
        if answer is not None and answer.status_code < 300:
            yield f"[{place},{answer.status_code},{_written(answer)}]\n".encode()


def _got(app: Flask, address: str, environ: dict[str, Any]) -> Response | None:
    """What a GET of an address answers; None where it fails: whoever asks by itself is told why."""
    path, _, query = address.partition("?")
    asked = {key: value for key, value in environ.items() if "." not in key or key.startswith("wsgi.")}
    asked.update({"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "REQUEST_URI": address,
                  "CONTENT_LENGTH": "0", "wsgi.input": BytesIO(), "HTTP_HX_REQUEST": "true"})
    with app.request_context(asked):
        try:
            return app.full_dispatch_request()
        except Exception:
            return None


def _written(answer: Response) -> str:
    text = answer.get_data(as_text=True)
    return text.replace("\n", " ") if answer.is_json else json.dumps(text)
