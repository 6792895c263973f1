"""Whether a document is a HOT template at all."""

from __future__ import annotations

from designer.syntax import Document, Mapping, Scalar
from designer.syntax.nodes import Span
from designer.validate.keywords import FOREIGN_VERSIONS
from designer.validate.structure.shapes import describe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report


def check_document(document: Document, report: Report) -> bool:
    """Report what keeps a document from being a HOT template; whether there is one to look into.

    Source: heat.common.template_format, heat.engine.template (get_version).
    """
    root = document.root
    if root is None or (isinstance(root, Scalar) and root.value is None):
        if not document.findings:
            report("HOT003", Span(0, min(1, len(document.text))))
        return False
    if not isinstance(root, Mapping):
        report("HOT007", root, found=describe(root))
        return False
    if not root.index:
        report("HOT003", root)
        return False
    foreign = _foreign_version(root)
    if foreign is not None:
        report("HOT008", root.key(foreign) or root, key=foreign)
        return False
    return True


def is_template(document: Document) -> bool:
    """Whether a document is a map that does not say it is something else than HOT."""
    root = document.root
    return isinstance(root, Mapping) and bool(root.index) and _foreign_version(root) is None


def _foreign_version(root: Mapping) -> str | None:
    if "heat_template_version" in root.index:
        return None
    return next((key for key in FOREIGN_VERSIONS if key in root.index), None)
