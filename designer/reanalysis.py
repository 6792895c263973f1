"""The path again after an edit: what the edit does not touch is taken over.

What a resource is worth, and what is wrong with it by itself, follows from its own text, the version, the
parameters, the
conditions, and the types of the resources that it names. An edit inside one resource that leaves its type and its
condition alone is therefore an edit of that resource only.
"""

from __future__ import annotations

import gc

from designer.analysis import Analysis, child_of, collector, complete, judge_whole
from designer.environment import check_named_files
from designer.functions.conditions import SECTION as CONDITIONS
from designer.functions.evaluation import (
    ResourceValues,
    evaluate_output,
    evaluate_resource,
    evaluate_switch,
    report_conditions,
)
from designer.graph import build_graph
from designer.nesting import MOST, check_nested
from designer.syntax import DEFAULT_LIMITS, Limits
from designer.syntax.reread import Reread, reread
from designer.template import Output, Resource
from designer.validate import validate_output, validate_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.syntax import Mapping


def reanalyse(analysis: Analysis, text: str, given: dict[str, Any] | None = None,
              limits: Limits = DEFAULT_LIMITS) -> Analysis:
    """The analysis of a new text, made out of that of an old one, which is of no use any more.

    The outcome is what `analyse` gives for the new text, with the same environment and the same values `given`.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _reanalyse(analysis, text, given or {}, limits)
    finally:
        if collecting:
            gc.enable()


def _reanalyse(analysis: Analysis, text: str, given: dict[str, Any], limits: Limits) -> Analysis:
    if analysis.document.text == text:
        return analysis
    units = _units(analysis)
    again = reread(analysis.document, text, limits)
    template = analysis.template
    if template is not None and analysis.evaluation is not None:
        template.document = again.document
        if again.section == "resources" and _same_resources(analysis, again):
            return _renew(analysis, again, units)
        if again.section == "outputs":
            return _renew(analysis, again, units)
    fresh = Analysis(analysis.name, again.document, analysis.environment, analysis.types)
    fresh.target = analysis.target
    fresh.own = [finding for finding in analysis.own if "file" in finding.facts]
    return complete(fresh, given, collector(fresh.own))


def _units(analysis: Analysis) -> dict[tuple[str, str], int]:
    """The unit of each resource and output, by identity."""
    template = analysis.template
    if template is None:
        return {}
    return {(section, name): id(entry.key.unit) for section, entries in (
        ("resources", template.resources), ("outputs", template.outputs)) for name, entry in entries.items()}


def _same_resources(analysis: Analysis, again: Reread) -> bool:
    """Whether the edit left names, their order, types and conditions of resources as they were."""
    template = analysis.template
    if template is None or again.removed != again.added:
        return False
    index = _section(again)
    for name in again.added:
        old, new = template.resources.get(name), index.get(name)
        key = _key(again, name)
        if old is None or new is None or key is None:
            return False
        resource = Resource(name, key, new)
        before, after = old.condition, resource.condition
        if resource.type != old.type or (before is None) != (after is None):
            return False
        if before is not None and after is not None and before.plain() != after.plain():
            return False
    return True


def _section(again: Reread) -> dict[str, Any]:
    root: Mapping = again.document.root  # type: ignore[assignment]
    section: Mapping = root.index[again.section or ""]  # type: ignore[assignment]
    return section.index


def _key(again: Reread, name: str) -> Any:
    root: Mapping = again.document.root  # type: ignore[assignment]
    section: Mapping = root.index[again.section or ""]  # type: ignore[assignment]
    return section.key(name)


def _renew(analysis: Analysis, again: Reread, units: dict[tuple[str, str], int]) -> Analysis:
    template, evaluation = analysis.template, analysis.evaluation
    assert template is not None and evaluation is not None and again.section is not None
    gone = {units[again.section, name] for name in again.removed if (again.section, name) in units}
    own = [f for f in analysis.own if id(getattr(f.place, "unit", None)) not in gone]
    own += [f for f in again.document.findings if _is_new(f.place, again)]
    report = collector(own)
    analysis.document = again.document
    index = _section(again)
    if again.section == "outputs":
        template.outputs = {name: template.outputs[name] if name in template.outputs and name not in again.added
                            else Output(name, _key(again, name), index[name]) for name in index}
        evaluation.outputs = {
            name: evaluation.outputs[name] if name not in again.added else
            evaluate_output(output, evaluation.shared, report) for name, output in template.outputs.items()}
    else:
        for name in again.added:
            resource = template.resources[name] = Resource(name, _key(again, name), index[name])
            values = ResourceValues(resource, evaluation.resources[name].enabled)
            if resource.condition is not None and name in evaluation.shared.switched:
                evaluate_switch(resource.condition, values.references, evaluation.shared, report)
            evaluation.resources[name] = values
            evaluate_resource(values, evaluation.shared, report)
        analysis.graph = build_graph(template, evaluation, analysis.types)
    if template.conditions:
        # which of their faults count turns on who uses them
        own[:] = [finding for finding in own if finding.facts.get("section") != CONDITIONS]
        report_conditions(evaluation, report)
    for name in again.added:
        check_named_files(again.document, analysis.environment.files, analysis.base, report, index[name])
    view = analysis.view()
    for name in again.added:
        (validate_output if again.section == "outputs" else validate_resource)(name, view, report)
    if again.section == "resources":
        analysis.types.room = MOST
        check_nested(analysis, list(again.added), child_of, report)
    analysis.own = own
    judge_whole(analysis)
    return analysis


def _is_new(place: Any, again: Reread) -> bool:
    unit = getattr(place, "unit", None)
    return unit is not None and any(_key(again, name).unit is unit for name in again.added)
