"""Whether the files that a template names are there.

Heat's client looks for two keys wherever they stand in a template: `get_file`, and `type` with a template's name; a
file that is missing keeps the template from being sent at all. Source: heatclient.common.template_utils.
"""

from __future__ import annotations

from designer.environment.files import URL, Files
from designer.environment.registry import TEMPLATE_ENDINGS
from designer.syntax import Document, Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.diagnostics.finding import Report


def check_named_files(document: Document, files: Files, base: str, report: Report, part: Node | None = None) -> None:
    """Report each file that the document, or a part of it, names and that cannot be had.

    `base` is the document's own folder.
    """
    for place, name in named_files(document, part):
        fetched = files.fetch(name, base)
        if fetched.problem == URL:
            report("HOT803", place, name=name)
        elif fetched.problem is not None:
            report("HOT801" if fetched.problem != "unknown" else "HOT802", place, name=name, problem=fetched.problem)


def named_files(document: Document, part: Node | None = None) -> Iterator[tuple[Scalar, str]]:
    """The names of files in a document, or a part of it, each with its node."""
    text = document.text if part is None else document.text[part.start:part.end]
    root = part or document.root
    if root is None or not ("get_file" in text or any(ending in text for ending in TEMPLATE_ENDINGS)):
        return
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        kind = node.__class__
        if kind is Mapping:
            index = node.index
            for key in ("get_file", "type"):
                if key in index:
                    value = index[key]
                    if value.__class__ is Scalar and value.value.__class__ is str and (
                            key == "get_file" or value.value.endswith(TEMPLATE_ENDINGS)):
                        yield value, value.value
            waiting += [each for _, each in node.entries if each.__class__ is not Scalar]
        elif kind is Sequence:
            waiting += [each for each in node.items if each.__class__ is not Scalar]
