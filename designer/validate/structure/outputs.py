"""The fields of an output's definition."""

from __future__ import annotations

from designer.syntax import Mapping, Scalar
from designer.validate.keywords import OUTPUT_KEYWORDS
from designer.validate.structure.shapes import describe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.template import Output
    from designer.validate.view import View


def check_output(output: Output, view: View, report: Report) -> None:
    """Report what is wrong with the fields of an output; Heat looks at no others, and refuses none.

    Source: heat.engine.template_common (CommonTemplate.outputs).
    """
    node = output.node
    if not isinstance(node, Mapping):
        null = isinstance(node, Scalar) and node.value is None
        report("HOT130", output.key if null else node, output=output.name, found=describe(node))
        return
    if "value" not in node.index:
        report("HOT131", output.key, output=output.name, other="Value" if "Value" in node.index else None)
    for keyword in node.index:
        since = OUTPUT_KEYWORDS.get(keyword)
        if since is None or since > view.version:
            suggestion = None
            if since is None:
                from designer.catalog import nearest

                suggestion = nearest(keyword, [each for each in OUTPUT_KEYWORDS if each not in node.index])
            report("HOT132", node.key(keyword) or output.key, output=output.name, keyword=keyword, since=since,
                   version=view.version, suggestion=suggestion)
