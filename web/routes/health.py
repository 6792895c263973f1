"""Whether the server answers."""

from __future__ import annotations

from flask import Blueprint, Response

routes = Blueprint("health", __name__)


@routes.get("/healthz")
def healthz() -> Response:
    """For whoever watches the process; looks at nothing, so it never fails for another reason."""
    return Response("ok\n", mimetype="text/plain")
