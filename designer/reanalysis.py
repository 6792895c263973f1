"""The path again after an edit: what the edit does not touch is taken over.

What a resource is worth, and what is wrong with it by itself, follows from its own text, the version, the parameters
and conditions that it names, and the types and switches of the resources that it names. An edit therefore concerns the
entries that it touches, and those that name an entry that came, went, or is of another type, value or outcome now.
"""

from __future__ import annotations

import gc

from designer.analysis import ABOUT_TEMPLATE_TOO, Analysis, check_templates, child_of, collector, complete, judge_whole
from designer.environment import check_named_files
from designer.functions.conditions import SECTION as CONDITIONS
from designer.functions.evaluation import (
    ResourceValues,
    evaluate_output,
    evaluate_resource,
    evaluate_switch,
    report_conditions,
)
from designer.graph import renew_graph
from designer.nesting import MOST, check_nested
from designer.parameters import evaluate_parameter
from designer.parameters.groups import check_groups
from designer.syntax import DEFAULT_LIMITS, Limits, Mapping
from designer.syntax.parts import reread_parts
from designer.template import Condition, Output, Parameter, Resource
from designer.template.versions import CONDITIONS_SINCE
from designer.validate import validate_output, validate_resource
from designer.validate.structure.document import is_template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from designer.analysis import Types
    from designer.diagnostics import Finding
    from designer.diagnostics.finding import Report
    from designer.functions import Evaluation
    from designer.functions.conditions import Decision
    from designer.functions.uses import Owner
    from designer.syntax import Document
    from designer.syntax.parts import Touched
    from designer.template import Template
    from designer.template.model import Entry

_KINDS: dict[str, type[Entry]] = {
    "parameters": Parameter, CONDITIONS: Condition, "resources": Resource, "outputs": Output}
# What a name that is not there is reported as: what to say of it turns on all names that are.
_OF_NAMES = frozenset(("HOT116", "HOT251", "HOT301", "HOT302", "HOT513", "HOT515"))
# Sections that are no maps, and comments before all: what follows from them follows from nothing else.
_OUTER = frozenset(("", "description", "parameter_groups"))
_OF_GROUPS = frozenset(("HOT221", "HOT222", "HOT223", "HOT224", "HOT225", "HOT226"))
# The types whose plug-ins look resources up by names that are no references.
_NAMING = frozenset(("OS::Heat::AccessPolicy", "OS::Heat::InstanceGroup", "AWS::AutoScaling::AutoScalingGroup"))


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
    old = analysis.document
    document, touched = reread_parts(old, text, limits)
    if touched is not None and _can_follow(analysis, document, touched, given) and _renew(
            analysis, old, document, touched):
        return analysis
    analysis.types.room = MOST
    fresh = Analysis(analysis.name, document, analysis.environment, analysis.types)
    fresh.target = analysis.target
    fresh.own = [finding for finding in analysis.own
                 if "file" in finding.facts and finding.code not in ABOUT_TEMPLATE_TOO]
    return complete(fresh, given, collector(fresh.own))


def _can_follow(analysis: Analysis, document: Document, touched: dict[str, Touched], given: dict[str, Any]) -> bool:
    """Whether what an edit changes can be followed from entry to entry."""
    template, evaluation = analysis.template, analysis.evaluation
    if template is None or evaluation is None or evaluation.shared.budget < 0 or analysis.types.room <= 0 \
            or not is_template(document) or not all(_is_followed(template, section) for section in touched):
        return False
    # what an environment gives, or a person, is held against all parameters
    return "parameters" not in touched or not (given or analysis.environment.documents)


def _is_followed(template: Template, section: str) -> bool:
    """Whether what a section that was read again holds can be followed, or means what it meant."""
    if section in _KINDS:
        return isinstance(template.root.index[section], Mapping)
    if section in _OUTER:
        return True
    known, now = template.sections.get(section), template.root.index.get(section)
    return known is not None and now is not None and known[1].plain() == now.plain()


