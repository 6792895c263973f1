"""Committing the open template: the difference is shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, render_template, request

from designer.errors import DesignerError
from web.documents import Opened, documents
from web.refusals import Refusal, wants

if TYPE_CHECKING:
    from designer.repository import Branch, Repository

routes = Blueprint("commit", __name__)


@routes.get("/d/<id>/commit")
def form(id: str) -> str:
    """Where to, under which name: the first step."""
    opened = documents().need(id)
    return _form(opened, {"path": opened.name})


@routes.post("/d/<id>/commit/preview")
def preview(id: str) -> str | tuple[str, int]:
    """The difference that the commit would make, and the second step: message and author."""
    from designer.repository import default_author, propose

    opened = documents().need(id)
    given = _given()
    repository = _repository()
    try:
        proposal = propose(repository, given["branch"], given["path"], opened.source.data, given["base"])
    except DesignerError as error:
        return _form(opened, given, str(error)), 422
    author = default_author(repository)
    return _render("preview", opened, repository=repository, proposal=proposal, given=given, author=author or "",
                   message=f"{'Add' if proposal.new_file else 'Change'} {given['path']}", problem=None)


@routes.post("/d/<id>/commit")
def commit(id: str) -> str | tuple[str, int]:
    """Commit what was shown; refused when the branch has moved since."""
    from designer.repository import BranchMoved, commit_file, parse_author, propose

    opened = documents().need(id)
    given = _given()
    repository = _repository()
    message, author = request.form.get("message", ""), request.form.get("author", "")
    try:
        made = commit_file(repository, given["branch"], given["path"], opened.source.data, message=message,
                           author=parse_author(author), parent=request.form.get("parent") or None, base=given["base"])
    except DesignerError as error:
        try:
            proposal = propose(repository, given["branch"], given["path"], opened.source.data, given["base"])
        except DesignerError as second:
            return _form(opened, given, str(second)), 422
        status = 409 if isinstance(error, BranchMoved) else 422
        return _render("preview", opened, repository=repository, proposal=proposal, given=given, author=author,
                       message=message, problem=str(error)), status
    current_app.logger.info("commit %s of %r on %r", made.commit[:10], made.path, made.branch)
    return _render("done", opened, repository=repository, made=made)


def _form(opened: Opened, given: dict[str, str | None], problem: str | None = None) -> str:
    from designer.repository import list_branches

    repository = _repository()
    branches: list[Branch] = list_branches(repository)
    return _render("form", opened, repository=repository, branches=branches, given=given, problem=problem)


def _given() -> dict[str, str | None]:
    """Path, branch and, where the branch is to be made, the one that it starts from."""
    form = request.form
    new = form.get("where") == "new"
    return {"path": form.get("path", "").strip(), "where": "new" if new else "existing",
            "branch": form.get("new_branch" if new else "branch", "").strip(),
            "base": (form.get("base") or None) if new else None}


def _repository() -> Repository:
    from designer.repository import open_repository

    path = current_app.config["REPOSITORY"]
    if path is None:
        raise Refusal(404, "This server was started without a repository, so there is nowhere to commit to.")
    return open_repository(path)


def _render(step: str, opened: Opened, **facts: object) -> str:
    shape = "fragments/commit_{}.html" if wants() == "fragment" else "pages/commit.html"
    return render_template(shape.format(step), step=f"fragments/commit_{step}.html", opened=opened, **facts)
