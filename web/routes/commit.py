"""Committing the open template: the difference is shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, render_template, request

from designer.errors import DesignerError
from web.documents import Opened, documents
from web.refusals import Refusal, wants

if TYPE_CHECKING:
    from designer.repository import Repository

routes = Blueprint("commit", __name__)


class Target:
    """Where a person wants to commit to: the file, the branch, and for a branch to be made the one it starts from."""

    __slots__ = ("path", "branch", "new", "base")

    def __init__(self, path: str, branch: str = "", new: bool = False, base: str | None = None) -> None:
        self.path = path
        self.branch = branch
        self.new = new
        self.base = base


@routes.get("/d/<id>/commit")
def form(id: str) -> str:
    """Where to: the first step."""
    opened = documents().need(id)
    return _form(opened, Target(opened.name))


@routes.post("/d/<id>/commit/preview")
def preview(id: str) -> str | tuple[str, int]:
    """The difference that the commit would make, and the second step: message and author."""
    from designer.repository import default_author, propose

    opened = documents().need(id)
    target = _target()
    repository = _repository()
    try:
        proposal = propose(repository, target.branch, target.path, opened.source.data, target.base)
    except DesignerError as error:
        return _form(opened, target, str(error)), 422
    author = default_author(repository)
    return _render("preview", opened, repository=repository, proposal=proposal, target=target, author=author or "",
                   message=f"{'Add' if proposal.new_file else 'Change'} {target.path}", problem=None)


@routes.post("/d/<id>/commit")
def commit(id: str) -> str | tuple[str, int]:
    """Commit what was shown; refused when the branch has moved since, and the difference shown again."""
    from designer.repository import BranchMoved, commit_file, parse_author, propose

    opened = documents().need(id)
    target = _target()
    repository = _repository()
    data = opened.source.data
    message, author = request.form.get("message", ""), request.form.get("author", "")
    try:
        made = commit_file(repository, target.branch, target.path, data, message=message,
                           author=parse_author(author), parent=request.form.get("parent") or None, base=target.base)
    except DesignerError as error:
        status = 409 if isinstance(error, BranchMoved) else 422
        try:
            proposal = propose(repository, target.branch, target.path, data, target.base)
        except DesignerError as now:
            return _form(opened, target, str(now)), status
        return _render("preview", opened, repository=repository, proposal=proposal, target=target, author=author,
                       message=message, problem=str(error)), status
    current_app.logger.info("commit %s of %r on %r", made.commit[:10], made.path, made.branch)
    return _render("done", opened, repository=repository, made=made)


def _form(opened: Opened, target: Target, problem: str | None = None) -> str:
    from designer.repository import list_branches

    repository = _repository()
    return _render("form", opened, repository=repository, branches=list_branches(repository), target=target,
                   problem=problem)


def _target() -> Target:
    form = request.form
    new = form.get("where") == "new"
    branch = form.get("new_branch" if new else "branch", "").strip()
    return Target(form.get("path", "").strip(), branch, new, (form.get("base") or None) if new else None)


def _repository() -> Repository:
    from designer.repository import open_repository

    path = current_app.config["REPOSITORY"]
    if path is None:
        raise Refusal(404, "This server was started without a repository, so there is nowhere to commit to.")
    return open_repository(path)


def _render(step: str, opened: Opened, **facts: object) -> str:
    shape = f"fragments/commit_{step}.html"
    if wants() == "fragment":
        return render_template(shape, opened=opened, **facts)
    return render_template("pages/commit.html", step=shape, opened=opened, **facts)
