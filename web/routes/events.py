"""Server-sent events: a page hears that its template has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from flask import Blueprint, Response, request
from sqlalchemy.exc import OperationalError

from web import security
from web.history import store, templates
from web.history.database import Store
from web.refusals import Refusal

routes = Blueprint("events", __name__)

LOOK_SECONDS = 1.0
BEAT_SECONDS = 10.0
LONGEST_SECONDS = 600.0


@routes.get("/t/<id>/events")
def events(id: str) -> Response:
    """Events `changed` {revision} of a template, from a revision `since` on; 503 where too many listen already."""
    kept = store()
    templates.need(kept, id)
    browser = request.cookies.get(security.COOKIE, "")
    if not kept.listeners.enter(browser):
        raise Refusal(503, "Too many pages listen already. This one looks for changes by itself.", "listeners")
    gone = request.environ.get("waitress.client_disconnected", lambda: False)
    answer = Response(_events(kept, id, request.args.get("since", 0, type=int), gone), mimetype="text/event-stream")
    answer.call_on_close(lambda: kept.listeners.leave(browser))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


def _events(kept: Store, id: str, seen: int, gone: Callable[[], bool]) -> Iterator[str]:
    """Lines of the stream; it ends by itself after a while, and a browser then asks again."""
    yield "retry: 2000\n\n"
    ends = time.monotonic() + LONGEST_SECONDS
    beat = time.monotonic() + BEAT_SECONDS
    heard = kept.listeners.heard(id)
    while time.monotonic() < ends and not gone():
        try:
            revision = templates.revision_of(kept, id)
        except OperationalError:
            return  # the browser asks again, and is told what is the matter
        if revision is None:
            yield "event: gone\ndata: {}\n\n"
            return
        if revision != seen:
            seen = revision
            yield f'event: changed\nid: {revision}\ndata: {{"revision": {revision}}}\n\n'
        elif time.monotonic() > beat:
            beat = time.monotonic() + BEAT_SECONDS
            yield ": still here\n\n"
        if not kept.listeners.wait(id, heard, LOOK_SECONDS):
            return
        heard = kept.listeners.heard(id)
