"""Git, read and written through dulwich: no shell, no git binary, no hook of the repository's is run.

    repository = open_repository("/srv/templates")
    proposal = propose(repository, "main", "web/site.yaml", data)       # the difference, to be shown
    commit_file(repository, "main", "web/site.yaml", data, message=..., author=parse_author("Ada <ada@example.org>"),
                parent=proposal.parent)

What cannot be done raises `DesignerError` with one line; a branch that has moved meanwhile raises `BranchMoved`.
"""

from __future__ import annotations

from designer.repository.author import Author, check_message, default_author, parse_author
from designer.repository.branches import Branch, check_branch_name, list_branches
from designer.repository.commit import Committed, Proposal, commit_file, propose
from designer.repository.difference import Difference, Hunk, compare
from designer.repository.files import File, read_file
from designer.repository.location import BranchMoved, Repository, open_repository
from designer.repository.paths import check_path

__all__ = ["Author", "Branch", "BranchMoved", "Committed", "Difference", "File", "Hunk", "Proposal", "Repository",
           "check_branch_name", "check_message", "check_path", "commit_file", "compare", "default_author",
           "list_branches", "open_repository", "parse_author", "propose", "read_file"]
