"""Reading HOT text: nodes with ranges, under the very YAML rules that Heat uses.

    document = read(text)
    document.root.get("resources").get("server").path()   # ("resources", "server")
"""

from __future__ import annotations

from designer.syntax.document import JSON, YAML, Document
from designer.syntax.limits import DEFAULT_LIMITS, Limits
from designer.syntax.nodes import Mapping, Node, Scalar, Sequence, Span, Unit, node_at, walk
from designer.syntax.reader import read

__all__ = ["DEFAULT_LIMITS", "JSON", "YAML", "Document", "Limits", "Mapping", "Node", "Scalar", "Sequence", "Span",
           "Unit", "node_at", "read", "walk"]
