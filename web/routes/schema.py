"""JSON Schemas of templates, for editors."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from web.refusals import Refusal

routes = Blueprint("schema", __name__)


@routes.get("/schema/<version>.json")
def schema(version: str) -> Response:
    """The JSON Schema of templates of one version, by its date or its release name."""
    from designer.errors import DesignerError
    from designer.validate.schema import schema_of

    try:
        answer = jsonify(schema_of(version))
    except DesignerError as error:
        raise Refusal(404, "There is no version of that name.") from error
    answer.mimetype = "application/schema+json"
    # An editor elsewhere may read it: it says nothing about anybody.
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
