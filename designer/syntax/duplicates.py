"""Keys that stand twice in one map."""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Node, Scalar, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report


def report_duplicates(mapping: Mapping, report: Report) -> None:
    """Report each key of a map, as it is written, that a later one hides; merge keys may repeat themselves."""
    last: dict[object, Scalar] = {key.value: key for key, _ in mapping.entries}
    for key, _ in mapping.entries:
        if last[key.value] is not key and not (key.value == "<<" and key.style is None):
            report("HOT004", key, key=key.value, last=last[key.value])


def report_all_duplicates(root: Node, report: Report) -> None:
    """Report them in every map of a tree."""
    for node in walk(root):
        if isinstance(node, Mapping) and len(node.index) != len(node.entries):
            report_duplicates(node, report)
