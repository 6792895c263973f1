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
    if "heat_template_version" not in root.index:
        for key in FOREIGN_VERSIONS:
            if key in root.index:
                report("HOT008", root.key(key) or root, key=key)
                return False
    return True