def _renew(analysis: Analysis, old: Document, document: Document, touched: dict[str, Touched]) -> bool:
    """Bring an analysis up to date; False, with nothing in it to be relied on, where that cannot be done."""
    template, evaluation, graph = analysis.template, analysis.evaluation, analysis.graph
    assert template is not None and evaluation is not None and graph is not None
    shared, uses = evaluation.shared, evaluation.uses
    budget = shared.budget
    analysis.document = template.document = document
    fresh: list[Finding] = []
    report = collector(fresh)
    before = {name: template.resources[name] for name in touched["resources"].removed if name in template.resources} \
        if "resources" in touched else {}
    units, moved = _take_in(template, touched)
    parameters = _renew_parameters(evaluation, template, touched, moved, report)
    outcomes = None if parameters is None else _renew_conditions(evaluation, touched, moved, parameters)
    if parameters is None or outcomes is None:
        return False
    dirty: dict[Owner, None] = {(section, name): None for section in ("resources", "outputs") if section in touched
                                for name in touched[section].added}

    def concern(owners: Iterable[Owner]) -> None:
        # of conditions it has been seen to
        dirty.update([(owner, None) for owner in owners if owner[0] != CONDITIONS and _is_there(template, owner)])

    for name in parameters:
        concern(uses.of(name, "get_param", "Ref"))
    for name in outcomes:
        concern(uses.of(name, "condition"))
    if moved:
        lost = {id(finding.place.unit) for finding in analysis.own
                if finding.code in _OF_NAMES and hasattr(finding.place, "unit")}
        concern(_owners_of(lost, template))
    values: dict[str, ResourceValues] = {}
    others = dict(moved.get("resources", {}))
    others.update(_switch(evaluation, [name for section, name in dirty if section == "resources"], before, values,
                          template, report))
    if others:
        for name in others:
            shared.made.pop(name, None)
            concern(uses.of(name))
        concern(("resources", name) for name in _naming(analysis.types, template))
        _switch(evaluation, [name for section, name in dirty if section == "resources" and name not in values],
                before, values, template, report)
    _evaluate(evaluation, dirty, values, template, moved, report)
    for section, name in dirty:
        units[id(_entry(template, section, name).key.unit)] = None
    read_before = {id(finding) for finding in old.findings}
    analysis.own = own = [*document.findings, *[
        finding for finding in analysis.own
        if id(finding) not in read_before and id(getattr(finding.place, "unit", None)) not in units
        and finding.facts.get("section") != CONDITIONS
        and not (("parameters" in touched or "parameter_groups" in touched) and finding.code in _OF_GROUPS)]]
    own += fresh
    report = collector(own)
    report_conditions(evaluation, report)
    resources = [name for section, name in dirty if section == "resources"]
    renew_graph(graph, evaluation, [*resources, *[name for name in moved.get("resources", ())
                                                    if name not in template.resources]],
                "resources" in touched and touched["resources"].reordered)
    _judge(analysis, dirty, touched, report)
    analysis.edited([*resources, *moved.get("resources", ())])
    shared.budget = budget  # what a text costs is paid once, however often it is edited
    return True


def _take_in(template: Template, touched: dict[str, Touched]) -> tuple[dict[int, None], dict[str, dict[str, None]]]:
    """Put the new entries into the template: the units of those that gave way, and by section the names that came or
    went.
    """
    units: dict[int, None] = {}
    moved: dict[str, dict[str, None]] = {}
    for section, part in touched.items():
        if section not in _KINDS:
            if section in template.sections:
                units[id(template.sections[section][1].unit)] = None
                template.take_outer(section)
            continue
        entries: dict[str, Entry] = getattr(template, section)
        kind = _KINDS[section]
        units.update((id(entries[name].key.unit), None) for name in part.removed if name in entries)
        names = {name: None for name in part.removed if name not in part.added}
        names.update((name, None) for name in part.added if name not in entries)
        if names:
            moved[section] = names
        template.replace(section, part.removed, [kind(name, *nodes) for name, nodes in part.added.items()])
    return units, moved


def _is_there(template: Template, owner: Owner) -> bool:
    return owner[1] in getattr(template, owner[0])


def _entry(template: Template, section: str, name: str) -> Entry:
    entries: dict[str, Entry] = getattr(template, section)
    return entries[name]


def _owners_of(units: set[int], template: Template) -> list[Owner]:
    """The resources and outputs that units are the parts of."""
    if not units:
        return []
    return [(section, name) for section, entries in (("resources", template.resources), ("outputs", template.outputs))
            for name, entry in entries.items() if id(entry.key.unit) in units]


def _renew_parameters(evaluation: Evaluation, template: Template, touched: dict[str, Touched],
                      moved: dict[str, dict[str, None]], report: Report) -> dict[str, None] | None:
    """The names of parameters that have another value now; None where that cannot be said."""
    part = touched.get("parameters")
    if part is None:
        if "parameter_groups" in touched:
            check_groups(template, report)
        return {}
    values = evaluation.parameters
    changed = dict(moved.get("parameters", {}))
    for name in [*part.removed, *part.added]:
        if name.startswith("OS::"):
            return None  # it hides one that is always there
    for name in part.added:
        value = evaluate_parameter(template.parameters[name], None, evaluation.version, report)
        if name in changed or not _same(values[name], value):
            changed[name] = None
            values[name] = value
    if [name for name in values if not name.startswith("OS::")] != list(template.parameters):
        ordered = {name: value for name, value in values.items() if name.startswith("OS::")}
        ordered.update((name, values[name]) for name in template.parameters)
        values.clear()
        values.update(ordered)
    if template.parameter_groups is not None:
        check_groups(template, report)
    return changed


def _same(value: Any, other: Any) -> bool:
    """Whether two values are known and alike."""
    return value.__class__ in (str, int, float, bool) and value.__class__ is other.__class__ and value == other


