"""The passes over a whole template, in order."""

from __future__ import annotations

from designer.validate.properties import check_properties
from designer.validate.structure.document import check_document, is_template
from designer.validate.structure.resources import check_resource
from designer.validate.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions import Evaluation
    from designer.graph import Graph
    from designer.syntax import Document
    from designer.template import Resource, Template


def validate(document: Document, template: Template | None, evaluation: Evaluation | None, graph: Graph | None,
             types: Callable[[Resource], ResourceType | None], report: Report) -> None:
    """Report all that is wrong with a template, but for what reading and evaluating it has reported already.

    `template`, `evaluation` and `graph` are None where the document is no map. `types(resource)` is the type of a
    resource, None where it is not known.
    """
    if not check_document(document, report) or template is None or evaluation is None or graph is None:
        return
    view = View(document, template, evaluation, graph, types)
    for name in template.resources:
        validate_resource(name, view, report)
    for name in template.outputs:
        validate_output(name, view, report)
    validate_whole(view, report)


def validate_whole(view: View, report: Report) -> None:
    """Report what no single resource or output shows: sections, cycles, what nothing uses."""
    if not is_template(view.document):
        return
    from designer.validate.structure.sections import check_sections

    check_sections(view, report)
    _check_cycles(view, report)
    if view.evaluation.shared.switched:
        from designer.validate.scenarios import check_scenarios

        check_scenarios(view, report)
    _look(view, report)


def validate_output(name: str, view: View, report: Report) -> None:
    """Report what is wrong with one output by itself."""
    from designer.validate.structure.outputs import check_output

    output = view.template.outputs[name]
    check_output(output, view, report)
    for check in checks_of("outputs"):
        check(output, view, report)


def validate_resource(name: str, view: View, report: Report) -> None:
    """Report what is wrong with one resource by itself: its fields, its properties, what its plug-in checks."""
    resource = view.template.resources[name]
    check_resource(resource, view, report)
    check_properties(name, view, report)
    for check in checks_of("resources"):
        check(resource, view, report)


def _check_cycles(view: View, report: Report) -> None:
    graph = view.graph
    for cycle in graph.cycles:
        names = list(cycle)
        edges = [graph.edge(source, target) or graph.pair(source, target)
                 for source, target in zip(names, names[1:], strict=False)]  # noqa: RUF007 - itertools costs an import
        places = [edge.reasons[0].place for edge in edges if edge is not None and edge.reasons]
        when: str | None = ""
        if places and cycle.enabled is None:
            from designer.validate.scenarios import when_circular

            when = when_circular(view, names)
        if places and when is not None:
            report("HOT601", places[0], names=names, places=places, hidden=cycle.hidden,
                   certain=cycle.enabled is True, when=when)


def _look(view: View, report: Report) -> None:
    """Let the rules look that look for themselves at what only the whole shows, such as what nothing uses.

    A folder whose things the template has none of is not loaded.
    """
    template = view.template
    subjects: tuple[tuple[str, Any], ...] = (("parameters", template.parameters), ("conditions", template.conditions))
    for check in checks_of("template"):
        check(view, report)
    for folder, entries in subjects:
        if entries:
            for check in checks_of(folder):
                for entry in entries.values():
                    check(entry, view, report)


_checks: dict[str, list[Callable[..., None]]] = {}


def checks_of(folder: str) -> list[Callable[..., None]]:
    """The `check` of every rule in a folder of `rules/`, loaded when first asked for."""
    found = _checks.get(folder)
    if found is None:
        from designer.validate.registry import all_rules

        found = _checks[folder] = [rule.module.check for rule in all_rules().values() if rule.folder == folder]
    return found
