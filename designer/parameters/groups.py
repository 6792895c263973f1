"""Parameter groups: who is in which. Source: heat.engine.parameter_groups.ParameterGroups."""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.syntax import Node
    from designer.template import Template

# Heat asks for the parameters of no stack here, which has no name.
ALWAYS_THERE = ("OS::stack_id", "OS::project_id")


def check_groups(template: Template, report: Report) -> None:
    """Reports what Heat would refuse in `parameter_groups`: shapes, unknown parameters, parameters named twice."""
    groups = template.parameter_groups
    if groups is None or not groups.plain():
        return
    if not isinstance(groups, Sequence):
        report("HOT221", groups)
        return
    seen: set[str] = set()
    for group in groups.items:
        if not isinstance(group, Mapping):
            report("HOT222", group)
            continue
        names = group.index.get("parameters")
        if names is None or (isinstance(names, Scalar) and names.value is None):
            label = group.index.get("label")
            report("HOT223", group, label=label.value if isinstance(label, Scalar) else None)
        elif not isinstance(names, Sequence):
            report("HOT224", names)
        else:
            for node in names.items:
                _check_name(node, template, seen, report)


def _check_name(node: Node, template: Template, seen: set[str], report: Report) -> None:
    name = node.value if isinstance(node, Scalar) else None
    if not isinstance(name, str) or (name not in template.parameters and name not in ALWAYS_THERE):
        report("HOT226", node, parameter=name, known=tuple(template.parameters))
    elif name in seen:
        report("HOT225", node, parameter=name)
    else:
        seen.add(name)
