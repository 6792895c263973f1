"""What goes wrong only while a condition holds, or fails: references to resources that are then switched off.

Not every combination is tried: of each reference the formula is made under which it is looked at while its resource is
switched off, and only that is asked whether it can hold, within bounds.
"""

from __future__ import annotations

from designer.graph.build import WAITING_SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from designer.diagnostics.finding import Report
    from designer.functions import Reference
    from designer.functions.scenario import Scenarios
    from designer.syntax import Node
    from designer.validate.view import View

# Heat looks resources up by these; `depends_on` of one that is switched off is passed over.
_KINDS = frozenset(("get_resource", "get_attr"))


def check_scenarios(view: View, report: Report) -> None:
    """Report references that fail for some values of parameters, but for those that fail with the values at hand.

    In an output, `get_resource` of what is not there only yields its name: nothing fails. Source:
    heat.engine.hot.functions (GetResource, GetAttThenSelect), heat.engine.stk_defn.StackDefinition.
    """
    switched = view.evaluation.shared.switched
    scenarios: Scenarios | None = None
    told: set[tuple[str, str, int]] = set()
    for owner, condition, enabled, references, output in _owners(view):
        for reference in references:
            if reference.kind not in _KINDS or reference.target not in switched:
                continue
            if output and reference.kind == "get_resource":
                continue
            if switched[reference.target] is False and reference.enabled is not False and enabled is not False:
                continue  # that is said already
            if scenarios is None:
                scenarios = _scenarios(view)
            formulas = scenarios.formulas
            there = scenarios.condition(view.template.resources[reference.target].condition)
            looked_at = formulas.both(scenarios.condition(condition), scenarios.branches(reference.branches))
            fails = formulas.both(looked_at, there ^ 1)
            if not fails or (owner, reference.target, fails) in told:
                continue
            values = formulas.solve(fails)
            if values:
                from designer.functions.scenario import words_of

                told.add((owner, reference.target, fails))
                report("HOT340", reference.place, resource=reference.target, function=reference.kind,
                       when=words_of(values), condition=view.template.resources[reference.target].condition)


def when_circular(view: View, names: list[str]) -> str | None:
    """For which values resources wait for one another in a circle, in words: "" where that takes too long to tell.

    None where it cannot be: what would close the circle is never there together.
    """
    from designer.functions.scenario import words_of

    scenarios = _scenarios(view)
    formulas = scenarios.formulas
    parts = [scenarios.condition(view.template.resources[name].condition) for name in names[:-1]]
    for source, target in zip(names, names[1:]):  # noqa: B905, RUF007 - each with the one behind it
        edge = view.graph.edge(source, target)
        if edge is None or any(reason.kind not in _KINDS for reason in edge.reasons):
            continue  # a hidden dependency, or depends_on: there whenever both are
        parts.append(formulas.any_of([
            scenarios.branches(each.branches) for each in view.evaluation.resources[source].references
            if each.target == target and each.kind in _KINDS and each.section in WAITING_SECTIONS]))
    formula = formulas.all_of(parts)
    values = formulas.solve(formula)
    if values is None:
        return None if formulas.never(formula) else ""
    return words_of(values)


def _owners(view: View) -> list[tuple[str, Node | None, bool | None, list[Reference], bool]]:
    evaluation = view.evaluation
    concerned: Collection[tuple[str, str]] | None = None
    if evaluation.known_uses is not None:
        concerned = {owner for name in evaluation.shared.switched for owner in evaluation.known_uses.of(name, *_KINDS)}
    found = [(name, values.resource.condition, values.enabled, values.references, False)
             for name, values in evaluation.resources.items()
             if values.references and (concerned is None or ("resources", name) in concerned)]
    found += [("outputs." + name, values.output.part("condition"), values.enabled, values.references, True)
              for name, values in evaluation.outputs.items()
              if values.references and (concerned is None or ("outputs", name) in concerned)]
    return found


def _scenarios(view: View) -> Scenarios:
    from designer.functions.scenario import Scenarios

    environment = getattr(view.types, "environment", None)
    given = view.evaluation.shared.given
    if environment is not None:
        given |= frozenset(environment.defaults)
    return Scenarios(view.template, view.evaluation, given)