def _renew_conditions(evaluation: Evaluation, touched: dict[str, Touched], moved: dict[str, dict[str, None]],
                      parameters: dict[str, None]) -> dict[str, None] | None:
    """The names of conditions that have another outcome now; None where that cannot be said."""
    conditions = evaluation.shared.conditions
    assert conditions is not None
    uses, decisions = evaluation.uses, conditions.decisions
    if evaluation.version < CONDITIONS_SINCE or not (
            CONDITIONS in touched or any(section == CONDITIONS for name in parameters for section, _ in uses.of(name))
            or ("parameters" in moved and _faults(decisions, _OF_NAMES))):
        return {}
    if _faults(decisions, ("HOT252",)):
        return None  # what a circle amounts to turns on where it is entered
    conditions.decisions = {}
    for name in conditions.conditions:
        conditions.decide(name)
    if _faults(conditions.decisions, ("HOT252",)):
        return None
    changed = dict(moved.get(CONDITIONS, {}))
    for name, references in evaluation.condition_references.items():
        uses.drop((CONDITIONS, name), references)
    evaluation.conditions.clear()
    evaluation.condition_references.clear()
    for name, decision in conditions.decisions.items():
        evaluation.conditions[name] = decision.outcome
        evaluation.condition_references[name] = decision.references
        uses.add((CONDITIONS, name), decision.references)
        if name not in decisions or decisions[name].outcome is not decision.outcome:
            changed[name] = None
    return changed


def _faults(decisions: dict[str, Decision], codes: Iterable[str]) -> bool:
    return any(code in codes for decision in decisions.values() for code, _, _ in decision.findings)


def _switch(evaluation: Evaluation, names: Iterable[str], before: dict[str, Resource],
            values: dict[str, ResourceValues], template: Template, report: Report) -> dict[str, None]:
    """Switch resources on and off, their new values to be filled in; the names of those that are others to who names
    them: of another type, or switched otherwise. `before` are the entries that gave way.
    """
    shared = evaluation.shared
    others: dict[str, None] = {}
    for name in names:
        resource = template.resources[name]
        new = values[name] = ResourceValues(resource, True)
        if resource.condition is not None and shared.version >= CONDITIONS_SINCE:
            new.enabled = shared.switched[name] = evaluate_switch(resource.condition, new.references, shared, report)
        else:
            shared.switched.pop(name, None)
        known = evaluation.resources.get(name)
        if known is not None and (known.enabled is not new.enabled or before.get(name, resource).type != resource.type):
            others[name] = None
    return others


def _naming(types: Types, template: Template) -> list[str]:
    """The resources whose plug-ins look others up by names that are no references."""
    alike = not types.environment.registry.resources  # a registry may name one resource
    found: list[str] = []
    for names in template.by_type.values():
        for name in names:
            kind = types(template.resources[name])
            if kind is not None and kind.name in _NAMING:
                found.append(name)
            elif alike:
                break
    return found


def _evaluate(evaluation: Evaluation, dirty: dict[Owner, None], values: dict[str, ResourceValues], template: Template,
              moved: dict[str, dict[str, None]], report: Report) -> None:
    """What the dirty resources and outputs are worth, and who refers to what now."""
    shared, uses = evaluation.shared, evaluation.uses
    gone: list[Owner] = [(section, name) for section in ("resources", "outputs") for name in moved.get(section, ())
                         if name in getattr(evaluation, section) and not _is_there(template, (section, name))]
    for section, name in [*gone, *dirty]:
        if section == "resources":
            old = evaluation.resources.get(name)
            if old is not None:
                uses.drop((section, name), old.references)
                uses.drop_dependencies(name, old.resource.depends_on)
        elif name in evaluation.outputs:
            uses.drop((section, name), evaluation.outputs[name].references)
    for section, name in gone:
        if section == "resources":
            del evaluation.resources[name]
            shared.switched.pop(name, None)
        else:
            del evaluation.outputs[name]
    evaluation.resources.update(values)
    evaluation.resources.disorder()
    for name, each in values.items():
        evaluate_resource(each, shared, report)
        uses.add(("resources", name), each.references)
        uses.add_dependencies(name, each.resource.depends_on)
    for section, name in dirty:
        if section == "outputs":
            output = evaluation.outputs[name] = evaluate_output(template.outputs[name], shared, report)
            uses.add((section, name), output.references)
    evaluation.outputs.disorder()


def _judge(analysis: Analysis, dirty: dict[Owner, None], touched: dict[str, Touched], report: Report) -> None:
    """Find what is wrong with the entries that are dirty, each by itself and as stacks, and with the whole."""
    template, types, files = analysis.template, analysis.types, analysis.environment.files
    assert template is not None
    resources = [name for section, name in dirty if section == "resources"]
    others = [(section, name) for section in ("parameters", CONDITIONS) if section in touched
              for name in touched[section].added]
    for section, name in [*dirty, *others]:
        check_named_files(analysis.document, files, analysis.base, report, _entry(template, section, name).node)
    view = analysis.view()
    for section, name in dirty:
        (validate_output if section == "outputs" else validate_resource)(name, view, report)
    room, types.room = types.room, MOST
    check_nested(analysis, resources, child_of, report)
    types.room = room
    check_templates([template.resources[name] for name in resources], types, report)
    judge_whole(analysis)
