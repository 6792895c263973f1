"""What a person is told when something cannot be done: one sentence, in the shape that was asked for."""

from __future__ import annotations

from flask import Flask, Response, current_app, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from designer.errors import DesignerError

SENTENCES = {
    400: "The request could not be read.",
    403: "This request did not come from this page, so nothing was done.",
    404: "There is nothing at this address.",
    405: "This address cannot be used in that way.",
    413: "That is too large.",
    415: "That kind of content is not read here.",
    500: "Something went wrong on our side. It has been written to the server's log.",
    503: "The server is busy. Try again in a moment.",
}


class Refusal(Exception):
    """Something is refused: the HTTP status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str, reason: str = "refused") -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.reason = reason


def wants() -> str:
    """The shape of answer that the request asks for: "fragment", "json" or "page"."""
    if request.headers.get("HX-Request") == "true":
        return "fragment"
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], default="text/html")
    return "json" if best == "application/json" else "page"


def refuse(status: int, sentence: str, reason: str = "refused") -> Response:
    """The answer that tells a refusal, as page, fragment or JSON."""
    g.refused = sentence
    shape = wants()
    if shape == "json":
        answer = jsonify({"error": sentence, "reason": reason})
    elif shape == "fragment":
        answer = make_response(render_template("fragments/notice.html", sentence=sentence))
    else:
        answer = make_response(render_template("pages/refused.html", status=status, sentence=sentence, reason=reason))
    answer.status_code = status
    answer.headers["X-Reason"] = reason  # for scripts that asked for a piece of a page
    return answer


def register(app: Flask) -> None:
    """Let every failure of the application end in one sentence to the person and one line in the log."""

    @app.errorhandler(Refusal)
    def refused(error: Refusal) -> Response:
        _log(error.status, error.sentence)
        return refuse(error.status, error.sentence, error.reason)

    @app.errorhandler(RequestEntityTooLarge)
    def too_large(error: RequestEntityTooLarge) -> Response:
        sentence = too_large_sentence(current_app.config["MAX_TEMPLATE_BYTES"])
        _log(413, sentence)
        return refuse(413, sentence, "too-large")

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        status = error.code or 500
        if status < 400:
            return make_response(error.get_response())
        sentence = SENTENCES.get(status, error.name + ".")
        _log(status, sentence)
        answer = refuse(status, sentence)
        if status == 405:
            answer.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
        return answer

    @app.errorhandler(DesignerError)
    def impossible(error: DesignerError) -> Response:
        sentence = str(error)
        _log(400, sentence)
        return refuse(400, sentence)

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        app.logger.exception("500 %s %r", request.method, request.path)
        return refuse(500, SENTENCES[500], "fault")


def too_large_sentence(limit: int) -> str:
    """What is said of a file that is larger than `limit` bytes."""
    return f"That is larger than {limit / (1024 * 1024):g} MB, the most that a template may have here."


def _log(status: int, sentence: str) -> None:
    # %r keeps a line break in an address from starting a line of its own.
    current_app.logger.warning("%d %s %r: %s", status, request.method, request.path, sentence.replace("\n", " "))
